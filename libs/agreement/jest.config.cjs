module.exports = { ...require('../../jest.preset.cjs'), displayName: 'agreement', rootDir: __dirname };
