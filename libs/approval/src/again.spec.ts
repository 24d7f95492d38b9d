import { brandId, localDateOf, type DecisionId } from '@enig/kernel';
import { counts, effective, type Chain } from './chain';
import { confirm, decide, type DecisionInput } from './decide';
import { COUNCIL_OUTCOMES, isApproval, type CouncilOutcome } from './outcome';
import { isConcluded } from './standing';
import {
  body,
  decided,
  greve,
  own,
  plainYes,
  recorder,
  refused,
  region,
  second,
  secretariat,
  smallChain,
  today,
  withDecision,
} from './test-chains';

const next = brandId<DecisionId>('d2');

describe('AP-18 a party may choose that a second of its people confirms', () => {
  const careful: Chain = { ...smallChain, twoPeople: [greve] };
  const first = decided(careful);
  const on: Chain = { ...careful, decisions: [first] };

  it('what the first records does not count, what the second confirms does', () => {
    expect(first.needsSecond).toBe(true);
    expect(counts(on, first)).toBe(false);
    expect(effective(on, greve)).toBeNull();
    const confirmed = confirm(on, first.id, own, second);
    expect(confirmed).toEqual({ ok: true, value: { decision: first.id, person: second } });
    const confirmations = confirmed.ok ? [confirmed.value] : [];
    expect(effective({ ...on, confirmations }, greve)).toEqual(first);
  });

  it('the first does not confirm it, whatever seats they hold, nor do other parties’ people', () => {
    expect(confirm(on, first.id, own, recorder)).toEqual(refused({ code: 'AP-18-SAME-PERSON' }));
    expect(confirm(on, first.id, { kind: 'ownPeople', party: region }, second)).toEqual(
      refused({ code: 'AP-5-NOT-THE-PARTYS-OWN', party: greve }),
    );
  });

  it('nor one who entered it for the party and has since got a seat of its own', () => {
    const entered = decided(careful, { by: secretariat });
    expect(confirm({ ...careful, decisions: [entered] }, entered.id, own, recorder)).toEqual(
      refused({ code: 'AP-18-SAME-PERSON' }),
    );
    expect(confirm({ ...smallChain, decisions: [entered] }, entered.id, own, recorder).ok).toBe(true);
  });

  it('is the party’s choice alone: others count at once, and so does what was recorded before it was chosen', () => {
    const others = { party: region, body: body('regional-council:1085') } as const;
    expect(decided(careful, { ...others, by: { kind: 'ownPeople', party: region } }).needsSecond).toBe(false);
    const before = decided(smallChain);
    expect(counts(careful, before)).toBe(true);
  });

  it('what the secretariat entered has its second when one of the party’s people confirms it', () => {
    const entered = decided(careful, { by: secretariat });
    expect(entered.needsSecond).toBe(false);
    expect(confirm({ ...careful, decisions: [entered] }, entered.id, own, second).ok).toBe(true);
  });
});

describe('AP-19 the same yes twice is said once', () => {
  const first = decided(smallChain);
  const again = { id: next, supersedes: first.id } as const;

  it('refuses what is on record already, spaces or not', () => {
    const nothing = refused({ code: 'AP-19-NOTHING-NEW' });
    expect(decide(withDecision(first), { ...plainYes, ...again }, today)).toEqual(nothing);
    expect(decide(withDecision(first), { ...plainYes, ...again, item: ' 14 ' }, today)).toEqual(nothing);
    expect(decide(withDecision(first), { ...plainYes, ...again, by: secretariat }, today)).toEqual(nothing);
    // Recorded while the word was kept with the item (AP-10).
    const before = withDecision({ ...first, item: 'Punkt 14' });
    expect(decide(before, { ...plainYes, ...again }, today)).toEqual(nothing);
  });

  it.each<[string, Partial<DecisionInput>]>([
    ['another day', { meetingDate: localDateOf('2026-10-14') }],
    ['another item', { item: '15' }],
    ['other words', { wording: 'Tiltrådt.' }],
    ['what a minority said', { minority: 'Ø stemte imod.' }],
    ['where the minutes are', { minutesLink: 'https://greve.example/referat' }],
    ['a remark', { outcome: 'approvedWithRemark', reason: 'God tekst' }],
  ])('takes %s as something new', (_, over) => {
    expect(decide(withDecision(first), { ...plainYes, ...again, ...over }, today).ok).toBe(true);
  });

  it('what was entered and waits is new when its own people record it: then it counts', () => {
    const entered = decided(smallChain, { by: secretariat });
    const on = withDecision(entered);
    expect(decide(on, { ...plainYes, ...again }, today).ok).toBe(true);
    expect(decide(on, { ...plainYes, ...again, by: secretariat }, today)).toEqual(
      refused({ code: 'AP-19-NOTHING-NEW' }),
    );
    const confirmed: Chain = { ...on, confirmations: [{ decision: entered.id, person: second }] };
    expect(decide(confirmed, { ...plainYes, ...again }, today)).toEqual(refused({ code: 'AP-19-NOTHING-NEW' }));
  });
});

describe('AP-21 a council that is gone decides nothing', () => {
  const until = localDateOf('2026-10-14');
  const gone: Chain = {
    ...smallChain,
    bodies: smallChain.bodies.map((each) => (each.body === plainYes.body ? { ...each, until } : each)),
  };

  it('refuses a meeting after its last day, also one entered for it', () => {
    const error = { code: 'AP-21-PARTY-HAS-CEASED', body: plainYes.body, until };
    expect(decide(gone, plainYes, today)).toEqual(refused(error));
    expect(decide(gone, { ...plainYes, by: secretariat }, today)).toEqual(refused(error));
  });

  it('what it decided on its last day stands', () => {
    expect(decide(gone, { ...plainYes, meetingDate: until }, today).ok).toBe(true);
  });
});

describe('AP-25 after the conclusion a mistake is put right, and an approval stays one', () => {
  const first = decided(smallChain);
  const concluded: Chain = { ...withDecision(first), parties: [greve], isDeciding: false, mayCorrect: true };
  const correction: DecisionInput = { ...plainYes, id: next, supersedes: first.id, item: '15' };
  const error = refused({ code: 'AP-25-CONCLUDED' });

  it.each(COUNCIL_OUTCOMES.map((outcome): [CouncilOutcome, boolean] => [outcome, isApproval(outcome)]))(
    '%s: %s',
    (outcome, isTaken) => {
      const input = { ...correction, outcome, reason: 'Skrevet forkert', nextMeeting: localDateOf('2026-11-15') };
      const done = decide(concluded, input, today);
      if (!isTaken) return expect(done).toEqual(error);
      expect(done.ok && isConcluded({ ...concluded, decisions: [first, done.value] })).toBe(true);
    },
  );

  it('refuses anything that corrects nothing', () => {
    const committee = { body: body('committee:0253'), step: 'committee', outcome: 'recommended' } as const;
    expect(decide(concluded, { ...plainYes, ...committee }, today)).toEqual(error);
  });

  it('refuses a late confirmation of a no, and takes one of a correction', () => {
    const no = decided(withDecision(first), {
      ...{ id: next, supersedes: first.id, outcome: 'rejected', reason: 'Nej', by: secretariat },
    });
    expect(confirm({ ...concluded, decisions: [first, no] }, no.id, own, second)).toEqual(error);
    const entered = decided(withDecision(first), { id: next, supersedes: first.id, item: '15', by: secretariat });
    expect(confirm({ ...concluded, decisions: [first, entered] }, entered.id, own, second).ok).toBe(true);
  });
});
