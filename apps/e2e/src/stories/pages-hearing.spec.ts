import { passDeadline } from '../acts/deadline';
import { CHANGED_STATES, LATE_STATES } from '../pages/changed-states';
import { HEARING_STATES } from '../pages/hearing-states';
import { openOwnHearing, type OwnHearing } from '../pages/own-hearing';
import { demoPlaces, type Places } from '../pages/places';
import { named, visits } from '../pages/visits';
import { stage } from '../stage';

/* The hearing's pages, and the pages that somebody has done something on. */

const on = stage();
const { mustBeForAll } = visits(on);
let places: Places;

beforeAll(async () => {
  places = await demoPlaces(on.server.url);
});

describe('every page of a hearing, whoever reads it and on whatever', () => {
  it.each(named(HEARING_STATES))('%s', (_, state) => mustBeForAll(state, places));
});

describe('a page when somebody has done something', () => {
  it.each(named(CHANGED_STATES))('%s', (_, state) => mustBeForAll(state, places));
});

describe('a hearing whose deadline has passed', () => {
  let hearing: OwnHearing;

  beforeAll(async () => {
    hearing = await openOwnHearing(on.server.url, { agreement: places.hearing, version: places.heardVersion });
    passDeadline(on.server.dataDir, hearing.round);
  });

  it.each(named(LATE_STATES))('%s', (_, state) => mustBeForAll(state, hearing));
});
