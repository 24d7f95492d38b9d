import {
  addDays,
  brandId,
  localDateAt,
  sha256,
  type BodyId,
  type ResponseId,
  type RoundId,
  type TextId,
} from '@enig/kernel';
import { richFromPlain } from '@enig/text';
import { encodeStateAsUpdate, encodeStateVector } from 'yjs';
import { databaseNow, type Actor } from './act';
import { FileStore } from './file-store';
import { HearingReads } from './hearing-reads';
import { HearingStore } from './hearing-store';
import type { ResponseView, RoundView } from './hearing-views';
import { ResponseFiles } from './response-files';
import { ResponseStore } from './response-store';
import { append, readDoc, setDeadlineIn, writeInResponse } from './test-response';
import { beginStory, type Story } from './test-story';
import { hasUnsent } from './unsent-corrections';

const greve = brandId<BodyId>('disability-council:0253');
const holbaek = brandId<BodyId>('disability-council:0316');

let story: Story;
let secretary: Actor;
let chair: Actor;
let deputy: Actor;
let rounds: HearingStore;
let responses: ResponseStore;
let round: RoundId;
let response: ResponseId;

beforeEach(async () => {
  story = await beginStory();
  const ground = { source: story.source, announce: story.announce };
  rounds = new HearingStore(ground);
  responses = new ResponseStore(ground);
  secretary = await story.person('secretariat:1085', 'secretariatOfficer');
  chair = await story.person(greve, 'disabilityCouncilChair');
  deputy = await story.person(greve, 'disabilityCouncilDeputy');
  const dueDate = addDays(localDateAt(await databaseNow(story.source.manager)), 40);
  const opened = await story.freeze({ councils: [greve, holbaek], dueDate, shortReason: '' });
  round = opened.round ?? brandId<RoundId>('');
  response = (await present()).row.id;
  await write('Første.');
  await responses.submit(response, chair);
});

afterEach(() => story.close());

async function roundNow(): Promise<RoundView> {
  const view = await new HearingReads(story.source).round(round);
  if (!view) throw new Error('The round is gone');
  return view;
}

/** Greve's response as it stands. */
async function present(): Promise<ResponseView> {
  const found = (await roundNow()).responses.find(({ row }) => row.body === greve);
  if (!found) throw new Error('The council was not asked');
  return found;
}

const write = async (general: string): Promise<void> =>
  story.write((await present()).row.text, { general: richFromPlain(general) });

/** Takes the last paragraph back again, which leaves what stood before. */
async function takeLastBack(text: TextId): Promise<void> {
  const doc = await readDoc(story.source, text);
  const before = encodeStateVector(doc);
  const general = doc.getXmlFragment('general');
  general.delete(general.length - 1, 1);
  await append(story.source, text, encodeStateAsUpdate(doc, before));
}

const dueIn = (milliseconds: number): Promise<void> => setDeadlineIn(story.owner, round, milliseconds);

const submissions = async (): Promise<number> => (await present()).submissions.length;

describe('HE-54 what was sent is corrected while it stands', () => {
  const words = async () => (await roundNow()).points.map(({ row }) => row.excerpt);
  const acts = () => story.owner.query<{ kind: string; facts: object }[]>('SELECT kind, facts FROM act ORDER BY id');
  it('opens the text, and what stands still stands; nobody but the council is told, and no log', async () => {
    const [before, told] = [await acts(), story.told.length];
    expect(await responses.correct(response)).toEqual({ ok: true, value: null });
    await write(' Anden.');
    const { state, standing, text, row } = await present();
    expect([state, standing?.row.late, text.phase]).toEqual(['submitted', false, 'open']);
    expect(await words()).toEqual(['Første.']);
    expect(await acts()).toEqual(before);
    expect(story.told.slice(told).map(({ topic }) => topic)).toEqual(['text']);
    expect(story.told.at(-1)).toEqual({ topic: 'text', id: row.text });
  });

  it('is sent in place of what stood, which is kept, and the log and the receipts name both', async () => {
    await responses.correct(response);
    await write('Anden.');
    await responses.submit(response, deputy);
    const { submissions: all, standing, text } = await present();
    const [first, second] = all;
    expect([all.length, standing?.row.id, text.phase]).toEqual([2, second?.row.id, 'closed']);
    expect(second?.row).toMatchObject({ ...deputy, supersedes: first?.row.id, late: false });
    expect(first?.withdrawal).toBeNull();
    expect(await words()).toEqual(expect.arrayContaining([expect.stringContaining('Anden.')]));
    const [reference, replaced] = [second?.row.reference, first?.row.reference];
    expect((await acts()).at(-1)).toMatchObject({ kind: 'replaceResponse', facts: { reference, replaced } });
    const letters = await story.owner.query<{ facts: object }[]>(
      `SELECT facts FROM letter WHERE kind = 'receipt' AND facts->>'submission' = $1`,
      [second?.row.id],
    );
    expect(letters).not.toEqual([]);
    for (const { facts } of letters) expect(facts).toMatchObject({ replaced });
  });

  it('given up: the text is closed, what was sent stands, and what was written is sent by nobody', async () => {
    await responses.correct(response);
    await write('Anden.');
    const before = await acts();
    expect(await responses.keepSent(response)).toEqual({ ok: true, value: null });
    expect((await present()).text).toMatchObject({ phase: 'closed', closedBecause: 'correctionNotSent' });
    expect(hasUnsent(await present())).toBe(true);
    expect(await responses.submit(response, chair)).toMatchObject({ error: { code: 'HE-54-NOT-BEING-CORRECTED' } });
    expect([await words(), await submissions(), await acts()]).toEqual([['Første.'], 1, before]);
  });

  it('sent unchanged is the receipt that stands, and closes the text again', async () => {
    const { standing } = await present();
    await responses.correct(response);
    const told = story.told.length;
    expect(await responses.submit(response, deputy)).toEqual({ ok: true, value: standing?.row.id });
    expect([(await present()).text.phase, await submissions()]).toEqual(['closed', 1]);
    expect(story.told.slice(told).map(({ topic }) => topic)).toEqual(['text']);
    await responses.correct(response);
    await responses.keepSent(response);
    expect([(await present()).text.closedBecause, hasUnsent(await present())]).toEqual(['submitted', false]);
  });

  it('typed and deleted, a document put in anew, after the deadline: is what stands, in time', async () => {
    const files = new ResponseFiles({ source: story.source, announce: story.announce });
    const bytes = Buffer.from('Et bilag.');
    await new FileStore(story.source).add(bytes, 'application/octet-stream', chair.person);
    const named = { section: null, sha256: sha256(bytes), name: 'bilag.pdf' };
    await responses.correct(response);
    const put = await files.add(response, named, chair);
    if (!put?.ok) throw new Error('The document was not taken');
    await responses.submit(response, chair);
    const { standing } = await present();
    await responses.correct(response);
    const { text } = (await present()).row;
    await writeInResponse(story.source, text, 'general', 'Og mere.');
    await takeLastBack(text);
    await files.remove(put.value, chair);
    await files.add(response, named, chair);
    expect((await present()).text.seq).toBeGreaterThan(standing?.row.textSeq ?? 0);
    await dueIn(-1);
    const told = story.told.length;
    expect(await responses.submit(response, deputy)).toEqual({ ok: true, value: standing?.row.id });
    expect([await submissions(), (await present()).standing?.row.late]).toEqual([2, false]);
    expect([(await present()).text.closedBecause, hasUnsent(await present())]).toEqual(['submitted', false]);
    expect(story.told.slice(told).map(({ topic }) => topic)).toEqual(['text']);
  });

  it('with another document and the same words is another answer', async () => {
    await responses.correct(response);
    const files = new ResponseFiles({ source: story.source, announce: story.announce });
    const bytes = Buffer.from('Et bilag.');
    await new FileStore(story.source).add(bytes, 'application/octet-stream', chair.person);
    await files.add(response, { section: null, sha256: sha256(bytes), name: 'bilag.pdf' }, chair);
    await responses.submit(response, chair);
    expect(await submissions()).toBe(2);
  });

  it('is sent once when two people press at once', async () => {
    await responses.correct(response);
    await write('Anden.');
    const both = await Promise.all([responses.submit(response, chair), responses.submit(response, deputy)]);
    expect(both[0]).toMatchObject({ ok: true });
    expect([both[1], await submissions()]).toEqual([both[0], 2]);
  });

  it('once begun is sent also after the deadline: late, and what it replaced was in time', async () => {
    await responses.correct(response);
    await write('Anden.');
    await dueIn(-1);
    expect((await present()).standing?.row.late).toBe(false);
    expect(await responses.submit(response, chair)).toMatchObject({ ok: true });
    expect((await present()).submissions.map(({ row }) => row.late)).toEqual([false, true]);
  });

  it('is not begun after the deadline, and closed when the round ends: what was sent is answered', async () => {
    await responses.correct(response);
    await write('Anden.');
    await dueIn(-1);
    await rounds.end(round, secretary);
    expect((await present()).text).toMatchObject({ phase: 'closed', closedBecause: 'correctionNotSent' });
    expect(hasUnsent(await present())).toBe(true);
    const tooLate = { error: { code: 'HE-10-TOO-LATE-TO-CHANGE' } };
    expect(await responses.correct(response)).toMatchObject(tooLate);
    expect(await responses.submit(response, chair)).toMatchObject(tooLate);
    expect(await words()).toEqual(['Første.']);
  });

  it('ended before the deadline: its council is told by mail that it was not sent, and nobody else', async () => {
    const other = await story.person(holbaek, 'disabilityCouncilChair');
    const theirs = (await roundNow()).responses.find(({ row }) => row.body === holbaek);
    if (!theirs) throw new Error('The other council was not asked');
    await story.write(theirs.row.text, { general: richFromPlain('Vores.') });
    await responses.submit(theirs.row.id, other);
    await responses.correct(response);
    await write('Anden.');
    expect(await rounds.end(round, secretary)).toMatchObject({ ok: true });
    const letters = await story.source.query<{ person: string; path: string; facts: object }[]>(
      `SELECT person, path, facts FROM letter WHERE kind = 'correctionNotSent' ORDER BY person`,
    );
    const reference = (await present()).standing?.row.reference;
    expect(letters.map(({ person }) => person)).toEqual([chair.person, deputy.person].toSorted());
    for (const { path, facts } of letters)
      expect([path, facts]).toMatchObject([expect.stringContaining(`/svar/${response}`), { reference }]);
    expect(JSON.stringify(letters)).not.toContain('Anden');
  });

  it('is withdrawn as before; then nothing stands, and the text stays open', async () => {
    await responses.correct(response);
    expect(await responses.withdraw(response, chair)).toMatchObject({ ok: true });
    expect(await present()).toMatchObject({ state: 'withdrawn', standing: null, text: { phase: 'open' } });
    expect(await responses.keepSent(response)).toMatchObject({ ok: true });
    expect((await present()).text.phase).toBe('open');
  });
});
