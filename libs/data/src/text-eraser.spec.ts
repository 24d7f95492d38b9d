import type { Identity } from '@enig/collab';
import {
  addDays,
  brandId,
  canonicalHash,
  localDateAt,
  type AgreementId,
  type BodyId,
  type ResponseId,
  type RoundId,
  type TextId,
} from '@enig/kernel';
import * as Y from 'yjs';
import { databaseNow, type Actor } from './act';
import { AgreementStore } from './agreement-store';
import { FileStore } from './file-store';
import { HearingReads } from './hearing-reads';
import { HearingStore } from './hearing-store';
import type { ResponseView } from './hearing-views';
import { ResponseFiles } from './response-files';
import { ResponseStore } from './response-store';
import { readDoc, setDeadlineIn } from './test-response';
import { done } from './test-story';
import { beginWriting, entry, signedIn, type Writing } from './test-writing';
import { TextContents } from './text-content';
import { TextEraser } from './text-eraser';
import { TextHistory } from './text-history';

const GREVE = brandId<BodyId>('disability-council:0253');
const CPR = '010203-1234';
const STANDS = 'Rådet er enigt.';

let writing: Writing;
let responses: ResponseStore;
let eraser: TextEraser;
let chair: Actor;
let member: Identity;
let response: ResponseId;
let text: TextId;

beforeEach(async () => {
  writing = await beginWriting();
  responses = new ResponseStore({ source: writing.source, announce: writing.announce });
  eraser = new TextEraser(writing.source);
  const dueDate = addDays(localDateAt(await databaseNow(writing.source.manager)), 40);
  await writing.freeze({ councils: [GREVE], dueDate, shortReason: '' });
  chair = await writing.person(GREVE, 'disabilityCouncilChair');
  member = await signedIn(writing, chair);
  const [row] = await writing.source.query<{ id: ResponseId; text: TextId }[]>('SELECT id, text FROM response');
  if (!row) throw new Error('The council was not asked');
  ({ id: response, text } = row);
});

afterEach(() => writing.close());

/** Makes rows as old as if they were written so many days ago. */
const grow = (table: string, column: string, days: number): Promise<unknown> =>
  writing.owner.query(`UPDATE ${table} SET ${column} = clock_timestamp() - make_interval(days => $1)`, [days]);

async function theRound() {
  const [row] = await writing.source.query<{ id: RoundId; agreement: AgreementId }[]>(
    'SELECT id, agreement FROM hearing_round',
  );
  if (!row) throw new Error('There is no round');
  const hearings = new HearingStore({ source: writing.source, announce: writing.announce });
  const secretariat = await writing.person('secretariat:1085', 'secretariatOfficer');
  return { hearings, secretariat, round: row.id, agreement: row.agreement };
}

/** What a member writes, each change as an update of its own. */
async function write(...changes: ((general: Y.XmlFragment) => void)[]): Promise<void> {
  const doc = await readDoc(writing.source, text);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => void updates.push(update));
  for (const change of changes) doc.transact(() => change(doc.getXmlFragment('general')));
  const outcome = await writing.log.append(
    updates.map((update) => entry(member, text, { update, claims: [doc.clientID], client: doc.clientID })),
  );
  expect(outcome.map(({ ok }) => ok)).toEqual(updates.map(() => true));
}

const say =
  (words: string) =>
  (general: Y.XmlFragment): void => {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(words)]);
    general.push([paragraph]);
  };
const takeBack = (general: Y.XmlFragment) => general.delete(general.length - 1, 1);

/** Where in the database some words are, in letters or in bytes. */
async function whereIs(words: string): Promise<string[]> {
  const tables = await writing.owner.query<{ name: string }[]>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  );
  const hex = Buffer.from(words).toString('hex');
  const found = [];
  for (const { name } of tables) {
    const rows = await writing.owner.query<unknown[]>(
      `SELECT FROM ${name} AS row WHERE strpos(row::text, $1) > 0 OR strpos(row::text, $2) > 0`,
      [words, hex],
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}

async function responseNow(): Promise<ResponseView> {
  const [row] = await writing.source.query<{ round: ResponseView['row']['round'] }[]>('SELECT round FROM response');
  const round = row && (await new HearingReads(writing.source).round(row.round));
  const found = round?.responses[0];
  if (!found) throw new Error('The response is gone');
  return found;
}

async function rows(): Promise<number[]> {
  const found = await writing.source.query<{ seq: string }[]>(
    'SELECT seq FROM text_update WHERE text = $1 ORDER BY seq',
    [text],
  );
  return found.map(({ seq }) => Number(seq));
}

const inside = (change: (words: Y.XmlText) => void) => (general: Y.XmlFragment) => {
  const last: unknown = general.get(general.length - 1);
  const words: unknown = last instanceof Y.XmlElement ? last.get(0) : null;
  if (words instanceof Y.XmlText) change(words);
};

describe('CO-27 what was taken back before a response was sent', () => {
  it('is nowhere once the days have gone, and what stands is what it was, to the byte', async () => {
    await write(
      ...[say(`Borgeren ${CPR} har skrevet`), takeBack, say(STANDS)],
      ...[inside((words) => words.insert(5, CPR)), inside((words) => words.delete(5, CPR.length))],
    );
    expect(await whereIs(CPR)).toEqual(['text_update']);
    done(await responses.submit(response, chair));
    expect(await eraser.eraseDue(30)).toBe(0);
    expect(await whereIs(CPR)).toEqual(['text_update']);

    expect(await eraser.eraseDue(0)).toBe(1);
    expect(await whereIs(CPR)).toEqual([]);
    expect(await whereIs(STANDS)).toContain('submission');
    expect(await rows()).toEqual([]);
    const content = await new TextHistory(writing.source).replay(text, 6);
    expect(content && canonicalHash({ ...content, files: [] })).toBe((await responseNow()).standing?.row.sha256);
    expect(await eraser.eraseDue(0)).toBe(0);
  });

  it('is not in the way of taking the response back and sending it anew, nor of erasing again', async () => {
    await write(say(`Borgeren ${CPR}`), takeBack, say(STANDS));
    done(await responses.submit(response, chair));
    await eraser.eraseDue(0);
    done(await responses.withdraw(response, chair));
    const loaded = await writing.log.load(text);
    expect([loaded?.snapshot?.seq, loaded?.updates, loaded?.seq]).toEqual([4, [], 4]);
    await expect(writing.log.since(text, 2)).rejects.toThrow('has been erased');
    expect(await writing.log.since(text, 4)).toEqual([]);

    await write(say(`Og borgeren ${CPR}`), takeBack, say('Det er også godt.'));
    done(await responses.submit(response, chair));
    const { standing } = await responseNow();
    expect(standing?.row).toMatchObject({ textSeq: 7 });
    expect(await rows()).toEqual([5, 6, 7]);
    expect(await eraser.eraseDue(0)).toBe(1);
    expect([await whereIs(CPR), await rows()]).toEqual([[], []]);
    const content = await new TextHistory(writing.source).replay(text, 7);
    expect(content && canonicalHash({ ...content, files: [] })).toBe(standing?.row.sha256);
  });

  it('is still told by name and body, and no longer by time', async () => {
    await write(say(STANDS));
    done(await responses.submit(response, chair));
    await eraser.eraseDue(0);
    done(await responses.withdraw(response, chair));
    await write(say('Nyt.'));
    const told = await new TextHistory(writing.source).attribution(text);
    const author = { person: chair.person, body: GREVE };
    expect(told?.erasedThrough).toBe(2);
    expect(told?.slots.find(({ path }) => path[0] === 'general')?.runs).toEqual([
      { ...author, text: STANDS, block: 0, at: null },
      { ...author, text: 'Nyt.', block: 1, at: expect.any(String) },
    ]);
  });

  it('goes from what was never sent too, once its round has been closed so long', async () => {
    await write(say(`Borgeren ${CPR}`), takeBack, say(STANDS));
    const { hearings, round, secretariat } = await theRound();
    await setDeadlineIn(writing.owner, round, 0);
    done(await hearings.end(round, secretariat));
    expect(await eraser.eraseDue(0)).toBe(0);
    done(await hearings.close(round, secretariat));
    expect(await eraser.eraseDue(30)).toBe(0);
    expect(await whereIs(CPR)).toEqual(['text_update']);

    expect(await eraser.eraseDue(0)).toBe(1);
    expect([await whereIs(CPR), await rows()]).toEqual([[], []]);
    const doc = await readDoc(writing.source, text);
    expect(doc.getXmlFragment('general').toString()).toContain(STANDS);
    expect(await eraser.eraseDue(0)).toBe(0);
  });

  it('goes from a correction that was not sent, once its round has ended so long', async () => {
    await write(say(STANDS));
    done(await responses.submit(response, chair));
    await eraser.eraseDue(0);
    done(await responses.correct(response));
    await write(say(`Borgeren ${CPR}`), takeBack, say('Og mere.'));
    expect(await eraser.eraseDue(0)).toBe(0);
    expect(await whereIs(CPR)).toEqual(['text_update']);
    const { hearings, round, secretariat } = await theRound();
    await setDeadlineIn(writing.owner, round, 0);
    done(await hearings.end(round, secretariat));
    expect(await eraser.eraseDue(30)).toBe(0);
    expect(await eraser.eraseDue(0)).toBe(1);
    expect([await whereIs(CPR), await rows()]).toEqual([[], []]);
    expect((await readDoc(writing.source, text)).getXmlFragment('general').toString()).toContain('Og mere.');
  });

  it('stays where what was sent was taken back, also once its round has ended', async () => {
    await write(say(STANDS));
    done(await responses.submit(response, chair));
    done(await responses.withdraw(response, chair));
    await write(say(`Borgeren ${CPR}`), takeBack);
    const { hearings, round, secretariat } = await theRound();
    await setDeadlineIn(writing.owner, round, 0);
    done(await hearings.end(round, secretariat));
    await eraser.eraseDue(0);
    expect(await whereIs(CPR)).toEqual(['text_update']);
  });

  it('goes from what was never sent of an agreement that was abandoned so long ago', async () => {
    await write(say(`Borgeren ${CPR}`), takeBack, say(STANDS));
    const { agreement, secretariat } = await theRound();
    const agreements = new AgreementStore(
      { source: writing.source, announce: writing.announce },
      new TextContents(writing.source),
    );
    done(await agreements.abandon(agreement, 'Ny lov', secretariat));
    expect(await eraser.eraseDue(30)).toBe(0);
    expect(await eraser.eraseDue(0)).toBe(1);
    expect([await whereIs(CPR), await rows()]).toEqual([[], []]);
  });

  it('goes from files nothing came to refer to, and from no other', async () => {
    const files = new FileStore(writing.source);
    const unused = await files.add(Buffer.from(`Bilag om ${CPR}`), 'application/pdf', chair.person);
    const used = await files.add(Buffer.from('Bilag til svaret'), 'application/pdf', chair.person);
    const documents = new ResponseFiles({ source: writing.source, announce: writing.announce });
    done(await documents.add(response, { name: 'bilag.pdf', section: null, sha256: used.sha256 }, chair));
    await grow('file', 'added_at', 8);
    await eraser.eraseDue(30);
    expect(await files.read(unused.sha256)).not.toBeNull();
    await eraser.eraseDue(0);
    expect([await files.read(unused.sha256), await whereIs(CPR)]).toEqual([null, []]);
    expect(await files.read(used.sha256)).not.toBeNull();
  });

  it('stays while it is a draft, and in texts of the agreement for good, whoever asks', async () => {
    await write(say(CPR), takeBack, say(STANDS));
    expect(await eraser.eraseDue(0)).toBe(0);
    for (const id of [text, writing.area, writing.chapter])
      expect(await writing.source.query('SELECT erase_text_updates($1, 0) AS removed', [id])).toEqual([
        { removed: '0' },
      ]);
    await expect(writing.source.query('DELETE FROM text_update')).rejects.toThrow('permission denied');
    expect(await rows()).toEqual([1, 2, 3, 4]);
  });

  it('is erased by one process at a time', async () => {
    await write(say(STANDS));
    done(await responses.submit(response, chair));
    await writing.owner.query('SELECT pg_advisory_lock(1795200001)');
    expect(await eraser.eraseDue(0)).toBe(0);
    await writing.owner.query('SELECT pg_advisory_unlock(1795200001)');
    expect((await Promise.all([eraser.eraseDue(0), eraser.eraseDue(0)])).toSorted()).toEqual([0, 1]);
  });
});
