/**
 * For specs only: reads files in a thread of plain Node, as the server does. The PDF reader is an ES module that Node can
 * load and Jest cannot. Sources are turned into CommonJS as Jest and the bundle do.
 */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { parentPort } = require('node:worker_threads');
const { transformSync } = require('@swc/core');

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    swcrc: false,
    module: { type: 'commonjs' },
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  });
  module._compile(code, filename);
};

const { inspectFile } = require(join(__dirname, 'inspect-file.ts'));

parentPort.on('message', ({ id, bytes, name }) => {
  inspectFile(bytes, name).then(
    (value) => parentPort.postMessage({ id, value }),
    (error) => parentPort.postMessage({ id, error }),
  );
});
