/** One real PostgreSQL for the run. Jest gives it to every project that names this file, started once. */
module.exports = async () => {
  const { startTestCluster } = require('./src/test-cluster');
  globalThis.stopTestCluster = await startTestCluster();
};
