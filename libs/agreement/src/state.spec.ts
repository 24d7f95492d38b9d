import { addDays, localDateOf } from '@enig/kernel';
import fc from 'fast-check';
import { AGREEMENT_ACTS } from './acts';
import {
  AGREEMENT_EVENTS,
  AGREEMENT_STATES,
  checkNotAbandoned,
  checkWritingOpen,
  eventsOf,
  isWritingOpen,
  lastReopening,
  STANDINGS,
  standingOf,
  stateOf,
  transition,
  type AgreementEffect,
  type AgreementEvent,
  type AgreementFacts,
  type AgreementRefused,
  type AgreementState,
} from './state';

/** Facts that forbid nothing. */
const fine: AgreementFacts = {
  sections: 5,
  parties: 18,
  openRounds: 0,
  collecting: 0,
  act: 'agreement',
  everyoneApproved: true,
  reason: 'Ny lovgivning',
};

type Step = readonly [AgreementState, ...AgreementEffect[]] | null;

const EXPECTED: Record<AgreementState, Record<AgreementEvent, Step>> = {
  drafting: {
    freezeForHearing: ['hearing'],
    hearVersion: ['hearing'],
    endHearing: null,
    freezeForDecision: ['deciding', 'closeTexts'],
    reopenWriting: null,
    conclude: null,
    abandon: ['abandoned', 'closeTexts'],
  },
  hearing: {
    freezeForHearing: ['hearing'],
    hearVersion: ['hearing'],
    endHearing: ['treating'],
    freezeForDecision: null,
    reopenWriting: null,
    conclude: null,
    abandon: ['abandoned', 'closeTexts'],
  },
  treating: {
    freezeForHearing: ['hearing'],
    hearVersion: ['hearing'],
    endHearing: null,
    freezeForDecision: ['deciding', 'closeTexts'],
    reopenWriting: null,
    conclude: null,
    abandon: ['abandoned', 'closeTexts'],
  },
  deciding: {
    freezeForHearing: null,
    hearVersion: null,
    endHearing: null,
    freezeForDecision: null,
    reopenWriting: ['drafting', 'openTexts', 'lapseApprovals'],
    conclude: ['concluded', 'closeTexts', 'publish'],
    abandon: ['abandoned', 'closeTexts'],
  },
  concluded: {
    freezeForHearing: null,
    hearVersion: null,
    endHearing: null,
    freezeForDecision: null,
    reopenWriting: null,
    conclude: null,
    abandon: null,
  },
  abandoned: {
    freezeForHearing: null,
    hearVersion: null,
    endHearing: null,
    freezeForDecision: null,
    reopenWriting: null,
    conclude: null,
    abandon: null,
  },
};

const anyEvent = fc.constantFrom(...AGREEMENT_EVENTS);
const anyFacts: fc.Arbitrary<AgreementFacts> = fc.record({
  sections: fc.nat({ max: 2 }),
  parties: fc.nat({ max: 2 }),
  openRounds: fc.nat({ max: 1 }),
  collecting: fc.nat({ max: 1 }),
  act: fc.constantFrom(...AGREEMENT_ACTS),
  everyoneApproved: fc.boolean(),
  reason: fc.constantFrom('', ' ', 'Ny lovgivning'),
});

describe('AG-1 an event happens only in a state that has a place for it', () => {
  it.each(AGREEMENT_STATES.flatMap((state) => AGREEMENT_EVENTS.map((event) => [state, event] as const)))(
    '%s × %s',
    (state, event) => {
      const expected = EXPECTED[state][event];
      const step = transition(state, event, fine);
      expect(eventsOf(state).includes(event)).toBe(expected !== null);
      if (expected === null) {
        expect(step).toEqual({ ok: false, error: { code: 'AG-1-NOT-IN-THIS-STATE', state, event } });
      } else {
        const [next, ...effects] = expected;
        expect(step).toEqual({ ok: true, value: { state: next, effects } });
      }
    },
  );

  it('names every state and event once', () => {
    expect([...AGREEMENT_STATES].sort()).toEqual(Object.keys(EXPECTED).sort());
    expect([...AGREEMENT_EVENTS].sort()).toEqual(Object.keys(EXPECTED.drafting).sort());
  });

  it('property: the record of what was not refused folds to the state it came to', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyEvent, anyFacts), { maxLength: 20 }), (attempts) => {
        let state: AgreementState = 'drafting';
        const record: AgreementEvent[] = [];
        for (const [event, facts] of attempts) {
          const step = transition(state, event, Object.freeze(facts));
          if (!step.ok) continue;
          state = step.value.state;
          record.push(event);
        }
        expect(stateOf(Object.freeze(record))).toBe(state);
      }),
    );
  });

  it('throws on a record that cannot have happened', () => {
    expect(() => stateOf(['freezeForHearing', 'conclude'])).toThrow('An agreement that is hearing has no conclude');
  });
});

/** Every state in which the event has a place, with facts that one rule forbids. */
const guarded: readonly (readonly [string, AgreementEvent, Partial<AgreementFacts>, AgreementRefused])[] = [
  ['AG-2 nothing to freeze', 'freezeForHearing', { sections: 0 }, { code: 'AG-2-NO-SECTIONS' }],
  ['AG-2 nothing to freeze', 'freezeForDecision', { sections: 0 }, { code: 'AG-2-NO-SECTIONS' }],
  ['AG-4 a council may still answer', 'endHearing', { collecting: 2 }, { code: 'AG-4-STILL-COLLECTING', rounds: 2 }],
  ['AG-5 a round is not closed', 'freezeForDecision', { openRounds: 1 }, { code: 'AG-5-ROUND-NOT-CLOSED', rounds: 1 }],
  ['AG-6 one has not approved', 'conclude', { everyoneApproved: false }, { code: 'AG-6-NOT-EVERYONE-HAS-APPROVED' }],
  ['AG-7 no reason', 'reopenWriting', { reason: ' ' }, { code: 'AG-7-REASON-REQUIRED', event: 'reopenWriting' }],
  ['AG-7 no reason', 'abandon', { reason: '' }, { code: 'AG-7-REASON-REQUIRED', event: 'abandon' }],
  ['AG-7 a personal number', 'reopenWriting', { reason: 'Om 010190-1234' }, { code: 'AG-7-REASON-HOLDS-NUMBER' }],
  ['AG-7 a personal number', 'abandon', { reason: 'CPR 0101901234' }, { code: 'AG-7-REASON-HOLDS-NUMBER' }],
  ['AG-8 no parties', 'freezeForHearing', { parties: 0 }, { code: 'AG-8-NO-PARTIES' }],
  ['AG-8 no parties', 'freezeForDecision', { parties: 0 }, { code: 'AG-8-NO-PARTIES' }],
  ['AG-42 one party', 'freezeForHearing', { parties: 1 }, { code: 'AG-42-ONE-PARTY' }],
  ['AG-42 one party', 'freezeForDecision', { parties: 1 }, { code: 'AG-42-ONE-PARTY' }],
  ['AG-42 its one', 'freezeForHearing', { parties: 1, act: 'addendum' }, { code: 'AG-42-ITS-ONE-PARTY' }],
  ['AG-42 its one', 'freezeForDecision', { parties: 1, act: 'extension' }, { code: 'AG-42-ITS-ONE-PARTY' }],
];

describe.each(guarded)('%s: %s', (_, event, facts, error) => {
  it.each(AGREEMENT_STATES.filter((state) => EXPECTED[state][event] !== null))('is refused in %s', (state) => {
    expect(transition(state, event, { ...fine, ...facts })).toEqual({ ok: false, error });
  });

  it.each(AGREEMENT_EVENTS.filter((other) => !guarded.some((row) => row[1] === other && row[3].code === error.code)))(
    'holds up no other event: %s',
    (other) => {
      for (const state of AGREEMENT_STATES.filter((each) => EXPECTED[each][other] !== null)) {
        expect(transition(state, other, { ...fine, ...facts }).ok).toBe(true);
      }
    },
  );
});

describe('AG-6 an agreement is concluded only when every party has approved the same text', () => {
  it('property: no sequence of events and facts reaches concluded unless everyone has approved', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyEvent, anyFacts), { maxLength: 30 }), (attempts) => {
        let state: AgreementState = 'drafting';
        for (const [event, facts] of attempts) {
          const step = transition(state, event, { ...facts, everyoneApproved: false });
          state = step.ok ? step.value.state : state;
        }
        expect(state).not.toBe('concluded');
      }),
    );
  });

  it('the whole way, with a second hearing, a third on an older version meanwhile, and a text that is opened again', () => {
    const events: AgreementEvent[] = [
      'freezeForHearing',
      'endHearing',
      'freezeForHearing',
      'hearVersion',
      'endHearing',
      'freezeForDecision',
      'reopenWriting',
      'freezeForDecision',
      'conclude',
    ];
    expect(stateOf(events)).toBe('concluded');
  });
});

describe('AG-22 changes only while writing is open', () => {
  it.each(AGREEMENT_STATES)('%s', (state) => {
    const isOpen = ['drafting', 'hearing', 'treating'].includes(state);
    expect(isWritingOpen(state)).toBe(isOpen);
    expect(checkWritingOpen(state)).toEqual(
      isOpen ? { ok: true, value: state } : { ok: false, error: { code: 'AG-22-WRITING-CLOSED', state } },
    );
  });

  it('texts are closed and opened in step with it', () => {
    for (const state of AGREEMENT_STATES) {
      for (const event of eventsOf(state)) {
        const step = transition(state, event, fine);
        if (!step.ok) throw new Error(step.error.code);
        const [before, after] = [isWritingOpen(state), isWritingOpen(step.value.state)];
        // At the end they are closed again, so that they say why for good.
        const isEnd = eventsOf(step.value.state).length === 0;
        expect(step.value.effects.includes('closeTexts')).toBe((before && !after) || isEnd);
        expect(step.value.effects.includes('openTexts')).toBe(!before && after);
      }
    }
  });
});

describe('AG-7 a text that is written on after a reopening says which', () => {
  const put = { event: 'freezeForDecision' } as const;
  const open = (reason: string) => ({ event: 'reopenWriting', reason }) as const;

  it('the last, also while it is heard again', () => {
    expect(lastReopening([put, open('En fejl')])).toEqual(open('En fejl'));
    expect(lastReopening([put, open('En fejl'), put, open('En til')])).toEqual(open('En til'));
    expect(lastReopening([put, open('En fejl'), { event: 'freezeForHearing' }])).toEqual(open('En fejl'));
  });

  it('and none where it never was put to the parties, is put to them again, or is given up', () => {
    expect(lastReopening([])).toBeNull();
    expect(lastReopening([put])).toBeNull();
    expect(lastReopening([put, open('En fejl'), put])).toBeNull();
    expect(lastReopening([put, open('En fejl'), { event: 'abandon' }])).toBeNull();
  });
});

describe('AG-24 a hearing stops with its agreement', () => {
  it.each(AGREEMENT_STATES)('%s', (state) => {
    const gone = { ok: false, error: { code: 'AG-24-ABANDONED' } };
    expect(checkNotAbandoned(state)).toEqual(state === 'abandoned' ? gone : { ok: true, value: state });
  });
});

describe('AG-9 concluded is not in force', () => {
  const period = { from: localDateOf('2027-01-01'), to: localDateOf('2028-12-31') };
  const day = localDateOf;

  it.each([
    ['concluded before the period, before it', '2026-10-15', '2026-12-31', 'concluded'],
    ['concluded before the period, its first day', '2026-10-15', '2027-01-01', 'inForce'],
    ['concluded in the period, that day', '2027-03-01', '2027-03-01', 'inForce'],
    ['concluded in the period, seen from the day before', '2027-03-01', '2027-02-28', 'concluded'],
    ['the last day', '2026-10-15', '2028-12-31', 'inForce'],
    ['the day after', '2026-10-15', '2029-01-01', 'ended'],
    ['concluded on the last day, the day after', '2028-12-31', '2029-01-01', 'ended'],
    ['concluded after the period, that day', '2029-02-01', '2029-02-01', 'concluded'],
    ['concluded after the period, ever after', '2029-02-01', '2039-02-01', 'concluded'],
  ])('%s', (_, concludedOn, today, expected) => {
    expect(standingOf('concluded', period, day(concludedOn), day(today))).toBe(expected);
  });

  it('property: in force from the later of the two days through the last day, and at no other time', () => {
    const anyDay = fc.integer({ min: -500, max: 1500 }).map((days) => addDays(period.from, days));
    fc.assert(
      fc.property(anyDay, anyDay, (concludedOn, today) => {
        const isInForce = today >= period.from && today >= concludedOn && today <= period.to;
        expect(standingOf('concluded', period, concludedOn, today) === 'inForce').toBe(isInForce);
      }),
    );
  });

  it.each(AGREEMENT_STATES)('%s without a day of conclusion stays what it is, whatever the day', (state) => {
    expect(standingOf(state, period, null, day('2030-01-01'))).toBe(state);
    expect(STANDINGS).toContain(state);
  });
});
