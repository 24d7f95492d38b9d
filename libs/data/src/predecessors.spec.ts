import type { PartKind } from '@enig/agreement';
import { addDays, localDateAt, type AgreementId, type LocalDate } from '@enig/kernel';
import { databaseNow, type Actor } from './act';
import { AgreementReads } from './agreement-reads';
import { AgreementStore } from './agreement-store';
import { beginStory, done, regionStays, type Story } from './test-story';
import { TextContents } from './text-content';

const STRATEGY: PartKind = 'developmentStrategy';
const STEERING: PartKind = 'steeringAgreement';
const WHOLE = [STRATEGY, STEERING];

let story: Story;
let agreements: AgreementStore;
let secretary: Actor;
let today: LocalDate;

beforeEach(async () => {
  story = await beginStory();
  agreements = new AgreementStore({ source: story.source, announce: story.announce }, new TextContents(story.source));
  secretary = await story.person('secretariat:1085', 'secretariatOfficer');
  today = localDateAt(await databaseNow(story.source.manager));
  await regionStays(story.owner);
  // The story's own is out of the way, long before the others.
  await story.owner.query(`UPDATE agreement SET period_from = '2010-01-01' WHERE id = $1`, [story.agreement]);
});

afterEach(() => story.close());

/** An agreement whose period begins so many days from now, with these parts alone, concluded past all rules. */
async function concluded(days: number, kinds: readonly PartKind[] = WHOLE, region = '1085'): Promise<AgreementId> {
  const id = await begun(days);
  const { person, body, capacity } = secretary;
  await story.owner.query('DELETE FROM part WHERE agreement = $1 AND NOT (kind = ANY ($2))', [id, kinds]);
  await story.owner.query('UPDATE agreement SET region = $2 WHERE id = $1', [id, region]);
  if (kinds.length === 1)
    await story.owner.query(`UPDATE agreement SET act = 'part', frame = gen_random_uuid() WHERE id = $1`, [id]);
  await story.owner.query(
    `INSERT INTO agreement_event (agreement, event, person, body, capacity) VALUES ($1, 'conclude', $2, $3, $4)`,
    [id, person, body, capacity],
  );
  return id;
}

async function begun(days: number): Promise<AgreementId> {
  const from = addDays(today, days);
  const terms = { title: 'Rammeaftale', periodFrom: from, periodTo: addDays(from, 700), writingUntil: null };
  const where = { region: '1085', label: null, copyFrom: null, chain: { key: 'sjaelland-2021', version: 1 } };
  return done(await agreements.create({ ...terms, ...where, deadline: addDays(today, 30) }, secretary));
}

const before = (id: AgreementId) => new AgreementReads(story.source).predecessorsOf(id);
const theTwo = (...two: readonly { readonly id: AgreementId; readonly kinds: readonly PartKind[] }[]) =>
  expect.arrayContaining(two.map((each) => expect.objectContaining(each)));

describe('AG-36 what an agreement comes right after', () => {
  it('is the last that was concluded before it, and nothing further back', async () => {
    await concluded(40);
    const last = await concluded(60);
    await begun(80);
    const next = await begun(100);
    expect(await before(next)).toEqual([{ id: last, kinds: WHOLE }]);
  });

  it('is two parts that ran apart, once both are concluded; until then the one, and the whole before it', async () => {
    const whole = await concluded(40);
    const next = await begun(100);
    const strategy = await concluded(60, [STRATEGY]);
    expect(await before(next)).toHaveLength(2);
    expect(await before(next)).toEqual(theTwo({ id: strategy, kinds: [STRATEGY] }, { id: whole, kinds: [STEERING] }));
    const steering = await concluded(60, [STEERING]);
    expect(await before(next)).toEqual([
      { id: strategy, kinds: [STRATEGY] },
      { id: steering, kinds: [STEERING] },
    ]);
  });

  it('for a part is the same part alone', async () => {
    const whole = await concluded(40);
    expect(await before(await concluded(60, [STEERING]))).toEqual([{ id: whole, kinds: [STEERING] }]);
  });

  it('is one in each region that became its own, until its own has one', async () => {
    const [sjaelland, hovedstaden] = [await concluded(40), await concluded(50, WHOLE, '1084')];
    await story.owner.query(`UPDATE region SET successor = 'ostdanmark' WHERE id IN ('1084', '1085')`);
    const next = await concluded(100, WHOLE, 'ostdanmark');
    expect(await before(next)).toHaveLength(2);
    expect(await before(next)).toEqual(theTwo({ id: sjaelland, kinds: WHOLE }, { id: hovedstaden, kinds: WHOLE }));
    const after = await concluded(200, WHOLE, 'ostdanmark');
    expect(await before(after)).toEqual([{ id: next, kinds: WHOLE }]);
  });
});
