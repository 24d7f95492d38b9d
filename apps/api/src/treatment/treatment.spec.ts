import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { command, onlyRound, responseOf } from '../hearing/test-hearing';
import { pdfSaying } from '../hearing/test-pdf';

const TREATED = '(svar behandles)';
const answer = { outcome: 'accommodated', answer: 'Det skrives ind.', reason: 'Rådet har ret.' };

interface Seen {
  readonly id: string;
  readonly label: string;
  readonly excerpt: string;
  readonly about: string | null;
  readonly section: string | null;
  readonly mayTreat: boolean;
  readonly mayArrange: boolean;
  readonly council: { readonly id: string };
  readonly party: { readonly id: string } | null;
  readonly responsible: readonly { readonly id: string }[];
  readonly treatment: { readonly id: string; readonly given: string; readonly outcome: string } | null;
}

interface Round {
  readonly points: readonly Seen[];
  readonly pointChanges: readonly { readonly id: string; readonly sentence: string; readonly mayUndo: boolean }[];
  readonly pointPlaces: readonly { readonly section: string; readonly title: string; readonly seq: number }[];
  readonly pointParties: readonly { readonly id: string; readonly name: string }[];
}

const ROUND = `points { id label excerpt about section mayTreat mayArrange council { id } party { id } responsible { id }
    treatment { id given outcome change { section seq } } }
  pointChanges { id kind sentence by at mayUndo } pointPlaces { section number title seq } pointParties { id name }`;

let app: TestApp;
let secretariat: TestBrowser;
let round: string;

beforeEach(async () => {
  app = await startTestApp();
  secretariat = await app.signIn('sekretariat');
  round = (await onlyRound(secretariat, TREATED)).id;
});

afterEach(() => app.close());

async function seen(browser: TestBrowser = secretariat): Promise<Round> {
  const { data, errors } = await browser.gql<{ round: Round }>(`query ($id: ID!) { round(id: $id) { ${ROUND} } }`, {
    id: round,
  });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.round;
}

async function open(count: number): Promise<readonly Seen[]> {
  const found = (await seen()).points.filter(({ treatment, mayTreat }) => treatment === null && mayTreat);
  if (found.length < count) throw new Error('There are too few open points');
  return found.slice(0, count);
}

/** Where the first two words of a point meet. */
const between = (point: Seen | undefined): number => (point?.excerpt.indexOf(' ') ?? -1) + 1;

describe('HE-18 an answer that was sent as a document', () => {
  it('has a point for each of its paragraphs, with its page', async () => {
    const chair = await app.signIn('handicapraad-formand-naestved');
    const { id } = responseOf(await onlyRound(chair, '(i høring)'), 'Næstved');
    // Two lines of the page, with more room between them than within a paragraph.
    const pdf = pdfSaying('Flere tolke.) Tj 0 -40 Td (Kortere svar.');
    const put = await chair.fetch(`/files/responses/${id}?name=svar.pdf&section=`, {
      method: 'POST',
      body: new Uint8Array(pdf),
    });
    expect(put.status).toBe(201);
    expect((await command(chair, 'submitResponse', { response: id })).refused).toBeNull();
    round = (await onlyRound(secretariat, '(i høring)')).id;
    const own = (await seen()).points.filter(({ about }) => about?.startsWith('svar.pdf'));
    expect(own.map(({ excerpt, about }) => [excerpt, about])).toEqual([
      ['Flere tolke.', 'svar.pdf, side 1'],
      ['Kortere svar.', 'svar.pdf, side 1'],
    ]);
  });
});

describe('HE-41 points are split and joined over HTTP, and taken back', () => {
  it('gives the parts, tells of it, and undoes it', async () => {
    const [point] = await open(1);
    const split = await command(
      secretariat,
      'splitPoint',
      { point: point?.id, at: [between(point)] },
      'points { id label }',
    );
    expect(split).toMatchObject({
      refused: null,
      points: [{ label: `${point?.label}.1` }, { label: `${point?.label}.2` }],
    });
    const { points, pointChanges } = await seen();
    const parts = points.filter(
      ({ label, council }) => council.id === point?.council.id && label.startsWith(`${point?.label}.`),
    );
    expect(parts.map(({ excerpt }) => excerpt).join(' ')).toBe(point?.excerpt);
    expect(pointChanges[0]).toMatchObject({ kind: 'split', mayUndo: true });
    expect(pointChanges[0]?.sentence).toContain(`Delt: ${point?.label}.1, ${point?.label}.2 fra Handicaprådet`);

    const undo = { round, change: pointChanges[0]?.id };
    expect((await command(secretariat, 'undoPointChange', undo)).refused).toBeNull();
    expect((await command(secretariat, 'undoPointChange', undo)).refused?.code).toBe('HE-43-UNDONE-ALREADY');
    expect((await seen()).points.find(({ id }) => id === point?.id)?.excerpt).toBe(point?.excerpt);
  });

  it('says why not, in a sentence, and writes nothing', async () => {
    const before = await seen();
    const answered = before.points.find(({ treatment }) => treatment !== null);
    const [point] = await open(1);
    const refusals = [
      await command(secretariat, 'splitPoint', { point: point?.id, at: [1] }),
      await command(secretariat, 'splitPoint', { point: answered?.id, at: [between(answered)] }),
      await command(secretariat, 'mergePoints', { points: [point?.id] }),
    ];
    expect(refusals.map(({ refused }) => refused?.code)).toEqual([
      'HE-41-NOT-A-CUT',
      'HE-42-ANSWERED',
      'HE-41-NOT-ONE-ANSWER',
    ]);
    for (const { refused } of refusals) expect(refused?.message).toMatch(/^[A-ZÆØÅ1].*\.$/u);
    expect(await seen()).toEqual(before);
  });
});

describe('HE-40 points are hung elsewhere and handed on', () => {
  it('and whoever it is handed to may answer it then, and not before', async () => {
    const { points, pointPlaces, pointParties } = await seen();
    const tovholder = await app.signIn('tovholder-greve');
    const greve = pointParties.find(({ name }) => name.includes('Greve'));
    const foreign = (await seen(tovholder)).points.find(({ mayTreat, treatment }) => !mayTreat && treatment === null);
    const asked = { ...answer, points: [{ point: foreign?.id, seen: null }] };
    await expect(command(tovholder, 'treatPoints', asked)).rejects.toThrow('FORBIDDEN');
    await expect(command(tovholder, 'assignPoint', { points: [foreign?.id], party: greve?.id })).rejects.toThrow(
      'FORBIDDEN',
    );

    const assigned = await command(secretariat, 'assignPoint', { points: [foreign?.id], party: greve?.id });
    expect(assigned.refused).toBeNull();
    const handed = (await seen(tovholder)).points.find(({ id }) => id === foreign?.id);
    expect(handed).toMatchObject({ mayTreat: true, party: { id: greve?.id }, responsible: [{ id: greve?.id }] });
    const place = pointPlaces.find(({ section }) => section !== foreign?.section);
    const moved = await command(tovholder, 'movePoint', { points: [foreign?.id], section: place?.section });
    expect(moved.refused).toBeNull();
    expect((await command(tovholder, 'treatPoints', asked)).refused).toBeNull();
    expect((await seen()).points).toHaveLength(points.length);
  });

  it('only to a party and on a section of the agreement', async () => {
    const [point] = await open(1);
    const points = [point?.id];
    await expect(command(secretariat, 'assignPoint', { points, party: 'municipality:0851' })).rejects.toThrow(
      'NOT_FOUND',
    );
    const section = '00000000-0000-4000-8000-000000000000';
    await expect(command(secretariat, 'movePoint', { points, section })).rejects.toThrow('NOT_FOUND');
  });
});

describe('HE-44 one answer to several points', () => {
  it('is given to all, with the change it led to, and taken back from all', async () => {
    const [first, second] = await open(2);
    const [place] = (await seen()).pointPlaces;
    const points = [first, second].map((point) => ({ point: point?.id, seen: null }));
    const change = { section: place?.section, seq: place?.seq };
    expect((await command(secretariat, 'treatPoints', { ...answer, points, change })).refused).toBeNull();
    const treated = (await seen()).points.filter(({ id }) => id === first?.id || id === second?.id);
    expect(new Set(treated.map(({ treatment }) => treatment?.given)).size).toBe(1);
    expect(treated[0]?.treatment).toMatchObject({ outcome: 'accommodated', change });
    const told = await command(secretariat, 'treatPoints', { ...answer, points });
    expect(told.refused?.code).toBe('HE-19-ANSWERED-ALREADY');
    const undone = await command(secretariat, 'undoPointChange', { round, answer: treated[0]?.treatment?.given });
    expect(undone.refused).toBeNull();
    expect((await open(2)).map(({ id }) => id)).toEqual([first?.id, second?.id]);
  });

  it('points at no state of a text that it has not come to', async () => {
    const [point] = await open(1);
    const [place] = (await seen()).pointPlaces;
    const points = [{ point: point?.id, seen: null }];
    const change = { section: place?.section, seq: (place?.seq ?? 0) + 1 };
    await expect(command(secretariat, 'treatPoints', { ...answer, points, change })).rejects.toThrow('NOT_FOUND');
  });
});
