const { configure } = require('@testing-library/dom');

/** How long a page may take to show what a test waits for: far more than it needs, since the machine may be busy. */
configure({ asyncUtilTimeout: 10_000 });
