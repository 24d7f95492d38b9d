import { AGAIN_STATES, AGREED_STATES, APPROVAL_STATES, STILL_STATES } from '../pages/approval-states';
import { agreeTwice, putAgain, standStill, type Agreed } from '../pages/own-approval';
import { demoPlaces, type Places } from '../pages/places';
import { named, visits } from '../pages/visits';
import { stage } from '../stage';

/* The approval's pages: as they stand, when it stands still, when it begins anew, and when all have agreed. */

const on = stage();
const { mustBeForAll } = visits(on);
let places: Places;

beforeAll(async () => {
  places = await demoPlaces(on.server.url);
});

describe('every page of an approval, whoever reads it and on whatever', () => {
  it.each(named(APPROVAL_STATES))('%s', (_, state) => mustBeForAll(state, places));
});

describe('an approval that stands still', () => {
  beforeAll(() => standStill(on.server.url, places));

  it.each(named(STILL_STATES))('%s', (_, state) => mustBeForAll(state, places));
});

describe('a text that is put to the parties again', () => {
  beforeAll(() => putAgain(on.server.url, places));

  it.each(named(AGAIN_STATES))('%s', (_, state) => mustBeForAll(state, places));
});

describe('an agreement that all have concluded', () => {
  let agreed: Agreed;

  beforeAll(async () => {
    agreed = await agreeTwice(on.server.url);
  });

  it.each(named(AGREED_STATES))('%s', (_, state) => mustBeForAll(state, agreed));
});
