/**
 * Runs a TypeScript file as a process of its own, so that a spec can kill it: `node test-child.cjs <file> <argument>`.
 * Sources are turned into CommonJS as Jest and the bundle do.
 */
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    swcrc: false,
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
    },
  });
  module._compile(code, filename);
};

require(process.argv[2]);
