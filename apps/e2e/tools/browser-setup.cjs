/** Jest's global setup for the stories: there is a Chromium, and its path reaches the specs. */
module.exports = async () => {
  const { ensureChromium } = await import('./chromium.mjs');
  process.env.CHROMIUM_PATH = ensureChromium();
};
