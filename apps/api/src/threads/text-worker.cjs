/** Runs text-worker.ts in a thread among the sources; beside the bundle lies one of the same name that was built. */
const { join } = require('node:path');

process.argv[2] = join(__dirname, 'text-worker.ts');
require('../collab/test-child.cjs');
