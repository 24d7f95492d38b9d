import {
  brandId,
  instantOf,
  localDateOf,
  type BodyId,
  type PointId,
  type SectionId,
  type Sha256,
  type VersionHash,
} from '@enig/kernel';
import fc from 'fast-check';
import { closeRound, endRound, isStillCollecting, waitingFor } from './closing';
import { proposePoints, standingPoints, type Point } from './points';
import type { HearingResponse, SubmissionId } from './response';
import { ROUND_STATES, type Round } from './round';
import {
  openPoints,
  standingTreatments,
  TREATMENT_OUTCOMES,
  treatTogether,
  type AnsweredPoint,
  type AnswerId,
  type AnswerInput,
  type Treatment,
  type TreatmentId,
  type TreatmentOutcome,
} from './treatment';

const greve = brandId<BodyId>('disability-council:0253');
const solroed = brandId<BodyId>('disability-council:0269');
const koege = brandId<BodyId>('disability-council:0259');
const councils = [greve, solroed, koege];
const autism = brandId<SectionId>('autisme');
const before = instantOf('2026-04-10T21:59:59.999Z');
const dueAt = instantOf('2026-04-10T22:00:00Z');

const version = brandId<VersionHash>('a'.repeat(64));
const round: Round = {
  ...{ owner: null, subject: { kind: 'version', version }, version, sections: [], minimumDays: 28 },
  invited: councils,
  openedAt: instantOf('2026-03-01T09:00:00Z'),
  dueDate: localDateOf('2026-04-10'),
  dueAt,
  shortReason: null,
  state: 'collecting',
};
const ended: Round = { ...round, state: 'ended' };

function answered(body: BodyId, late = false, isWithdrawn = false): HearingResponse {
  const id = brandId<SubmissionId>(`submission-${body}`);
  const submissions = [{ id, at: before, late, supersedes: null }];
  return { body, submissions, withdrawals: isWithdrawn ? [{ submission: id, at: before }] : [] };
}

/** An answer to one point. */
function answer(
  { id }: Point,
  to: Pick<Round, 'state'>,
  { seen, ...input }: AnswerInput & Pick<AnsweredPoint, 'seen'>,
  treatments: readonly Treatment[],
) {
  const treated = treatTogether([seen === undefined ? { id } : { id, seen }], to, input, treatments);
  return treated.ok ? { ok: true, value: treated.value[0] } : treated;
}

function standing({ id }: Point, treatments: readonly Treatment[]): Treatment | undefined {
  return standingTreatments(treatments).get(id);
}

function point(id: string, submission = 'submission-1'): Point {
  const places = { place: 'general', section: null, excerpt: 'Skriv det kortere', position: 1 } as const;
  const source = { kind: 'paragraph' } as const;
  return { source, id: brandId<PointId>(id), submission: brandId<SubmissionId>(submission), ...places };
}

function treatment(
  of: Point,
  id: string,
  supersedes: string | null = null,
  outcome: TreatmentOutcome = 'noted',
): Treatment {
  return {
    id: brandId<TreatmentId>(id),
    point: of.id,
    outcome,
    answer: 'Tak',
    reason: 'Det er rigtigt',
    link: null,
    given: brandId<AnswerId>(`answer-${id}`),
    supersedes: supersedes === null ? null : brandId<TreatmentId>(supersedes),
    takenBack: false,
  };
}

describe('HE-12 a round ends after the deadline, or when all have answered', () => {
  const all = councils.map((body) => answered(body));

  it.each([
    ['nobody has answered, before', [], before, councils],
    ['one is missing, before', all.slice(1), before, [greve]],
    ['one took it back, before', [...all.slice(1), answered(greve, false, true)], before, [greve]],
    ['all have answered, before', all, before, null],
    ['nobody has answered, after', [], dueAt, null],
  ])('%s', (_, responses, now, missing) => {
    expect(isStillCollecting(round, responses, now)).toBe(missing !== null);
    expect(endRound(round, responses, now)).toEqual(
      missing === null
        ? { ok: true, value: 'ended' }
        : { ok: false, error: { code: 'HE-12-STILL-COLLECTING', waitingFor: missing } },
    );
  });

  it('ends once', () => {
    expect(endRound(ended, all, dueAt)).toMatchObject({ ok: false, error: { code: 'HE-6-NOT-IN-THIS-STATE' } });
    expect(isStillCollecting(ended, [], before)).toBe(false);
  });

  it('names those it waits for in the order they were asked', () => {
    expect(waitingFor(round, all.slice(1, 2))).toEqual([greve, koege]);
  });
});

describe('HE-13 a round is not closed with an open point', () => {
  it('property: it closes if and only if every point has a treatment', () => {
    const points = ['a', 'b', 'c', 'd', 'e'].map((id) => point(id));
    fc.assert(
      fc.property(fc.subarray(points), fc.subarray(points), (asked, treated) => {
        const treatments = treated.map((each) => treatment(each, `treatment-${each.id}`));
        const open = asked.filter((each) => !treated.includes(each));
        expect(closeRound(ended, asked, treatments)).toEqual(
          open.length === 0 ? { ok: true, value: 'closed' } : { ok: false, error: { code: 'HE-13-POINTS-OPEN', open } },
        );
      }),
    );
  });

  it('does not close a round that still collects, nor a closed one', () => {
    for (const state of ['collecting', 'closed'] as const) {
      expect(closeRound({ ...round, state }, [], [])).toMatchObject({
        ok: false,
        error: { code: 'HE-6-NOT-IN-THIS-STATE', event: 'close' },
      });
    }
  });

  it('asks nothing about points of a submission that was replaced or withdrawn', () => {
    const mine = answered(greve);
    const taken = answered(solroed, false, true);
    const stands = point('a', mine.submissions[0]?.id);
    expect(standingPoints([stands, point('b', taken.submissions[0]?.id)], [mine, taken])).toEqual([stands]);
  });
});

describe('HE-14 treatments are facts', () => {
  const asked = point('a');
  const first = treatment(asked, 'first');

  it('a better answer supersedes the one before, whatever the order they are read in', () => {
    const better = answer(asked, ended, { outcome: 'accommodated', answer: 'Ja', reason: 'Skrevet om' }, [first]);
    expect(better).toMatchObject({ ok: true, value: { supersedes: 'first', point: 'a' } });
    const second = treatment(asked, 'second', 'first', 'accommodated');
    expect(standing(asked, [second, first])).toBe(second);
    expect(standing(asked, [first, second])).toBe(second);
    expect(standing(point('b'), [first, second])).toBeUndefined();
  });
});

describe('HE-16 outcome, answer and reason, all three', () => {
  it.each([
    ['answer', { answer: ' ', reason: 'Fordi' }, 'HE-16-ANSWER-REQUIRED'],
    ['reason', { answer: 'Nej', reason: '\n' }, 'HE-16-REASON-REQUIRED'],
  ])('refuses a treatment without %s, whatever its outcome', (_, words, code) => {
    for (const outcome of TREATMENT_OUTCOMES) {
      expect(answer(point('a'), ended, { outcome, ...words }, [])).toEqual({ ok: false, error: { code } });
    }
  });

  it('gives the fact to append', () => {
    expect(answer(point('a'), ended, { outcome: 'notAccommodated', answer: ' Nej ', reason: ' Fordi ' }, [])).toEqual({
      ok: true,
      value: { point: 'a', outcome: 'notAccommodated', answer: 'Nej', reason: 'Fordi', link: null, supersedes: null },
    });
  });
});

describe('HE-17 points are answered between the end and the close of the round', () => {
  it.each(ROUND_STATES)('%s', (state) => {
    const treated = answer(point('a'), { state }, { outcome: 'noted', answer: 'Tak', reason: 'Enig' }, []);
    if (state === 'ended') return expect(treated.ok).toBe(true);
    expect(treated).toEqual({ ok: false, error: { code: 'HE-17-NOT-BEING-TREATED', state } });
  });
});

describe('HE-18 each paragraph with words becomes one point', () => {
  const source = { kind: 'paragraph' } as const;
  const written = (...words: string[]) => words.map((each) => ({ words: each, source }));

  it('keeps the order it is read in and the place', () => {
    const response = {
      general: written('Vi er glade for\n  målene.', '  '),
      sections: [{ section: autism, said: written('Skriv kortere.', '', 'Sæt dato på.') }],
      minority: written('To er uenige.'),
    };
    expect(proposePoints(response)).toEqual([
      { place: 'general', section: null, excerpt: 'Vi er glade for målene.', position: 1, source },
      { place: 'section', section: autism, excerpt: 'Skriv kortere.', position: 2, source },
      { place: 'section', section: autism, excerpt: 'Sæt dato på.', position: 3, source },
      { place: 'minority', section: null, excerpt: 'To er uenige.', position: 4, source },
    ]);
  });

  it('says what it was found in: a comment, a statement, a file', () => {
    const comment = { kind: 'comment', comment: 'c1', anchor: { exact: 'støtte' } } as const;
    const statement = { kind: 'statement', how: 'phone', who: 'Et medlem', on: '2026-04-01' } as const;
    const file = { kind: 'file', name: 'svar.pdf', sha256: brandId<Sha256>('b'.repeat(64)) } as const;
    const said = [comment, statement, file].map((each) => ({ words: 'Støtte til alle', source: each }));
    const points = proposePoints({ general: [], sections: [{ section: autism, said }], minority: [] });
    expect(points.map((each) => each.source)).toEqual([comment, statement, file]);
  });

  it('is open until it is answered', () => {
    const [a, b] = [point('a'), point('b')];
    expect(openPoints([a, b], [treatment(a, 't')])).toEqual([b]);
  });
});

describe('HE-19 an answer given meanwhile is not replaced by who has not seen it', () => {
  const input = { outcome: 'noted', answer: 'Tak', reason: 'Enig' } as const;
  const id = brandId<TreatmentId>('first');
  const first = { ...treatment(point('a'), 'first'), ...input, id };
  const already = { ok: false, error: { code: 'HE-19-ANSWERED-ALREADY', points: ['a'] } };

  it('says so to who saw none, or another', () => {
    expect(answer(point('a'), ended, { ...input, seen: null }, [first])).toEqual(already);
    expect(answer(point('a'), ended, { ...input, seen: brandId<TreatmentId>('other') }, [first])).toEqual(already);
    expect(answer(point('a'), ended, { ...input, seen: id }, [])).toEqual(already);
  });

  it('takes the answer of who saw the one that stands, or saw that there was none', () => {
    expect(answer(point('a'), ended, { ...input, seen: id }, [first])).toMatchObject({ value: { supersedes: id } });
    expect(answer(point('a'), ended, { ...input, seen: null }, [])).toMatchObject({ value: { supersedes: null } });
    expect(answer(point('a'), ended, input, [first])).toMatchObject({ value: { supersedes: id } });
  });
});

describe('HE-44 one answer may serve several points, all of them or none', () => {
  const input = { outcome: 'noted', answer: 'Tak', reason: 'Enig' } as const;
  const [a, b] = [point('a'), point('b')];

  it('gives each point a treatment of its own, that supersedes its own', () => {
    const link = { section: autism, seq: 7 };
    const treated = treatTogether([a, b, a], ended, { ...input, link }, [treatment(a, 'first')]);
    expect(treated).toEqual({
      ok: true,
      value: [
        { point: 'a', ...input, link, supersedes: 'first' },
        { point: 'b', ...input, link, supersedes: null },
      ],
    });
  });

  it('answers none where one was answered meanwhile, and says which', () => {
    const seen = [a, b].map(({ id }) => ({ id, seen: null }));
    expect(treatTogether(seen, ended, input, [treatment(b, 'first')])).toEqual({
      ok: false,
      error: { code: 'HE-19-ANSWERED-ALREADY', points: ['b'] },
    });
  });

  it('is an answer to something', () => {
    expect(treatTogether([], ended, input, [])).toEqual({ ok: false, error: { code: 'HE-44-NO-POINTS' } });
  });
});

describe('HE-43 an answer that was taken back counts no longer, and the one before it does', () => {
  const asked = point('a');
  const first = treatment(asked, 'first');
  const second = { ...treatment(asked, 'second', 'first'), takenBack: true };

  it('gives the point the answer before it, and none where there was none', () => {
    expect(standing(asked, [first, second])).toBe(first);
    expect(openPoints([asked], [first, second])).toEqual([]);
    expect(openPoints([asked], [{ ...first, takenBack: true }, second])).toEqual([asked]);
  });

  it('is followed by the next one in the record, so that none is ever followed by two', () => {
    const next = answer(asked, ended, { outcome: 'noted', answer: 'Tak', reason: 'Enig', seen: first.id }, [
      first,
      second,
    ]);
    expect(next).toMatchObject({ ok: true, value: { supersedes: 'second' } });
    const third = treatment(asked, 'third', 'second');
    expect(standing(asked, [third, second, first])).toBe(third);
  });
});
