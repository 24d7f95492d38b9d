import { localDateOf } from '@enig/kernel';
import { decide } from './decide';
import { COMMITTEE_OUTCOMES, COUNCIL_OUTCOMES, needsReason, outcomesOf, type Outcome } from './outcome';
import { STEP_ROLES } from './template';
import { body, decided, frozenOn, kkrsOwn, plainYes, refused, smallChain, stepTakenBy, today } from './test-chains';

describe('AP-4 anything but a plain yes says why', () => {
  const nextMeeting = localDateOf('2026-11-15');
  const cases: [string, Outcome, boolean][] = [
    ...COUNCIL_OUTCOMES.map((outcome): [string, Outcome, boolean] => [
      'municipal-council:0253',
      outcome,
      outcome !== 'approved',
    ]),
    ...COMMITTEE_OUTCOMES.map((outcome): [string, Outcome, boolean] => [
      'committee:0253',
      outcome,
      outcome !== 'recommended' && outcome !== 'noted',
    ]),
  ];

  it.each(cases)('%s: %s', (id, outcome, needed) => {
    const input = { ...plainYes, body: body(id), step: stepTakenBy(id), outcome, nextMeeting };
    expect(needsReason(outcome)).toBe(needed);
    const without = decide(smallChain, { ...input, reason: ' ' }, today);
    if (needed) expect(without).toEqual(refused({ code: 'AP-4-REASON-REQUIRED', outcome }));
    else expect(without.ok).toBe(true);
    expect(decide(smallChain, { ...input, reason: ' Økonomien ' }, today)).toMatchObject({
      ok: true,
      value: { reason: needed ? 'Økonomien' : '' },
    });
  });
});

describe('AP-6 a body chooses among the outcomes of its role', () => {
  const every: readonly Outcome[] = [...new Set<Outcome>([...COUNCIL_OUTCOMES, ...COMMITTEE_OUTCOMES])];
  const bodies: [string, readonly Outcome[]][] = [
    ['municipal-council:0253', COUNCIL_OUTCOMES],
    ['committee:0253', COMMITTEE_OUTCOMES],
  ];

  it.each(bodies.flatMap(([id, allowed]) => every.map((outcome) => [id, outcome, allowed] as const)))(
    '%s: %s',
    (id, outcome, allowed) => {
      const input = {
        ...plainYes,
        body: body(id),
        step: stepTakenBy(id),
        outcome,
        reason: 'Fordi',
        nextMeeting: localDateOf('2026-11-15'),
      };
      const result = decide(smallChain, input, today);
      if (allowed.includes(outcome)) expect(result.ok).toBe(true);
      else expect(result).toEqual(refused({ code: 'AP-6-OUTCOME-NOT-FOR-THIS-BODY', allowed }));
    },
  );

  it('every role has its outcomes; who is informed takes note, who is heard has rounds of its own', () => {
    expect(STEP_ROLES.map((role) => outcomesOf({ role }).length)).toEqual([5, 5, 0, 6, 1]);
    expect(outcomesOf({ role: 'isInformed' })).toEqual(['noted']);
  });
});

describe('AP-7 a decision is recorded on the day of the meeting or after it', () => {
  it.each([
    ['2026-10-14', true],
    ['2026-10-15', true],
    ['2026-10-16', false],
  ])('a meeting on %s', (date, isTaken) => {
    const result = decide(smallChain, { ...plainYes, meetingDate: localDateOf(date) }, today);
    expect(result).toMatchObject(isTaken ? { ok: true } : refused({ code: 'AP-7-MEETING-IN-THE-FUTURE', today }));
  });
});

describe('AP-17 nobody has decided on a text before it was frozen', () => {
  it.each([
    ['1800-01-01', false],
    ['2026-08-31', false],
    ['2026-09-01', true],
    ['2026-09-02', true],
  ])('a meeting on %s', (date, isTaken) => {
    const result = decide(smallChain, { ...plainYes, meetingDate: localDateOf(date) }, today);
    const error = { code: 'AP-17-MEETING-BEFORE-THE-TEXT', frozenOn };
    expect(result).toMatchObject(isTaken ? { ok: true } : refused(error));
  });

  it('not a body that belongs to no party either', () => {
    const input = { ...plainYes, party: null, body: body('contact-council:1085'), step: 'contactCouncil', by: kkrsOwn };
    const early = { ...input, outcome: 'recommended', meetingDate: localDateOf('2026-08-31') } as const;
    expect(decide(smallChain, early, today)).toMatchObject({ error: { code: 'AP-17-MEETING-BEFORE-THE-TEXT' } });
  });
});

describe('AP-9 a postponement names the next meeting', () => {
  it.each([
    [null, false],
    ['2026-10-15', false],
    ['2026-10-16', true],
  ])('next meeting %s', (date, isTaken) => {
    const nextMeeting = date === null ? null : localDateOf(date);
    const result = decide(smallChain, { ...plainYes, outcome: 'postponed', reason: 'Mangler tal', nextMeeting }, today);
    if (isTaken) expect(result).toMatchObject({ ok: true, value: { nextMeeting } });
    else expect(result).toEqual(refused({ code: 'AP-9-NEXT-MEETING-REQUIRED', after: today }));
  });

  it('keeps none for another outcome', () => {
    expect(decided(smallChain, { nextMeeting: localDateOf('2026-11-15') }).nextMeeting).toBeNull();
  });
});

describe('AP-10 a decision names the item on the agenda', () => {
  it('refuses one without', () => {
    expect(decide(smallChain, { ...plainYes, item: '  ' }, today)).toEqual(refused({ code: 'AP-10-ITEM-REQUIRED' }));
    expect(decide(smallChain, { ...plainYes, item: 'Pkt. ' }, today)).toMatchObject(
      refused({ code: 'AP-10-ITEM-REQUIRED' }),
    );
  });

  it.each([
    [' 7 a ', '7 a'],
    ['punkt 7 a', '7 a'],
    ['Punkt: 7', '7'],
    ['pkt. 7 a', '7 a'],
    ['pkt.7', '7'],
    ['PKT 12', '12'],
    ['Punkterne 7 og 8', 'Punkterne 7 og 8'],
    ['7, punkt b', '7, punkt b'],
  ])('keeps the item without the word that is written before it where it is shown: %j', (item, kept) => {
    expect(decided(smallChain, { item }).item).toBe(kept);
  });
});
