/** Runs test-worker.ts in a thread. */
const { join } = require('node:path');

process.argv[2] = join(__dirname, 'test-worker.ts');
require('../collab/test-child.cjs');
