import {
  addDays,
  brandId,
  endOfDay,
  instantFromMillis,
  instantOf,
  localDateAt,
  localDateOf,
  type BodyId,
  type PartyId,
  type SectionId,
  type VersionHash,
} from '@enig/kernel';
import fc from 'fast-check';
import {
  DEFAULT_MINIMUM_DAYS,
  extendRound,
  holdsUpTheAgreement,
  isOnTime,
  openRound,
  ROUND_EVENTS,
  ROUND_STATES,
  roundStateOf,
  roundTransition,
  withExtension,
  type Round,
  type RoundEvent,
  type RoundInput,
  type RoundState,
} from './round';

const greve = brandId<BodyId>('disability-council:0253');
const solroed = brandId<BodyId>('disability-council:0269');
const version = brandId<VersionHash>('a'.repeat(64));
const openedAt = instantOf('2026-03-01T09:00:00Z');

const greveKommune = brandId<PartyId>('municipality:0253');
const solroedKommune = brandId<PartyId>('municipality:0269');
const autism = brandId<SectionId>('11111111-1111-4111-8111-111111111111');

const input: RoundInput = {
  owner: null,
  heard: { kind: 'version', version, areas: [{ section: autism, hasEasyRead: true }], chosen: null },
  invited: [
    { body: greve, party: greveKommune },
    { body: solroed, party: solroedKommune },
  ],
  openedAt,
  dueDate: localDateOf('2026-04-10'),
  minimumDays: DEFAULT_MINIMUM_DAYS,
  shortReason: '',
};

function opened(over: Partial<RoundInput> = {}): Round {
  const round = openRound({ ...input, ...over });
  if (!round.ok) throw new Error(round.error.code);
  return round.value;
}

/** Days over every change of clocks from 2026 through 2035. */
const anyDate = fc.integer({ min: 0, max: 3651 }).map((days) => addDays(localDateOf('2026-01-01'), days));

const EXPECTED: Record<RoundState, Record<RoundEvent, RoundState | null>> = {
  collecting: { open: null, extend: 'collecting', end: 'ended', close: null },
  ended: { open: null, extend: null, end: null, close: 'closed' },
  closed: { open: null, extend: null, end: null, close: null },
};

describe('HE-6 an event happens only in a state that has a place for it', () => {
  it.each(ROUND_STATES.flatMap((state) => ROUND_EVENTS.map((event) => [state, event] as const)))(
    '%s × %s',
    (state, event) => {
      const next = EXPECTED[state][event];
      expect(roundTransition(state, event)).toEqual(
        next === null
          ? { ok: false, error: { code: 'HE-6-NOT-IN-THIS-STATE', state, event } }
          : { ok: true, value: next },
      );
    },
  );

  it('names every state and event once', () => {
    expect([...ROUND_STATES].sort()).toEqual(Object.keys(EXPECTED).sort());
    expect([...ROUND_EVENTS].sort()).toEqual(Object.keys(EXPECTED.closed).sort());
  });

  it('folds the record to the state', () => {
    expect(roundStateOf(['open'])).toBe('collecting');
    expect(roundStateOf(['open', 'extend', 'end', 'close'])).toBe('closed');
    expect(() => roundStateOf(['open', 'close'])).toThrow('A round that is collecting has no close');
    expect(() => roundStateOf(['end'])).toThrow('begins with its opening');
    expect(() => roundStateOf([])).toThrow(RangeError);
  });

  it('leaves the deadline where it is once the round has ended', () => {
    const ended: Round = { ...opened(), state: 'ended' };
    expect(extendRound(ended, localDateOf('2026-05-01'), 'Påske', openedAt)).toEqual({
      ok: false,
      error: { code: 'HE-6-NOT-IN-THIS-STATE', state: 'ended', event: 'extend' },
    });
  });
});

describe('HE-1 a round asks at least one council, each once', () => {
  it('refuses a round that asks nobody', () => {
    expect(openRound({ ...input, invited: [] })).toEqual({ ok: false, error: { code: 'HE-1-NO-ONE-INVITED' } });
  });

  it('asks a council once that is named twice', () => {
    const twice = [...input.invited, ...input.invited];
    expect(opened({ invited: twice }).invited).toEqual([greve, solroed]);
  });
});

describe('HE-2 the last day lies ahead', () => {
  it.each(['2026-03-01', '2026-02-28'])('refuses %s on 1 March', (date) => {
    const dueDate = localDateOf(date);
    expect(openRound({ ...input, dueDate, shortReason: 'Haster' })).toEqual({
      ok: false,
      error: { code: 'HE-2-DUE-NOT-IN-THE-FUTURE', dueDate },
    });
  });

  it('counts days in Copenhagen: late in the evening in UTC it is already tomorrow', () => {
    const late = instantOf('2026-03-01T23:30:00Z');
    const dueDate = localDateOf('2026-03-02');
    expect(openRound({ ...input, openedAt: late, dueDate, shortReason: 'Haster' })).toMatchObject({ ok: false });
  });

  it('refuses an extension to a day that has come, long after the deadline', () => {
    const dueDate = localDateOf('2026-05-01');
    expect(extendRound(opened(), dueDate, 'Påske', instantOf('2026-05-01T08:00:00Z'))).toEqual({
      ok: false,
      error: { code: 'HE-2-DUE-NOT-IN-THE-FUTURE', dueDate },
    });
  });
});

describe('HE-3 a short notice has a reason', () => {
  it('opens with the minimum number of days and not one fewer', () => {
    const dueDate = addDays(localDateOf('2026-03-01'), DEFAULT_MINIMUM_DAYS);
    expect(openRound({ ...input, dueDate }).ok).toBe(true);
    expect(openRound({ ...input, dueDate: addDays(dueDate, -1), shortReason: '  ' })).toEqual({
      ok: false,
      error: { code: 'HE-3-SHORT-NOTICE-NEEDS-REASON', days: 27, minimumDays: 28 },
    });
  });

  it('keeps the reason for a short notice, and none where the notice is long enough', () => {
    const dueDate = localDateOf('2026-03-10');
    expect(opened({ dueDate, shortReason: ' Ny lov ' }).shortReason).toBe('Ny lov');
    expect(opened({ shortReason: 'Ny lov' }).shortReason).toBeNull();
  });

  it('HE-46 refuses a reason with a personal number in it, which nobody could take out again', () => {
    const dueDate = localDateOf('2026-03-10');
    expect(openRound({ ...input, dueDate, shortReason: 'Svar om 120345-1234 haster' })).toEqual({
      ok: false,
      error: { code: 'HE-3-REASON-HOLDS-NUMBER' },
    });
  });
});

describe('HE-4 a deadline is never shortened', () => {
  it('property: every extension that is not refused moves the deadline to a later moment', () => {
    fc.assert(
      fc.property(anyDate, fc.array(anyDate, { maxLength: 8 }), (first, later) => {
        const start = instantOf('2025-12-01T00:00:00Z');
        let round = opened({ openedAt: start, dueDate: first });
        for (const date of later) {
          const extension = extendRound(round, date, 'Flere møder', start);
          expect(extension.ok).toBe(date > round.dueDate);
          if (!extension.ok) continue;
          const next = withExtension(round, extension.value);
          expect(next.dueAt > round.dueAt).toBe(true);
          round = next;
        }
      }),
    );
  });

  it('refuses the same day', () => {
    const round = opened();
    expect(extendRound(round, round.dueDate, 'Påske', openedAt)).toEqual({
      ok: false,
      error: { code: 'HE-4-NOT-LATER', dueDate: round.dueDate },
    });
  });
});

describe('HE-5 an extension says why', () => {
  const later = localDateOf('2026-05-01');

  it('refuses one without a reason', () => {
    expect(extendRound(opened(), later, ' ', openedAt)).toEqual({
      ok: false,
      error: { code: 'HE-5-EXTENSION-NEEDS-REASON' },
    });
  });

  it('HE-46 refuses one with a personal number in it', () => {
    expect(extendRound(opened(), later, 'Sagen om 1203451234 venter', openedAt)).toEqual({
      ok: false,
      error: { code: 'HE-5-REASON-HOLDS-NUMBER' },
    });
  });

  it('gives the fact to append and leaves the round as it was', () => {
    const round = Object.freeze(opened());
    expect(extendRound(round, later, ' Påske ', openedAt)).toEqual({
      ok: true,
      value: { dueDate: later, dueAt: '2026-05-01T22:00:00.000Z', reason: 'Påske', at: openedAt },
    });
    expect(round.dueDate).toBe('2026-04-10');
  });
});

describe('HE-7 on time if and only if the clock is before the deadline', () => {
  it.each([
    ['winter', '2026-01-31', '2026-01-31T23:00:00.000Z'],
    ['the day before clocks go forward', '2026-03-28', '2026-03-28T23:00:00.000Z'],
    ['the day clocks go forward', '2026-03-29', '2026-03-29T22:00:00.000Z'],
    ['summer', '2026-04-10', '2026-04-10T22:00:00.000Z'],
    ['the day clocks go back', '2026-10-25', '2026-10-25T23:00:00.000Z'],
  ])('%s', (_, date, dueAt) => {
    const due = instantOf(dueAt);
    expect(endOfDay(localDateOf(date))).toBe(due);
    expect(isOnTime({ dueAt: due }, instantFromMillis(Date.parse(due) - 1))).toBe(true);
    expect(isOnTime({ dueAt: due }, due)).toBe(false);
  });

  it('property: on time through the last day in Copenhagen, late from the next, through 2035', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -172_800_000, max: 172_800_000 }), (dueDate, offset) => {
        const round = opened({ openedAt: instantOf('2025-12-01T00:00:00Z'), dueDate });
        const now = instantFromMillis(Date.parse(round.dueAt) + offset);
        expect(isOnTime(round, now)).toBe(localDateAt(now) <= dueDate);
        expect(isOnTime(round, now)).toBe(offset < 0);
      }),
    );
  });
});

describe('HE-22 a round is owned by whoever hears', () => {
  it('a party asks its own bodies and nobody else’s, nor one that belongs to no party', () => {
    const own = { ...input, owner: greveKommune, invited: [{ body: greve, party: greveKommune }] };
    expect(openRound(own)).toMatchObject({ ok: true, value: { owner: greveKommune, invited: [greve] } });
    for (const stranger of [
      { body: solroed, party: solroedKommune },
      { body: brandId<BodyId>('user-organisation:all'), party: null },
    ]) {
      expect(openRound({ ...own, invited: [...own.invited, stranger] })).toEqual({
        ok: false,
        error: { code: 'HE-22-NOT-THE-OWNERS-BODY', body: stranger.body },
      });
    }
  });

  it('only the secretariat’s on a version is waited for before the text is decided on', () => {
    const document = { title: 'Rapport', text: 'Om boliger.', easyRead: 'Om at bo.', files: [] };
    const own = { owner: greveKommune, invited: [{ body: greve, party: greveKommune }] };
    expect(holdsUpTheAgreement(opened())).toBe(true);
    expect(holdsUpTheAgreement(opened({ heard: { kind: 'document', document } }))).toBe(false);
    expect(holdsUpTheAgreement(opened(own))).toBe(false);
    expect(holdsUpTheAgreement(opened({ ...own, heard: { kind: 'document', document } }))).toBe(false);
  });

  it('keeps the minimum that was set when it opened', () => {
    expect(opened({ minimumDays: 14 }).minimumDays).toBe(14);
  });
});
