import { brandId, type PartyId, type PointId, type Result, type SectionId, type Sha256 } from '@enig/kernel';
import fc from 'fast-check';
import {
  assignPoints,
  mergePoints,
  movePoints,
  splitPoint,
  undoAnswer,
  undoChange,
  type Arranged,
  type Arrangement,
  type ArrangeRefused,
} from './arrange-points';
import { pointsNow, type PointChange, type PointChangeId, type PointNow } from './point-changes';
import type { Point, PointPlace } from './points';
import type { SubmissionId } from './response';
import type { RoundState } from './round';
import type { AnswerId, Treatment, TreatmentId } from './treatment';

const autism = brandId<SectionId>('autisme');
const brain = brandId<SectionId>('hjerneskade');
const greve = brandId<PartyId>('municipality:0253');
const paragraph = { kind: 'paragraph' } as const;

function point(id: string, excerpt: string, given: Partial<Point> = {}): Point {
  const where = { place: 'general' as PointPlace, section: null, position: Number(id.slice(1)), source: paragraph };
  return { id: brandId<PointId>(id), submission: brandId<SubmissionId>('s'), excerpt, ...where, ...given };
}

const id = (value: string): PointId => brandId<PointId>(value);

/** A round's points with their history, to which changes are added as a store adds them. */
class Table {
  private number = 0;
  readonly changes: PointChange[] = [];
  treatments: Treatment[] = [];
  state: RoundState = 'ended';
  constructor(private readonly rows: Point[]) {}

  get now(): readonly PointNow[] {
    return pointsNow(this.rows, this.changes);
  }

  get arrangement(): Arrangement {
    return { round: { state: this.state }, points: this.now, changes: this.changes, treatments: this.treatments };
  }

  /** Appends what was arranged. @returns the change, or the code of the refusal. */
  add(arranged: Result<Arranged, ArrangeRefused>): PointChange | ArrangeRefused['code'] {
    if (!arranged.ok) return arranged.error.code;
    const { change, makes } = arranged.value;
    const made = makes.map((each) => ({ ...each, id: id(`m${++this.number}`) }));
    this.rows.push(...made);
    const done = { ...change, id: brandId<PointChangeId>(`c${++this.number}`), made: made.map((each) => each.id) };
    this.changes.push(done);
    if (change.answer) {
      this.treatments = this.treatments.map((each) =>
        each.given === change.answer ? { ...each, takenBack: true } : each,
      );
    }
    return done;
  }

  /** The same where it must succeed. */
  done(arranged: Result<Arranged, ArrangeRefused>): PointChangeId {
    const change = this.add(arranged);
    if (typeof change === 'string') throw new Error(change);
    return change.id;
  }

  answer(point: string): AnswerId {
    const given = brandId<AnswerId>(`a${++this.number}`);
    const words = { outcome: 'noted', answer: 'Tak', reason: 'Enig', link: null } as const;
    const treatment = { id: brandId<TreatmentId>(`t${this.number}`), point: id(point), ...words };
    this.treatments.push({ ...treatment, given, supersedes: null, takenBack: false });
    return given;
  }
}

const table = (): Table =>
  new Table([
    point('p1', 'Skriv kortere. Sæt dato på.'),
    point('p2', 'Tolk til møderne.', { place: 'section', section: autism }),
    point('p3', 'To er uenige.', { place: 'minority' }),
    point('p1', 'Et andet råd.', { id: id('q1'), submission: brandId<SubmissionId>('t') }),
  ]);
const said = (now: readonly PointNow[]) => now.map(({ label, excerpt }) => `${label} ${excerpt}`);

describe('HE-41 a point is cut, and points are made one, without a word lost', () => {
  it('cuts between words, and the parts stand where the whole stood', () => {
    const points = table();
    points.done(splitPoint(points.arrangement, id('p1'), { at: [14] }));
    expect(said(points.now)).toEqual([
      '1.1 Skriv kortere.',
      '1.2 Sæt dato på.',
      '2 Tolk til møderne.',
      '3 To er uenige.',
      '1 Et andet råd.',
    ]);
    points.done(splitPoint(points.arrangement, points.now[1]?.id ?? id(''), { at: [3] }));
    expect(said(points.now).slice(0, 3)).toEqual(['1.1 Skriv kortere.', '1.2.1 Sæt', '1.2.2 dato på.']);
    expect(points.now[2]?.from).toEqual(['p1']);
  });

  it.each([[[]], [[0]], [[27]], [[3]], [[2.5]], [[-1]], [[14, 3]]])('cuts no word: %j', (at) => {
    const points = table();
    expect(points.add(splitPoint(points.arrangement, id('p1'), { at }))).toBe('HE-41-NOT-A-CUT');
  });

  it('cuts a file by what is copied out of it, and nothing else so', () => {
    const source = { kind: 'file', name: 'svar.pdf', sha256: brandId<Sha256>('b'.repeat(64)) } as const;
    const points = new Table([point('p1', 'svar.pdf', { source }), point('p2', 'Tolk')]);
    expect(points.add(splitPoint(points.arrangement, id('p1'), { quotes: [' '] }))).toBe('HE-41-NOT-A-CUT');
    expect(points.add(splitPoint(points.arrangement, id('p2'), { quotes: ['Tolk'] }))).toBe('HE-41-NOT-A-CUT');
    points.done(splitPoint(points.arrangement, id('p1'), { quotes: ['Flere\n tolke.', 'Kortere svar.'] }));
    expect(said(points.now)).toEqual(['1.1 Flere tolke.', '1.2 Kortere svar.', '2 Tolk']);
    expect(points.now[0]?.source).toEqual(source);
  });

  it('cuts a file that could be read between its words, like what was typed', () => {
    const source = { kind: 'file', name: 'svar.pdf', sha256: brandId<Sha256>('b'.repeat(64)), page: 2 } as const;
    const points = new Table([point('p1', 'Flere tolke. Kortere svar.', { source })]);
    expect(points.add(splitPoint(points.arrangement, id('p1'), { quotes: ['Tolke.'] }))).toBe('HE-41-NOT-A-CUT');
    points.done(splitPoint(points.arrangement, id('p1'), { at: [13] }));
    expect(said(points.now)).toEqual(['1.1 Flere tolke.', '1.2 Kortere svar.']);
  });

  it('does not mix what stands in a document with anything else', () => {
    const inFile = (sign: string) => ({
      source: { kind: 'file', name: 'svar.pdf', sha256: brandId<Sha256>(sign.repeat(64)), page: 1 } as const,
    });
    const points = new Table([
      point('p1', 'Tolk.'),
      point('p2', 'Hurtigere.', inFile('b')),
      point('p3', 'Kortere.', inFile('b')),
      point('p4', 'Billigere.', inFile('c')),
    ]);
    for (const ids of [
      ['p1', 'p2'],
      ['p3', 'p4'],
    ])
      expect(points.add(mergePoints(points.arrangement, ids.map(id)))).toBe('HE-41-NOT-ONE-ANSWER');
    points.done(mergePoints(points.arrangement, [id('p2'), id('p3')]));
    expect(said(points.now)).toEqual(['1 Tolk.', '2+3 Hurtigere. Kortere.', '4 Billigere.']);
  });

  it('takes the headings along when it joins what stands under several', () => {
    const under = (heading: string) => ({ source: { kind: 'paragraph', heading } as const });
    const points = new Table([
      point('p1', 'Sæt dato på.', under('Overgange')),
      point('p2', 'Hurtigere.', under('Overgange')),
      point('p3', 'Tolk.', under('Møder')),
    ]);
    points.done(mergePoints(points.arrangement, [id('p1'), id('p2'), id('p3')]));
    expect(points.now[0]).toMatchObject({ excerpt: 'Sæt dato på. Hurtigere. Møder Tolk.', ...under('Overgange') });
  });

  it('makes one of several of the same answer, in the order they are read, where the first hung', () => {
    const points = table();
    points.done(mergePoints(points.arrangement, [id('p2'), id('p1')]));
    expect(said(points.now).slice(0, 1)).toEqual(['1+2 Skriv kortere. Sæt dato på. Tolk til møderne.']);
    expect(points.now[0]).toMatchObject({ place: 'general', section: null, from: ['p1', 'p2'] });
  });

  it.each([
    ['one', ['p1']],
    ['one twice', ['p1', 'p1']],
    ['those of two councils', ['p1', 'q1']],
    ['a minority and the others', ['p1', 'p3']],
  ])('does not make one of %s', (_, ids) => {
    const points = table();
    expect(points.add(mergePoints(points.arrangement, ids.map(id)))).toBe('HE-41-NOT-ONE-ANSWER');
  });
});

describe('HE-40 points are changed until the round is closed, and only those that stand', () => {
  it.each(['collecting', 'ended', 'closed'] as const)('%s', (state) => {
    const points = table();
    const moved = points.done(movePoints(points.arrangement, [id('p1')], brain));
    points.state = state;
    const results = [
      splitPoint(points.arrangement, id('p1'), { at: [14] }),
      mergePoints(points.arrangement, [id('p1'), id('p2')]),
      movePoints(points.arrangement, [id('p1')], autism),
      assignPoints(points.arrangement, [id('p1')], greve),
      undoChange(points.arrangement, moved),
    ];
    if (state !== 'closed') return expect(results.every(({ ok }) => ok)).toBe(true);
    for (const result of results) expect(result).toEqual({ ok: false, error: { code: 'HE-40-ROUND-CLOSED' } });
  });

  it('refuses what somebody else has cut meanwhile', () => {
    const points = table();
    points.done(splitPoint(points.arrangement, id('p1'), { at: [14] }));
    for (const late of [
      splitPoint(points.arrangement, id('p1'), { at: [14] }),
      mergePoints(points.arrangement, [id('p1'), id('p2')]),
      movePoints(points.arrangement, [id('p2'), id('p1')], null),
      assignPoints(points.arrangement, [], greve),
    ]) {
      expect(points.add(late)).toBe('HE-40-POINT-GONE');
    }
  });

  it('hangs points elsewhere and hands them on, and parts go with the whole', () => {
    const points = table();
    points.done(movePoints(points.arrangement, [id('p1'), id('p3')], brain));
    points.done(assignPoints(points.arrangement, [id('p1')], greve));
    points.done(splitPoint(points.arrangement, id('p1'), { at: [14] }));
    const here = points.now.map(({ label, place, section, party }) => [label, place, section, party]);
    expect(here.slice(0, 4)).toEqual([
      ['1.1', 'section', brain, greve],
      ['1.2', 'section', brain, greve],
      ['2', 'section', autism, null],
      ['3', 'minority', brain, null],
    ]);
    points.done(movePoints(points.arrangement, [id('p2')], null));
    expect(points.now.find((each) => each.id === 'p2')).toMatchObject({ place: 'general', section: null });
  });
});

describe('HE-42 what is answered is neither cut nor made one with others', () => {
  it('until the answer is taken back', () => {
    const points = table();
    const answer = points.answer('p1');
    expect(points.add(splitPoint(points.arrangement, id('p1'), { at: [14] }))).toBe('HE-42-ANSWERED');
    expect(points.add(mergePoints(points.arrangement, [id('p1'), id('p2')]))).toBe('HE-42-ANSWERED');
    points.done(undoAnswer(points.arrangement, answer));
    expect(points.add(undoAnswer(points.arrangement, answer))).toBe('HE-43-UNDONE-ALREADY');
    points.done(splitPoint(points.arrangement, id('p1'), { at: [14] }));
  });

  it('and a cut is not taken back while a part is answered', () => {
    const points = table();
    const cut = points.done(splitPoint(points.arrangement, id('p1'), { at: [14] }));
    const answer = points.answer(points.now[0]?.id ?? '');
    expect(undoChange(points.arrangement, cut)).toEqual({
      ok: false,
      error: { code: 'HE-42-ANSWERED', points: [points.now[0]?.id] },
    });
    points.done(undoAnswer(points.arrangement, answer));
    points.done(undoChange(points.arrangement, cut));
    expect(points.now).toEqual(table().now);
  });

  it('may still be hung elsewhere and handed on', () => {
    const points = table();
    points.answer('p1');
    points.done(movePoints(points.arrangement, [id('p1')], autism));
    points.done(assignPoints(points.arrangement, [id('p1')], greve));
  });
});

describe('HE-43 what was changed can be taken back, the last first', () => {
  it('not while something is built on it, and once', () => {
    const points = table();
    const moved = points.done(movePoints(points.arrangement, [id('p1')], autism));
    const cut = points.done(splitPoint(points.arrangement, id('p1'), { at: [14] }));
    expect(points.add(undoChange(points.arrangement, moved))).toBe('HE-43-BUILT-ON');
    points.done(undoChange(points.arrangement, cut));
    points.done(undoChange(points.arrangement, moved));
    expect(points.now).toEqual(table().now);
    for (const gone of [cut, moved, brandId<PointChangeId>('none')]) {
      expect(points.add(undoChange(points.arrangement, gone))).toBe('HE-43-UNDONE-ALREADY');
    }
  });

  it('whatever was done to other points since', () => {
    const points = table();
    const cut = points.done(splitPoint(points.arrangement, id('p1'), { at: [14] }));
    points.done(movePoints(points.arrangement, [id('p2')], brain));
    points.done(undoChange(points.arrangement, cut));
    expect(said(points.now)).toEqual(said(table().now));
  });
});

describe('no history of changes loses a word, and every one can be taken back', () => {
  const step = fc.tuple(fc.constantFrom('split', 'merge', 'move', 'assign', 'undo'), fc.nat(), fc.nat());
  const words = (now: readonly PointNow[]): string[] => now.flatMap(({ excerpt }) => excerpt.split(' ')).toSorted();

  function perform(points: Table, [act, one, other]: readonly [string, number, number]): void {
    const { arrangement, now } = points;
    const pick = (at: number): PointNow => now[at % now.length] as PointNow;
    const spaces = [...pick(one).excerpt.matchAll(/ /g)].map(({ index }) => index);
    const ids = [pick(one).id, pick(other).id];
    if (act === 'split')
      points.add(splitPoint(arrangement, pick(one).id, { at: spaces.filter((_, i) => (i + other) % 2) }));
    if (act === 'merge') points.add(mergePoints(arrangement, ids));
    if (act === 'move') points.add(movePoints(arrangement, [pick(one).id], other % 2 ? autism : null));
    if (act === 'assign') points.add(assignPoints(arrangement, ids, other % 2 ? greve : null));
    if (act === 'undo') {
      const change = points.changes[one % Math.max(1, points.changes.length)];
      if (change) points.add(undoChange(arrangement, change.id));
    }
  }

  it('property', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const points = table();
        const first = points.now;
        for (const each of steps) {
          perform(points, each);
          expect(words(points.now)).toEqual(words(first));
          expect(new Set(points.now.flatMap(({ from }) => from))).toEqual(new Set(first.map((each) => each.id)));
        }
        for (const { id: change, kind } of points.changes.toReversed()) {
          if (kind !== 'undo') points.add(undoChange(points.arrangement, change));
        }
        expect(points.now).toEqual(first);
      }),
      { numRuns: 300 },
    );
  });

  it('property: taking back the last change gives what stood before it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), step, (steps, last) => {
        const points = table();
        for (const each of steps) perform(points, each);
        const [before, count] = [points.now, points.changes.length];
        perform(points, last);
        const change = points.changes[count];
        if (!change || change.kind === 'undo') return;
        points.done(undoChange(points.arrangement, change.id));
        expect(points.now).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });
});
