module.exports = async () => {
  await globalThis.stopTestCluster?.();
};
