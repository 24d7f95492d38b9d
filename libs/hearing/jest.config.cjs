module.exports = { ...require('../../jest.preset.cjs'), displayName: 'hearing', rootDir: __dirname };
