import type { SubmissionId } from '@enig/hearing';
import {
  addDays,
  brandId,
  localDateAt,
  sha256,
  type BodyId,
  type ResponseId,
  type RoundId,
  type SectionId,
} from '@enig/kernel';
import { emptyJson, richFromPlain, type HearingResponseJson, type SubmissionJson } from '@enig/text';
import { databaseNow, type Actor } from './act';
import { FileStore } from './file-store';
import { HearingReads } from './hearing-reads';
import type { ResponseView, RoundView } from './hearing-views';
import { ResponseFiles } from './response-files';
import { ResponseStore } from './response-store';
import { ScreeningStore } from './screening/screening-store';
import { setDeadlineIn } from './test-response';
import { beginStory, done, type Story } from './test-story';
import { TextEraser } from './text-eraser';

const greve = brandId<BodyId>('disability-council:0253');
const PDF = Buffer.from('%PDF-1.7 KANARIEFUGL');

let story: Story;
let chair: Actor;
let deputy: Actor;
let files: ResponseFiles;
let responses: ResponseStore;
let round: RoundId;
let response: ResponseId;

beforeEach(async () => {
  story = await beginStory();
  const ground = { source: story.source, announce: story.announce };
  files = new ResponseFiles(ground);
  responses = new ResponseStore(ground);
  chair = await story.person(greve, 'disabilityCouncilChair');
  deputy = await story.person(greve, 'disabilityCouncilDeputy');
  const today = localDateAt(await databaseNow(story.source.manager));
  const opened = await story.freeze({ councils: [greve], dueDate: addDays(today, 40), shortReason: '' });
  round = opened.round ?? brandId<RoundId>('');
  response = (await present()).row.id;
});

afterEach(() => story.close());

async function view(): Promise<RoundView> {
  const found = await new HearingReads(story.source).round(round);
  if (!found) throw new Error('The round is gone');
  return found;
}

async function present(): Promise<ResponseView> {
  const [found] = (await view()).responses;
  if (!found) throw new Error('The council was not asked');
  return found;
}

/** As a document comes in: kept, with what was seen in it. */
async function kept(bytes = PDF): Promise<{ sha256: ReturnType<typeof sha256>; size: number }> {
  const added = await new FileStore(story.source).add(bytes, 'application/octet-stream', chair.person);
  const screenings = new ScreeningStore({ source: story.source, announce: story.announce });
  await screenings.keepInspection(added.sha256, { kind: 'pdf', numbers: [], unread: [] });
  return added;
}

async function put(name = 'svar.pdf', section: SectionId | null = null, bytes = PDF) {
  return files.add(response, { name, section, sha256: (await kept(bytes)).sha256 }, chair);
}

async function says(content: Partial<HearingResponseJson>): Promise<void> {
  await story.write((await present()).row.text, { ...emptyJson('hearing-response'), ...content });
}

async function sentJson(submission: SubmissionId): Promise<SubmissionJson> {
  const bytes = await new HearingReads(story.source).content(submission);
  expect(sha256(bytes)).toBe((await present()).standing?.row.sha256);
  return JSON.parse(Buffer.from(bytes).toString()) as SubmissionJson;
}

const inGeneral = { 'f-1': { noRemarks: true, ready: false } };

describe('HE-34 a response says something also without prose', () => {
  const remark = { id: brandId<never>('k-1'), body: richFromPlain('Hvem betaler?') };
  it.each<[string, Partial<HearingResponseJson>]>([
    ['that there are no remarks', { entries: inGeneral }],
    ['a comment', { comments: [{ ...remark, section: 'f-1', anchor: null }] }],
    ['what was said by phone', { statements: [{ ...remark, section: null, how: 'phone', who: '', on: null }] }],
  ])('%s', async (_, content) => {
    await says(content);
    const submission = done(await responses.submit(response, chair));
    expect(await sentJson(submission)).toMatchObject({ ...content, files: [] });
  });

  it('a document', async () => {
    expect(await responses.submit(response, chair)).toMatchObject({ error: { code: 'HE-9-RESPONSE-EMPTY' } });
    done(await put());
    expect(await responses.submit(response, chair)).toMatchObject({ ok: true });
  });

  it('but not that an entry is ready', async () => {
    await says({ entries: { general: { noRemarks: false, ready: true } } });
    expect(await responses.submit(response, chair)).toMatchObject({ error: { code: 'HE-9-RESPONSE-EMPTY' } });
  });
});

describe('HE-18 what stands in a document is answered piece by piece', () => {
  it('by what was read in it when it came; one nobody has read, by its name', async () => {
    const says = { isAll: true, paragraphs: [{ words: 'Flere tolke.', page: 2 }] };
    const read = await kept();
    done(await files.add(response, { name: 'svar.pdf', section: null, sha256: read.sha256, says }, chair));
    done(await put('scannet.pdf', null, Buffer.from('%PDF-1.7 andet')));
    done(await responses.submit(response, chair));
    const source = { kind: 'file', name: 'svar.pdf', sha256: read.sha256, page: 2 };
    expect((await view()).points.map(({ row }) => [row.excerpt, row.source])).toMatchObject([
      ['Flere tolke.', source],
      ['scannet.pdf', { kind: 'file', name: 'scannet.pdf' }],
    ]);
  });
});

describe('HE-35 documents are in the submission’s bytes, and stay as they were sent', () => {
  it('those that stood when it was sent, with name, hash, size and what they are about', async () => {
    const [{ section } = { section: null }] = await new HearingReads(story.source).sectionsOf((await view()).round);
    done(await put('alt.pdf'));
    const gone = done(await put('forkert.pdf', null, Buffer.from('%PDF-1.7 andet')));
    done(await put('mål.pdf', section));
    done(await files.remove(gone, deputy));
    const submission = done(await responses.submit(response, chair));
    const same = { sha256: sha256(PDF), size: PDF.length };
    expect((await sentJson(submission)).files).toEqual([
      { name: 'alt.pdf', section: null, ...same },
      { name: 'mål.pdf', section, ...same },
    ]);
    expect((await files.sentWith([submission])).get(submission)?.map(({ name }) => name)).toEqual([
      'alt.pdf',
      'mål.pdf',
    ]);
    expect(await files.find(gone)).toMatchObject({ isRemoved: true, submissions: [] });
  });

  it('none is added or removed once it is sent; after a withdrawal they are, and the sent ones are kept', async () => {
    const first = done(await put());
    const submission = done(await responses.submit(response, chair));
    expect(await put('sent.pdf', null, Buffer.from('%PDF-2'))).toMatchObject({
      error: { code: 'HE-35-RESPONSE-LOCKED' },
    });
    expect(await files.remove(first, chair)).toMatchObject({ error: { code: 'HE-35-RESPONSE-LOCKED' } });
    done(await responses.withdraw(response, chair));
    done(await files.remove(first, chair));
    expect((await files.of([response])).get(response)).toEqual([]);
    expect(await files.find(first)).toMatchObject({ isRemoved: true, submissions: [submission] });
    expect((await files.sentWith([submission])).get(submission)).toHaveLength(1);
  });

  it('the same document twice in the same place is one, and removing twice is once', async () => {
    const one = done(await put('a.pdf'));
    expect(done(await put('b.pdf'))).toBe(one);
    done(await files.remove(one, chair));
    done(await files.remove(one, deputy));
    expect(await files.remove(brandId('00000000-0000-4000-8000-000000000000'), chair)).toBeNull();
    const [row] = await story.source.query<{ removed_by: string }[]>('SELECT removed_by FROM response_file');
    expect(row?.removed_by).toBe(chair.person);
  });

  it('a row says for ever what was put there: the app can take it out, and nothing else', async () => {
    const id = done(await put());
    await expect(story.source.query(`UPDATE response_file SET name = 'x' WHERE id = $1`, [id])).rejects.toThrow(
      /denied/,
    );
    await expect(story.source.query('DELETE FROM response_file')).rejects.toThrow(/denied/);
    await expect(story.source.query('DELETE FROM submission_file')).rejects.toThrow(/denied/);
  });

  it('whoever adds while another sends is in what is sent, or refused', async () => {
    await says({ general: richFromPlain('Tak.') });
    for (let turn = 0; turn < 8; turn += 1) {
      const bytes = Buffer.from(`%PDF-1.7 ${turn}`);
      const [added, sent] = await Promise.all([put('samtidig.pdf', null, bytes), responses.submit(response, chair)]);
      const { files: inBytes } = await sentJson(done(sent));
      expect(inBytes.some((file) => file.sha256 === sha256(bytes))).toBe(added?.ok);
      done(await responses.withdraw(response, chair));
      for (const { id } of (await files.of([response])).get(response) ?? []) await files.remove(id, chair);
    }
  });
});

describe('CO-27 a document that was taken out before it was sent', () => {
  const keptFiles = async (): Promise<string[]> => {
    const rows = await story.source.query<{ sha256: string }[]>('SELECT sha256 FROM file');
    return rows.map((row) => row.sha256);
  };

  it('is gone after the set number of days, bytes and name; what was sent or stands is kept', async () => {
    const [gone, sent] = [Buffer.from('%PDF-1.7 fortrudt'), Buffer.from('%PDF-1.7 sendt')];
    const first = done(await put('fortrudt.pdf', null, gone));
    const second = done(await put('sendt.pdf', null, sent));
    done(await files.remove(first, chair));
    done(await responses.submit(response, chair));
    done(await responses.withdraw(response, chair));
    done(await files.remove(second, chair));
    done(await put('stående.pdf'));
    const eraser = new TextEraser(story.source);
    await eraser.eraseDue(1);
    expect(await keptFiles()).toContain(sha256(gone));
    await eraser.eraseDue(0);
    expect((await keptFiles()).toSorted()).toEqual([sha256(sent), sha256(PDF)].toSorted());
    expect([await files.find(first), (await files.find(second))?.file.name]).toEqual([null, 'sendt.pdf']);
  });

  it('keeps its bytes where something else has the same', async () => {
    done(await files.remove(done(await put('a.pdf')), chair));
    done(await put('b.pdf'));
    await new TextEraser(story.source).eraseDue(0);
    expect(await keptFiles()).toEqual([sha256(PDF)]);
    expect((await files.of([response])).get(response)?.map(({ name }) => name)).toEqual(['b.pdf']);
  });
});

describe('HE-36 a response has at most 20 documents', () => {
  it('also when several come at once', async () => {
    const each = (at: number) => put(`${at}.pdf`, null, Buffer.from(`%PDF-1.7 ${at}`));
    const added = await Promise.all(Array.from({ length: 22 }, (_, at) => each(at)));
    expect(added.filter((one) => one?.ok)).toHaveLength(20);
    expect(added.filter((one) => one && !one.ok && one.error.code === 'HE-36-TOO-MANY-FILES')).toHaveLength(2);
  });
});

describe('HE-37 what is sent has the documents it was checked with', () => {
  it('else it is read again before it is sent', async () => {
    const first = done(await put('a.pdf'));
    const checked = { checkedSeq: null, checkedFiles: [first] };
    const second = done(await put('b.pdf', null, Buffer.from('%PDF-2')));
    const refused = { error: { code: 'HE-20-CHANGED-SINCE-CHECKED' } };
    expect(await responses.submit(response, chair, checked)).toMatchObject(refused);
    done(await files.remove(second, chair));
    expect(await responses.submit(response, chair, checked)).toMatchObject({ ok: true });
  });
});

describe('HE-39 one answer, one receipt', () => {
  const receipts = () =>
    story.source.query<{ person: string; facts: { reference: string; isLate: boolean } }[]>(
      `SELECT person, facts FROM letter WHERE kind = 'receipt' ORDER BY person`,
    );

  it('when two members send at once; each of the council gets it once by mail', async () => {
    await says({ general: richFromPlain('Tak.') });
    const both = await Promise.all([responses.submit(response, chair), responses.submit(response, deputy)]);
    expect(both[0]).toEqual(both[1]);
    const { submissions, standing } = await present();
    expect(submissions).toHaveLength(1);
    const letters = await receipts();
    expect(letters.map(({ person }) => person)).toEqual([chair.person, deputy.person].sort());
    expect(new Set(letters.map(({ facts }) => facts.reference))).toEqual(new Set([standing?.row.reference]));
  });

  it('also where the deadline passed while it was checked: it is kept, late, and says so', async () => {
    await says({ general: richFromPlain('Tak.') });
    const { seq } = (await present()).text;
    await setDeadlineIn(story.owner, round, -1);
    done(await responses.submit(response, chair, { checkedSeq: seq, checkedFiles: [] }));
    expect((await present()).standing?.row.late).toBe(true);
    expect((await receipts()).every(({ facts }) => facts.isLate)).toBe(true);
  });
});

describe('until it is sent, a response is its council’s alone', () => {
  it('its documents are in no log, no letter and no event, not even as a number', async () => {
    const acts = async () => JSON.stringify(await story.source.query('SELECT * FROM act'));
    const letters = async () => JSON.stringify(await story.source.query('SELECT * FROM letter'));
    const [before, sentBefore] = [await acts(), await letters()];
    story.told.length = 0;
    done(await files.remove(done(await put('KANARIEFUGL.pdf')), chair));
    expect(await acts()).toBe(before);
    expect(await letters()).toBe(sentBefore);
    const { text } = (await present()).row;
    expect(new Set(story.told.map((told) => `${told.topic} ${told.id}`))).toEqual(new Set([`text ${text}`]));
  });
});
