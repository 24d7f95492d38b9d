import { brandId, localDateOf, type DecisionId, type PartyId } from '@enig/kernel';
import { counts, type Chain } from './chain';
import { isConcluded, missing, standing } from './standing';
import { confirm, decide, type Recorder } from './decide';
import { COMMITTEE_OUTCOMES, outcomesOf } from './outcome';
import { sharedPlaces } from './shared';
import {
  body,
  decided,
  greve,
  kkrsOwn,
  own,
  plainYes,
  recorder,
  refused,
  region,
  secretariat,
  smallChain,
  today,
  withDecision,
} from './test-chains';

describe('AP-16 a body that belongs to no party speaks by its own people, and binds nobody', () => {
  const kkr = body('contact-council:1085');
  const central = {
    ...plainYes,
    party: null,
    body: kkr,
    step: 'contactCouncil',
    outcome: 'recommended',
    by: kkrsOwn,
  } as const;

  it('is recorded by them, and counts at once', () => {
    const decision = decided(smallChain, central);
    expect(decision).toMatchObject({ party: null, body: kkr, isOwn: true });
    expect(counts(withDecision(decision), decision)).toBe(true);
    expect(confirm(withDecision(decision), decision.id, own, recorder)).toEqual(
      refused({ code: 'AP-11-NOTHING-TO-CONFIRM' }),
    );
  });

  it.each<[string, Recorder]>([
    ["a party's people", own],
    ['the secretariat', secretariat],
    ['another body of that kind', { kind: 'bodysOwn', body: body('contact-council:1084') }],
  ])('is not recorded by %s', (_, by) => {
    expect(decide(smallChain, { ...central, by }, today)).toEqual(
      refused({ code: 'AP-16-NOT-THE-BODYS-OWN', body: kkr }),
    );
  });

  it('records nothing for a party, not even for one of its bodies', () => {
    expect(decide(smallChain, { ...plainYes, by: { kind: 'bodysOwn', body: plainYes.body } }, today)).toEqual(
      refused({ code: 'AP-5-NOT-THE-PARTYS-OWN', party: greve }),
    );
  });

  it('AP-6 records nothing where it is only told what the parties decided, before the conclusion or after it', () => {
    const [first, ...others] = smallChain.template.steps;
    if (!first) throw new Error('No steps');
    const told = { ...first, key: 'told', role: 'isInformed', after: ['council'], mandatory: true } as const;
    const on: Chain = { ...smallChain, template: { ...smallChain.template, steps: [...others, told] } };
    const noted = { ...central, step: 'told', outcome: 'noted' } as const;
    for (const by of [on, { ...on, isDeciding: false, mayCorrect: true }]) {
      expect(decide(by, noted, today)).toMatchObject({ ok: false });
      expect(sharedPlaces(by).map(({ step }) => [step.key, outcomesOf(step), step.mandatory])).toEqual([
        ['told', [], false],
      ]);
    }
    expect(decide({ ...on, parties: [] }, noted, today)).toEqual(
      refused({ code: 'AP-6-OUTCOME-NOT-FOR-THIS-BODY', allowed: [] }),
    );
  });

  it('approves nothing, and is not among those who are missing, whatever it says', () => {
    for (const outcome of COMMITTEE_OUTCOMES) {
      const said = { ...central, outcome, reason: 'Fordi', nextMeeting: localDateOf('2026-11-15') };
      const chain = withDecision(decided(smallChain, said));
      expect(missing(chain)).toEqual([greve, region]);
      expect([standing(chain, greve), standing(chain, region)]).toEqual(['notStarted', 'notStarted']);
      expect(sharedPlaces(chain)).toMatchObject([
        { step: { key: 'contactCouncil' }, body: kkr, decision: { outcome } },
      ]);
    }
    const yesOf = (party: PartyId, id: string) =>
      decided(smallChain, {
        ...{ party, id: brandId<DecisionId>(id), by: { kind: 'ownPeople', party } },
        body: body(party === greve ? 'municipal-council:0253' : 'regional-council:1085'),
      });
    const no = decided(smallChain, { ...central, outcome: 'notRecommended', reason: 'Fordi' });
    const both = [yesOf(greve, 'g'), yesOf(region, 'r')];
    expect(isConcluded(withDecision(...both))).toBe(true);
    expect(isConcluded(withDecision(...both, { ...no, id: brandId<DecisionId>('k') }))).toBe(true);
  });

  it('cannot approve', () => {
    expect(decide(smallChain, { ...central, outcome: 'approved' }, today)).toMatchObject({
      error: { code: 'AP-6-OUTCOME-NOT-FOR-THIS-BODY' },
    });
  });

  it('follows up on what it said before, as everybody (AP-12)', () => {
    const first = decided(smallChain, central);
    const second = { ...central, id: brandId<DecisionId>('d2'), outcome: 'noted' } as const;
    expect(decide(withDecision(first), second, today)).toEqual(
      refused({ code: 'AP-12-ALREADY-DECIDED', current: first.id }),
    );
    const both = withDecision(first, decided(withDecision(first), { ...second, supersedes: first.id }));
    expect(sharedPlaces(both)).toMatchObject([{ decision: { outcome: 'noted' } }]);
  });

  it('has no place where no such body is', () => {
    expect(sharedPlaces({ ...smallChain, bodies: smallChain.bodies.filter(({ party }) => party !== null) })).toEqual(
      [],
    );
  });
});
