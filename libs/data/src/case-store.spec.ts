import type { Identity } from '@enig/collab';
import { brandId, type CaseId, type PartyId, type TextId, type VersionHash } from '@enig/kernel';
import { emptyJson, richFromPlain, type CaseJson } from '@enig/text';
import * as Y from 'yjs';
import type { Actor } from './act';
import { AgreementStore } from './agreement-store';
import { ApprovalStore } from './approval-store';
import { CaseReads } from './case-reads';
import { CaseStore } from './case-store';
import { FileStore } from './file-store';
import { RoundGround } from './round-ground';
import { readDoc } from './test-response';
import { done } from './test-story';
import { beginWriting, entry, signedIn, type Writing } from './test-writing';
import { TextContents } from './text-content';
import { TextEraser } from './text-eraser';

const GREVE = brandId<PartyId>('municipality:0253');
const CPR = '010203-1234';
const BEGUN: CaseJson = { ...emptyJson('case'), title: 'Godkendelse', recommendation: richFromPlain('Godkend.') };

let writing: Writing;
let cases: CaseStore;
let reads: CaseReads;
let officer: Actor;
let who: Identity;
let version: VersionHash;

beforeEach(async () => {
  writing = await beginWriting();
  cases = new CaseStore(writing);
  reads = new CaseReads(writing.source);
  officer = await writing.person('administration:0253', 'caseOfficer');
  who = await signedIn(writing, officer);
  version = (await writing.freeze(null)).version;
});

afterEach(() => writing.close());

async function make(content = BEGUN): Promise<{ readonly id: CaseId; readonly text: TextId }> {
  const id = done(await cases.make(writing.agreement, { version, party: GREVE, content }, officer));
  const found = await reads.case(id);
  if (!found) throw new Error('There is no case');
  return { id, text: found.row.text };
}

/** Writes each change as an update of its own. @returns whether each was kept. */
async function write(text: TextId, ...changes: ((summary: Y.Text) => void)[]): Promise<readonly boolean[]> {
  const doc = await readDoc(writing.source, text);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => void updates.push(update));
  for (const change of changes) doc.transact(() => change(doc.getText('summary')));
  const outcome = await writing.log.append(
    updates.map((update) => entry(who, text, { update, claims: [doc.clientID], client: doc.clientID })),
  );
  return outcome.map(({ ok }) => ok);
}

/** The tables some words are in, in letters or in bytes. */
async function whereIs(words: string): Promise<string[]> {
  const tables = await writing.owner.query<{ name: string }[]>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await writing.owner.query<unknown[]>(
      `SELECT FROM ${name} AS row WHERE strpos(row::text, $1) > 0 OR strpos(row::text, $2) > 0`,
      [words, Buffer.from(words).toString('hex')],
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}

const takenBack = [
  (summary: Y.Text) => summary.insert(0, CPR),
  (summary: Y.Text) => summary.delete(0, CPR.length),
  (summary: Y.Text) => summary.insert(0, 'Resumé'),
];

describe('CA-1 one case for each party and version', () => {
  it('is made once, however many ask at the same moment', async () => {
    const others = await Promise.all([1, 2, 3].map(() => writing.person('administration:0253', 'caseOfficer')));
    const made = await Promise.all(
      others.map((actor) => cases.make(writing.agreement, { version, party: GREVE, content: BEGUN }, actor)),
    );
    expect(new Set(made.map((each) => (each?.ok ? each.value : 'refused'))).size).toBe(1);
    expect(await reads.ofVersion(writing.agreement, version)).toHaveLength(1);
  });

  it('is made of the version that is put to the parties, and of no other', async () => {
    const other = brandId<VersionHash>('a'.repeat(64));
    expect(await cases.make(writing.agreement, { version: other, party: GREVE, content: BEGUN }, officer)).toEqual({
      ok: false,
      error: { code: 'CA-1-NOTHING-TO-DECIDE' },
    });
  });

  it('and the log of acts does not tell that it is', async () => {
    const count = async () => (await writing.owner.query<unknown[]>('SELECT FROM act')).length;
    const before = await count();
    await make();
    expect(await count()).toBe(before);
  });
});

describe('CA-3 a case that is sent on', () => {
  it('says what it is about and what is recommended', async () => {
    const { id } = await make(emptyJson('case'));
    expect(await cases.send(id, officer)).toEqual({
      ok: false,
      error: { code: 'CA-3-NOT-WRITTEN', missing: ['title', 'recommendation'] },
    });
  });

  it('is kept as it stood, and nobody writes in it any more', async () => {
    const { id, text } = await make();
    expect(await write(text, (summary) => summary.insert(0, 'Resumé'))).toEqual([true]);
    expect(await cases.send(id, officer)).toEqual({ ok: true, value: null });
    expect((await reads.case(id))?.sending?.sent.case).toEqual({ ...BEGUN, summary: 'Resumé' });
    expect(await write(text, (summary) => summary.insert(0, 'For sent'))).toEqual([false]);
    expect(await cases.send(id, officer)).toEqual({ ok: false, error: { code: 'CA-3-SENT-ON' } });
  });

  it('holds every word that was acknowledged, also when somebody writes at the same moment', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const party = brandId<PartyId>(`municipality:${['0253', '0259', '0265', '0269', '0306'][turn] ?? ''}`);
      const own = await writing.person(party.replace('municipality', 'administration'), 'caseOfficer');
      who = await signedIn(writing, own);
      const id = done(await cases.make(writing.agreement, { version, party, content: BEGUN }, own));
      const text = (await reads.case(id))?.row.text ?? brandId<TextId>('');
      const [[isKept], sent] = await Promise.all([
        write(text, (summary) => summary.insert(0, 'Sidste ord')),
        cases.send(id, own),
      ]);
      expect(sent?.ok).toBe(true);
      const { summary = '' } = (await reads.case(id))?.sending?.sent.case ?? {};
      expect(summary === 'Sidste ord').toBe(isKept);
    }
  });

  it('is closed unsent when its text is no longer decided on, and keeps what stands', async () => {
    const { id, text } = await make();
    const secretariat = await writing.person('secretariat:1085', 'secretariatOfficer');
    const agreements = new AgreementStore(writing, new TextContents(writing.source));
    done(await agreements.reopenWriting(writing.agreement, 'En fejl.', secretariat));
    expect(await write(text, (summary) => summary.insert(0, 'For sent'))).toEqual([false]);
    expect(await cases.send(id, officer)).toEqual({ ok: false, error: { code: 'CA-3-NOT-BEING-DECIDED' } });
    expect((await reads.case(id))?.text.closedBecause).toBe('caseLapsed');
    const next = done(await new ApprovalStore(writing).freezeForDecision(writing.agreement, secretariat));
    expect(next).not.toBe(version);
    expect((await reads.earlier(writing.agreement, next, GREVE))?.row.id).toBe(id);
    expect(await reads.earlier(writing.agreement, version, GREVE)).toBeNull();
  });
});

describe('CO-27 what was taken back in a case', () => {
  it('is erased so many days after it was sent on, and not before', async () => {
    const { id, text } = await make();
    await write(text, ...takenBack);
    const eraser = new TextEraser(writing.source);
    expect(await eraser.eraseDue(0)).toBe(0);
    expect(await whereIs(CPR)).toEqual(['text_update']);
    await cases.send(id, officer);
    expect(await eraser.eraseDue(30)).toBe(0);
    expect(await eraser.eraseDue(0)).toBe(1);
    expect(await whereIs(CPR)).toEqual([]);
    expect((await readDoc(writing.source, text)).getText('summary').toJSON()).toBe('Resumé');
  });

  it('goes with an annex that was taken out, which nobody is given from then on; what was sent on stays', async () => {
    const { id } = await make();
    const put = async (words: string) => {
      const { sha256 } = await new FileStore(writing.source).add(Buffer.from(words), 'application/pdf', officer.person);
      await new RoundGround(writing.source).offer(sha256, officer.person);
      return done(await cases.addAnnex(id, { sha256, name: 'Bilag.pdf', isOpen: true }, officer));
    };
    const [kept, out, same] = [await put('Takster'), await put(CPR), await put('Takster')];
    for (const annex of [out, same]) {
      expect((await reads.ofAnnex(annex))?.annex.id).toBe(annex);
      done(await cases.removeAnnex(id, annex, officer));
      expect(await reads.ofAnnex(annex)).toBeNull();
    }
    await cases.send(id, officer);
    const eraser = new TextEraser(writing.source);
    await eraser.eraseDue(30);
    expect(await whereIs(CPR)).toEqual(['file']);
    await writing.owner.query(`UPDATE file SET added_at = added_at - interval '40 days'`);
    await writing.owner.query(`UPDATE heard_file_offer SET at = at - interval '40 days'`);
    await eraser.eraseDue(0);
    expect(await whereIs(CPR)).toEqual([]);
    expect(await writing.owner.query('SELECT id FROM case_annex')).toEqual([{ id: kept }]);
    expect(await whereIs('Takster')).toEqual(['file']);
  });

  it('and in one that was never sent on, once its text is no longer decided on', async () => {
    const { text } = await make();
    await write(text, ...takenBack);
    const secretariat = await writing.person('secretariat:1085', 'secretariatOfficer');
    done(
      await new AgreementStore(writing, new TextContents(writing.source)).abandon(
        writing.agreement,
        'Ikke mere.',
        secretariat,
      ),
    );
    const eraser = new TextEraser(writing.source);
    expect(await eraser.eraseDue(30)).toBe(0);
    expect(await eraser.eraseDue(0)).toBe(1);
    expect(await whereIs(CPR)).toEqual([]);
  });
});
