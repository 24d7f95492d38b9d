import {
  brandId,
  instantOf,
  localDateOf,
  type BodyId,
  type PointId,
  type SectionId,
  type VersionHash,
} from '@enig/kernel';
import fc from 'fast-check';
import { closeRound, endRound, isStillCollecting, summary, waitingFor } from './closing';
import {
  openPoints,
  proposePoints,
  standingPoints,
  standingTreatment,
  treat,
  TREATMENT_OUTCOMES,
  type Point,
  type Treatment,
  type TreatmentId,
  type TreatmentOutcome,
} from './points';
import type { HearingResponse, SubmissionId } from './response';
import { ROUND_STATES, type Round } from './round';

const greve = brandId<BodyId>('disability-council:0253');
const solroed = brandId<BodyId>('disability-council:0269');
const koege = brandId<BodyId>('disability-council:0259');
const councils = [greve, solroed, koege];
const autism = brandId<SectionId>('autisme');
const before = instantOf('2026-04-10T21:59:59.999Z');
const dueAt = instantOf('2026-04-10T22:00:00Z');

const round: Round = {
  version: brandId<VersionHash>('a'.repeat(64)),
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

function point(id: string, submission = 'submission-1'): Point {
  const places = { place: 'general', section: null, excerpt: 'Skriv det kortere', position: 1 } as const;
  return { id: brandId<PointId>(id), submission: brandId<SubmissionId>(submission), ...places };
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
    supersedes: supersedes === null ? null : brandId<TreatmentId>(supersedes),
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
    const better = treat(asked, ended, { outcome: 'accommodated', answer: 'Ja', reason: 'Skrevet om' }, [first]);
    expect(better).toMatchObject({ ok: true, value: { supersedes: 'first', point: 'a' } });
    const second = treatment(asked, 'second', 'first', 'accommodated');
    expect(standingTreatment(asked, [second, first])).toBe(second);
    expect(standingTreatment(asked, [first, second])).toBe(second);
    expect(standingTreatment(point('b'), [first, second])).toBeNull();
  });
});

describe('HE-16 outcome, answer and reason, all three', () => {
  it.each([
    ['answer', { answer: ' ', reason: 'Fordi' }, 'HE-16-ANSWER-REQUIRED'],
    ['reason', { answer: 'Nej', reason: '\n' }, 'HE-16-REASON-REQUIRED'],
  ])('refuses a treatment without %s, whatever its outcome', (_, words, code) => {
    for (const outcome of TREATMENT_OUTCOMES) {
      expect(treat(point('a'), ended, { outcome, ...words }, [])).toEqual({ ok: false, error: { code } });
    }
  });

  it('gives the fact to append', () => {
    expect(treat(point('a'), ended, { outcome: 'notAccommodated', answer: ' Nej ', reason: ' Fordi ' }, [])).toEqual({
      ok: true,
      value: { point: 'a', outcome: 'notAccommodated', answer: 'Nej', reason: 'Fordi', supersedes: null },
    });
  });
});

describe('HE-17 points are answered between the end and the close of the round', () => {
  it.each(ROUND_STATES)('%s', (state) => {
    const treated = treat(point('a'), { state }, { outcome: 'noted', answer: 'Tak', reason: 'Enig' }, []);
    if (state === 'ended') return expect(treated.ok).toBe(true);
    expect(treated).toEqual({ ok: false, error: { code: 'HE-17-NOT-BEING-TREATED', state } });
  });
});

describe('HE-18 each paragraph with words becomes one point', () => {
  it('keeps the order it is read in and the place', () => {
    const content = {
      general: ['Vi er glade for\n  målene.', '  '],
      sections: [{ section: autism, paragraphs: ['Skriv kortere.', '', 'Sæt dato på.'] }],
      minority: ['To er uenige.'],
    };
    expect(proposePoints(content)).toEqual([
      { place: 'general', section: null, excerpt: 'Vi er glade for målene.', position: 1 },
      { place: 'section', section: autism, excerpt: 'Skriv kortere.', position: 2 },
      { place: 'section', section: autism, excerpt: 'Sæt dato på.', position: 3 },
      { place: 'minority', section: null, excerpt: 'To er uenige.', position: 4 },
    ]);
  });

  it('counts what came in and what became of it', () => {
    const [a, b] = [point('a'), point('b')];
    const responses = [answered(greve), answered(solroed, true)];
    expect(openPoints([a, b], [treatment(a, 't')])).toEqual([b]);
    expect(summary(round, responses, [a, b], [treatment(a, 't')])).toEqual({
      invited: 3,
      answered: 2,
      late: 1,
      points: 2,
      open: 1,
      byOutcome: { accommodated: 0, partlyAccommodated: 0, noted: 1, notAccommodated: 0 },
    });
  });
});

describe('HE-19 an answer given meanwhile is not replaced by who has not seen it', () => {
  const input = { outcome: 'noted', answer: 'Tak', reason: 'Enig' } as const;
  const id = brandId<TreatmentId>('first');
  const first = { ...input, id, point: point('a').id, supersedes: null };
  const already = { ok: false, error: { code: 'HE-19-ANSWERED-ALREADY' } };

  it('says so to who saw none, or another', () => {
    expect(treat(point('a'), ended, { ...input, seen: null }, [first])).toEqual(already);
    expect(treat(point('a'), ended, { ...input, seen: brandId<TreatmentId>('other') }, [first])).toEqual(already);
    expect(treat(point('a'), ended, { ...input, seen: id }, [])).toEqual(already);
  });

  it('takes the answer of who saw the one that stands, or saw that there was none', () => {
    expect(treat(point('a'), ended, { ...input, seen: id }, [first])).toMatchObject({ value: { supersedes: id } });
    expect(treat(point('a'), ended, { ...input, seen: null }, [])).toMatchObject({ value: { supersedes: null } });
    expect(treat(point('a'), ended, input, [first])).toMatchObject({ value: { supersedes: id } });
  });
});
