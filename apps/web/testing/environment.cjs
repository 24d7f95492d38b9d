const { default: Environment } = require('jest-environment-jsdom');

/** A window with what every browser has and jsdom lacks, and the router asks for. */
module.exports = class BrowserEnvironment extends Environment {
  async setup() {
    await super.setup();
    Object.assign(this.global, { TextEncoder, TextDecoder, Request, Response, Headers, AbortController, AbortSignal });
    const { prototype } = this.global.HTMLDialogElement;
    prototype.showModal = function showModal() {
      this.open = true;
    };
    prototype.close = function close() {
      this.open = false;
    };
    this.global.scrollTo = () => undefined;
    this.global.Element.prototype.scrollIntoView = () => undefined;
  }
};
