import { brandId, localDateOf, type DecisionId, type OverrideId, type PartyId, type PersonId } from '@enig/kernel';
import { effective, type Chain, type ChainBody, type Decision } from './chain';
import { confirm, decide, type Recorder } from './decide';
import { consent, override, vacancies, type OverrideInput } from './override';
import { isConcluded } from './standing';
import { decidingStepOf, stepOf } from './steps';
import type { ChainTemplate } from './template';
import { SJAELLAND_2021 } from './templates';
import {
  body,
  decided,
  greve,
  kkrsOwn,
  older,
  own,
  plainYes,
  recorder,
  refused,
  region,
  second,
  secretariat,
  smallChain,
  today,
} from './test-chains';

const strict: ChainTemplate = {
  ...SJAELLAND_2021,
  steps: SJAELLAND_2021.steps.map((each) => ({ ...each, mandatory: each.key !== 'contactCouncil' })),
};
const chain: Chain = { ...smallChain, template: strict };
const other: ChainBody = {
  body: body('committee:other'),
  kind: 'committee',
  name: 'Andet udvalg',
  party: greve,
  until: null,
};
/** The committee that is being set up where greve's council is gone. */
const successor: ChainBody = { ...other, body: body('preparatory:new'), kind: 'preparatoryCommittee', party: null };
const takers = [other, successor];
const skip: OverrideInput = {
  ...{ id: brandId<OverrideId>('o1'), step: 'committee', party: greve, kind: 'skip', taker: null },
  ...{ reason: 'Udvalget er nedlagt', person: recorder },
};
const replace: OverrideInput = { ...skip, kind: 'replaceBody', taker: other };

/** What comes of it when a person agrees today. */
function agrees(on: Chain, id: OverrideId, by: Recorder, person: PersonId) {
  const taker = takers.find((each) => each.body === on.overrides.find((one) => one.id === id)?.body) ?? null;
  return consent(on, id, { by, person }, { today, taker });
}

/** The chain with what was asked, agreed to by another. */
function agreed(on: Chain, input: OverrideInput): Chain {
  const asked = override(on, input, today);
  if (!asked.ok) throw new Error(asked.error.code);
  const waiting: Chain = { ...on, overrides: [...on.overrides, asked.value] };
  const done = agrees(waiting, input.id, own, second);
  if (!done.ok) throw new Error(done.error.code);
  return { ...on, overrides: [...on.overrides, { ...asked.value, agreed: done.value.person }] };
}

describe('AP-24 two people agree that a step is taken otherwise', () => {
  it('a mandatory committee is awaited until both have said so', () => {
    expect(decide(chain, plainYes, today)).toMatchObject({ ok: false, error: { code: 'AP-3-EARLIER-STEP-OPEN' } });
    const asked = override(chain, skip, today);
    const waiting: Chain = { ...chain, overrides: asked.ok ? [asked.value] : [] };
    expect(decide(waiting, plainYes, today)).toMatchObject({ ok: false, error: { code: 'AP-3-EARLIER-STEP-OPEN' } });
    expect(decide(agreed(chain, skip), plainYes, today).ok).toBe(true);
  });

  it('another body takes it', () => {
    const on = agreed(chain, replace);
    expect(stepOf(on, greve, 'committee')?.bodies).toEqual([other.body]);
    const recommended = decided(on, { body: other.body, step: 'committee', outcome: 'recommended' });
    expect(decide({ ...on, decisions: [recommended] }, { ...plainYes, id: brandId<DecisionId>('d2') }, today).ok).toBe(
      true,
    );
  });

  it('by one of its own, or by one that acts for all', () => {
    const kkr: ChainBody = { ...other, body: body('contact-council:1085'), kind: 'contactCouncil', party: null };
    for (const taker of [other, kkr]) expect(override(chain, { ...replace, taker }, today).ok).toBe(true);
  });

  it('AP-28 no step whose key is also another’s', () => {
    const own = { ...{ key: 'council', name: 'X', body: other.body }, after: [], mandatory: true };
    const twice: Chain = { ...chain, bodies: [...chain.bodies, other], ways: [{ party: greve, steps: [own] }] };
    const asked = { ...replace, step: 'council' };
    expect(override(twice, asked, today)).toEqual(refused({ code: 'AP-24-NO-SUCH-STEP' }));
    expect(decidingStepOf(twice, greve).bodies).toEqual([plainYes.body]);
  });

  it.each<[string, Partial<OverrideInput>, string]>([
    ['without a reason', { reason: ' ' }, 'AP-24-REASON-REQUIRED'],
    ['of a step that is not there', { step: 'nowhere' }, 'AP-24-NO-SUCH-STEP'],
    ['of a party that is not in it', { party: brandId<PartyId>('municipality:0101') }, 'AP-24-NO-SUCH-STEP'],
    ['of the decision', { step: 'council' }, 'AP-24-OVERRIDE-DECIDES'],
    [
      'of the decision, by another body',
      { step: 'council', kind: 'replaceBody', taker: other },
      'AP-24-OVERRIDE-DECIDES',
    ],
    ['by nobody', { kind: 'replaceBody' }, 'AP-24-NOBODY-TAKES-IT'],
    [
      'by a party’s body, of what is taken once for all',
      { step: 'contactCouncil', party: null, kind: 'replaceBody', taker: other },
      'AP-24-NOBODY-TAKES-IT',
    ],
    ['by another party’s body', { kind: 'replaceBody', taker: { ...other, party: region } }, 'AP-24-NOBODY-TAKES-IT'],
    [
      'by a body that is gone',
      { kind: 'replaceBody', taker: { ...other, until: localDateOf('2026-10-14') } },
      'AP-24-NOBODY-TAKES-IT',
    ],
  ])('refuses one %s', (_, over, code) => {
    expect(override(chain, { ...skip, ...over }, today)).toEqual(refused({ code }));
  });

  const shared: OverrideInput = { ...skip, step: 'contactCouncil', party: null };
  const kkr = { party: null, body: body('contact-council:1085'), step: 'contactCouncil', by: kkrsOwn };
  const committees = { body: body('committee:0253'), step: 'committee' };
  const [on, lapsed] = [decided(chain, { ...committees, outcome: 'recommended' }), { version: older }];

  it.each<[string, OverrideInput, readonly Decision[], string | null]>([
    ['a committee has recommended', skip, [on], 'AP-24-STEP-TAKEN'],
    ['whoever would take it instead', replace, [on], 'AP-24-STEP-TAKEN'],
    ['it has advised against', skip, [{ ...on, outcome: 'notRecommended' }], 'AP-24-STEP-TAKEN'],
    ['it has put it off', skip, [{ ...on, outcome: 'postponed' }], null],
    ['it has sent it back', skip, [{ ...on, outcome: 'referredBack' }], null],
    [
      'what was entered for it waits',
      skip,
      [decided(chain, { ...committees, outcome: 'noted', by: secretariat })],
      null,
    ],
    ['it had its say on another text', skip, [{ ...on, ...lapsed }], null],
    ['nobody has', skip, [], null],
    ['the one who is asked for all has', shared, [decided(chain, { ...kkr, outcome: 'noted' })], 'AP-24-STEP-TAKEN'],
  ])('AP-24-STEP-TAKEN not where all who are asked have had their say: %s', (_, input, decisions, code) => {
    const done = override({ ...chain, decisions }, input, today);
    expect(done.ok ? null : done.error.code).toBe(code);
  });

  it('AP-24-STEP-TAKEN is still asked while one of several in it has not had its say', () => {
    const two: Chain = { ...chain, bodies: [...chain.bodies, { ...other, kind: 'committee' }], decisions: [on] };
    expect(stepOf(two, greve, 'committee')?.bodies).toHaveLength(2);
    expect(override(two, skip, today).ok).toBe(true);
  });

  it('AP-24-STEP-TAKEN is not agreed to either, once it was taken meanwhile', () => {
    const asked = override(chain, skip, today);
    const waiting: Chain = { ...chain, overrides: asked.ok ? [asked.value] : [], decisions: [on] };
    expect(agrees(waiting, skip.id, own, second)).toEqual(refused({ code: 'AP-24-STEP-TAKEN' }));
  });

  it('is asked and agreed to only while it is decided', () => {
    const closed: Chain = { ...chain, isDeciding: false };
    expect(override(closed, skip, today)).toEqual(refused({ code: 'AP-8-NOT-BEING-DECIDED' }));
    expect(agrees(closed, skip.id, own, second)).toEqual(refused({ code: 'AP-8-NOT-BEING-DECIDED' }));
  });

  it('the second is one of the party’s own, and not the first', () => {
    const asked = override(chain, skip, today);
    const waiting: Chain = { ...chain, overrides: asked.ok ? [asked.value] : [] };
    expect(agrees(waiting, skip.id, own, recorder)).toEqual(refused({ code: 'AP-24-SAME-PERSON' }));
    for (const by of [secretariat, { kind: 'ownPeople', party: region } as const])
      expect(agrees(waiting, skip.id, by, second)).toEqual(refused({ code: 'AP-24-NOT-THE-PARTYS-OWN', party: greve }));
    const nothing = refused({ code: 'AP-24-NOTHING-TO-AGREE-TO' });
    expect(agrees(chain, skip.id, own, second)).toEqual(nothing);
    expect(agrees(agreed(chain, skip), skip.id, own, second)).toEqual(nothing);
  });

  it('of a step taken once for all, any party’s people will do', () => {
    const shared = { ...skip, step: 'contactCouncil', party: null };
    const asked = override(chain, shared, today);
    const waiting: Chain = { ...chain, overrides: asked.ok ? [asked.value] : [] };
    expect(agrees(waiting, skip.id, { kind: 'ownPeople', party: region }, second).ok).toBe(true);
    expect(agrees(waiting, skip.id, secretariat, second)).toEqual(
      refused({ code: 'AP-24-NOT-THE-PARTYS-OWN', party: null }),
    );
  });
});

describe('AP-21, AP-24 a council that is gone is followed by another', () => {
  const until = localDateOf('2026-09-30');
  const laterId = brandId<OverrideId>('o2');
  const earlierDecision = brandId<DecisionId>('d0');
  const gone: Chain = {
    ...smallChain,
    bodies: smallChain.bodies.map((each) => (each.body === plainYes.body ? { ...each, until } : each)),
  };
  const followed: OverrideInput = { ...skip, step: 'council', kind: 'replaceBody', taker: successor };

  it('which decides for its party from then on', () => {
    const on = agreed(gone, followed);
    const yes = decided(on, { body: successor.body });
    expect(effective({ ...on, decisions: [yes] }, greve)).toEqual(yes);
    expect(isConcluded({ ...on, decisions: [yes] })).toBe(false);
    expect(decide(on, plainYes, today)).toMatchObject({ ok: false, error: { code: 'AP-1-NOT-A-PARTY' } });
  });

  it('whose own people agree to it, and record and confirm for the party, and no other step of it', () => {
    const asked = override(gone, followed, today);
    const waiting: Chain = { ...gone, overrides: asked.ok ? [asked.value] : [] };
    const theirs = { kind: 'bodysOwn', body: successor.body } as const;
    const strangers = { kind: 'bodysOwn', body: other.body } as const;
    expect(agrees(waiting, followed.id, strangers, second)).toMatchObject({ ok: false });
    expect(agrees(waiting, followed.id, theirs, recorder)).toEqual(refused({ code: 'AP-24-SAME-PERSON' }));
    expect(agrees(waiting, followed.id, theirs, second).ok).toBe(true);
    const yes = { ...plainYes, body: successor.body, by: theirs };
    const notTheirs = refused({ code: 'AP-5-NOT-THE-PARTYS-OWN', party: greve });
    expect(decide(waiting, { ...yes, body: plainYes.body }, today)).toEqual(notTheirs);

    const on = agreed(gone, followed);
    expect(decide(on, yes, today).ok).toBe(true);
    expect(decide(on, { ...yes, by: strangers }, today)).toEqual(notTheirs);
    expect(decide(on, { ...yes, body: body('committee:0253'), step: 'committee' }, today)).toEqual(notTheirs);
    const two = decide({ ...on, twoPeople: [greve] }, yes, today);
    expect(two).toMatchObject({ ok: true, value: { needsSecond: true, isOwn: true } });
    const entered = decided(on, { body: successor.body, by: secretariat });
    const waits: Chain = { ...on, decisions: [entered] };
    expect(confirm(waits, entered.id, strangers, second)).toEqual(notTheirs);
    expect(confirm(waits, entered.id, theirs, second).ok).toBe(true);
  });

  it('AP-22 and they approve again what it approved before', () => {
    const on = agreed(gone, followed);
    const theirs = { kind: 'bodysOwn', body: successor.body } as const;
    const before = { ...decided(on, { body: successor.body }), id: earlierDecision, version: older };
    const again = { ...plainYes, body: successor.body, by: theirs, reaffirms: before.id };
    expect(decide({ ...on, decisions: [before] }, again, today).ok).toBe(true);
  });

  it('and until then the party is named, with the council that is gone and its last day', () => {
    expect(vacancies(smallChain, today)).toEqual([]);
    expect(vacancies(gone, until)).toEqual([]);
    expect(vacancies(gone, today)).toEqual([{ party: greve, council: plainYes.body, until }]);
    expect(vacancies(agreed(gone, followed), today)).toEqual([]);
    expect(vacancies({ ...gone, decisions: [decided(gone, { meetingDate: until })] }, today)).toEqual([]);
  });

  it('the people of another body agree to no other step than the one that decides', () => {
    const asked = override(chain, replace, today);
    const waiting: Chain = { ...chain, overrides: asked.ok ? [asked.value] : [] };
    const theirs = { kind: 'bodysOwn', body: other.body } as const;
    expect(agrees(waiting, replace.id, theirs, second)).toEqual(
      refused({ code: 'AP-24-NOT-THE-PARTYS-OWN', party: greve }),
    );
  });

  it('never once it has approved after all: what was asked for is held against what is known now', () => {
    const asked = override(gone, followed, today);
    const waiting: Chain = { ...gone, overrides: asked.ok ? [asked.value] : [] };
    const late = decided(waiting, { meetingDate: until });
    const approved: Chain = { ...waiting, decisions: [late] };
    expect(agrees(approved, followed.id, own, second)).toEqual(refused({ code: 'AP-24-OVERRIDE-DECIDES' }));
    expect(effective(approved, greve)).toEqual(late);
  });

  it('of two that were asked for the one that is agreed to first: then the council is gone no longer', () => {
    const [one, two] = [override(gone, followed, today), override(gone, { ...followed, id: laterId }, today)];
    if (!one.ok || !two.ok) throw new Error('Neither was asked for');
    const waiting: Chain = { ...gone, overrides: [one.value, two.value] };
    expect(agrees(waiting, laterId, own, second).ok).toBe(true);
    const on: Chain = { ...gone, overrides: [one.value, { ...two.value, agreed: second }] };
    expect(agrees(on, followed.id, own, second)).toEqual(refused({ code: 'AP-24-OVERRIDE-DECIDES' }));
  });

  it('nor by one that is gone itself by then, or that nobody knows', () => {
    const asked = override(gone, followed, today);
    const waiting: Chain = { ...gone, overrides: asked.ok ? [asked.value] : [] };
    const nobody = refused({ code: 'AP-24-NOBODY-TAKES-IT' });
    for (const taker of [{ ...successor, until }, { ...successor, kind: 'committee' as const }, other, null])
      expect(consent(waiting, followed.id, { by: own, person: second }, { today, taker })).toEqual(nobody);
  });

  it('never by a committee, never skipped, and never where the council had approved', () => {
    expect(override(gone, { ...followed, taker: other }, today)).toEqual(refused({ code: 'AP-24-NOBODY-TAKES-IT' }));
    expect(override(gone, { ...followed, kind: 'skip', taker: null }, today)).toEqual(
      refused({ code: 'AP-24-OVERRIDE-DECIDES' }),
    );
    const approved: Chain = { ...gone, decisions: [decided(gone, { meetingDate: until })] };
    expect(override(approved, followed, today)).toEqual(refused({ code: 'AP-24-OVERRIDE-DECIDES' }));
  });
});
