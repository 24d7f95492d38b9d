/** What specs of other projects use too, as `@enig/collab/testing`. */
export { below, chanceFrom, oneOf, type Chance } from './test-chance';
export { HANGS, hostileMessages, joined } from './test-hostile';
export { dearUpdates } from './test-dear';
