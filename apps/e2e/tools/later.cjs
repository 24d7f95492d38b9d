/**
 * `node --require apps/e2e/tools/later.cjs`: a server that believes it is `LATER_BY_DAYS` days later than it is. Its
 * database believes the same after let-days-pass.mjs.
 */
const days = Number(process.env.LATER_BY_DAYS ?? '');
if (!Number.isSafeInteger(days)) throw new Error('LATER_BY_DAYS is no number of days');

const by = days * 24 * 60 * 60 * 1000;
const trueNow = Date.now;
Date.now = () => trueNow() + by;
Date.prototype.constructor = globalThis.Date = new Proxy(Date, {
  construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [target.now()] : given, made),
  apply: (target) => new target(target.now()).toString(),
});
