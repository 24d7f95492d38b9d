import type { SubmissionId } from '@enig/hearing';
import { brandId, sha256 } from '@enig/kernel';
import { EntityManager } from 'typeorm';
import { HearingReads } from '../hearing-reads';
import { ResponseSchema } from '../hearings';
import { withoutIds } from '../test-ids';
import { findingsIn, isPublished, missingInspections } from './screening-view';
import { beginScreening, CLEAN, codeOf, FILE, FOUND, type ScreeningStory } from './test-screening';

let at: ScreeningStory;

beforeEach(async () => {
  at = await beginScreening();
});

afterEach(() => at.story.close());

const acts = async (): Promise<string> =>
  JSON.stringify(await at.story.source.query('SELECT kind, facts FROM act ORDER BY id'));

describe('HE-46 what a council sent is looked through', () => {
  it('finds the number in what was typed, by its place', async () => {
    const [sent] = (await at.screening()).submissions;
    const slot = sent?.slots.find(({ key }) => key === 'general');
    const [one] = slot?.findings ?? [];
    expect(slot?.text.slice(one?.start ?? 0, one?.end ?? 0)).toBe('010190-1234');
    expect(withoutIds(JSON.stringify(one))).not.toContain('1234');
  });

  it('knows which files nobody has looked through, and keeps what was seen without what it was', async () => {
    expect(missingInspections(await at.screening())).toEqual([sha256(FILE)]);
    await at.store.keepInspection(sha256(FILE), FOUND);
    await at.store.keepInspection(sha256(FILE), CLEAN);
    const now = await at.screening();
    expect(missingInspections(now)).toEqual([]);
    expect(now.submissions[0]?.files[0]?.findings).toMatchObject([
      { about: 'personalNumber', place: 'page', number: 2 },
    ]);
  });

  it('a file that could not be read, or is none that is taken, is a finding too', async () => {
    await at.store.keepInspection(sha256(FILE), { ...CLEAN, unread: [{ why: 'noText', number: null }] });
    expect(findingsIn(await at.screening()).map(({ about }) => about)).toEqual(['personalNumber', 'unread']);
  });
});

describe('HE-47 HE-48 publishing waits for the close and for two people', () => {
  it('not before the round is closed, not with a file unseen, not with a finding open', async () => {
    expect(codeOf(await at.store.publish(at.round, at.secretary))).toBe('HE-47-ROUND-NOT-CLOSED');
    await at.close();
    expect(codeOf(await at.store.publish(at.round, at.secretary))).toBe('HE-48-NOT-SCREENED');
    await at.store.keepInspection(sha256(FILE), CLEAN);
    expect(codeOf(await at.store.publish(at.round, at.secretary))).toBe('HE-48-FINDINGS-OPEN');
    expect(isPublished(await at.screening())).toBe(false);
    await at.release(at.secretary);
    expect(codeOf(await at.store.publish(at.round, at.secretary))).toBe('HE-48-FINDINGS-OPEN');
    expect(codeOf(await at.release(at.secretary))).toBe('HE-49-ANOTHER-MUST-TOO');
    await at.release(at.colleague);
    expect(await at.store.publish(at.round, at.secretary)).toMatchObject({ ok: true });
    expect(isPublished(await at.screening())).toBe(true);
    expect(codeOf(await at.store.publish(at.round, at.secretary))).toBe('HE-47-PUBLISHED-ALREADY');
  });

  it('is taken down again with a reason, which is a fact of its own', async () => {
    await at.close();
    await at.store.keepInspection(sha256(FILE), CLEAN);
    await at.release(at.secretary);
    await at.release(at.colleague);
    await at.store.publish(at.round, at.secretary);
    expect(codeOf(await at.store.unpublish(at.round, ' ', at.secretary))).toBe('HE-47-REASON-REQUIRED');
    expect(await at.store.unpublish(at.round, 'Et navn stod der.', at.colleague)).toMatchObject({ ok: true });
    const { events } = await at.screening();
    expect(events.map(({ event, person }) => [event, person])).toEqual([
      ['publish', at.secretary.person],
      ['unpublish', at.colleague.person],
    ]);
  });

  it('two who release at the same moment are two', async () => {
    const done = await Promise.all([at.release(at.secretary), at.release(at.colleague), at.release(at.secretary)]);
    expect(done.filter((each) => each?.ok)).toHaveLength(2);
  });
});

describe('HE-50 what is left out', () => {
  it('is looked for in the answer it is about: no other of the round is read', async () => {
    await at.close();
    const { submission, start, end } = await at.finding('personalNumber');
    const find = jest.spyOn(EntityManager.prototype, 'find');
    const wanted = { submission, slot: 'general', start, end, reason: 'CPR-nummer' };
    const done = await at.store.redact(at.round, wanted, at.secretary);
    const read = find.mock.calls.filter(([of]) => of === ResponseSchema);
    find.mockRestore();
    expect(done).toMatchObject({ ok: true });
    expect(read.length).toBeGreaterThan(0);
    for (const [, how] of read) expect(how).toMatchObject({ where: { id: expect.anything() as unknown } });
  });

  it('needs no release: the number is gone from what would be published, and the answer is as it was', async () => {
    const before = await new HearingReads(at.story.source).content((await at.finding('personalNumber')).submission);
    const { submission, start, end } = await at.finding('personalNumber');
    const wanted = { submission, slot: 'general', start: start + 2, end: start + 3, reason: 'CPR-nummer' };
    expect(await at.store.redact(at.round, wanted, at.secretary)).toMatchObject({ ok: true });
    const [slot] = (await at.screening()).submissions[0]?.slots ?? [];
    expect(slot).toMatchObject({ findings: [], redactions: [{ start, end, reason: 'CPR-nummer' }] });
    expect(await new HearingReads(at.story.source).content(submission)).toEqual(before);
    expect(codeOf(await at.store.redact(at.round, wanted, at.colleague))).toBe('HE-50-REMOVED-ALREADY');
  });

  it('is put back until it is published, and then not', async () => {
    const { submission, start, end } = await at.finding('personalNumber');
    const wanted = { submission, slot: 'general', start, end, reason: 'CPR-nummer' };
    const first = await at.store.redact(at.round, wanted, at.secretary);
    await at.store.liftRedaction(at.round, first?.ok ? first.value : '', at.secretary);
    expect(findingsIn(await at.screening())).toHaveLength(1);
    const again = await at.store.redact(at.round, wanted, at.secretary);
    await at.close();
    await at.store.keepInspection(sha256(FILE), CLEAN);
    await at.store.publish(at.round, at.secretary);
    const id = again?.ok ? again.value : '';
    expect(codeOf(await at.store.liftRedaction(at.round, id, at.secretary))).toBe('HE-50-PUBLISHED-NOW');
    const rest = { submission, slot: 'general', start: 0, end: 2, reason: 'Et navn' };
    expect(await at.store.redact(at.round, rest, at.secretary)).toMatchObject({ ok: true });
  });

  it('refuses a place of a submission that does not stand, or none', async () => {
    const wanted = { submission: brandId<SubmissionId>(crypto.randomUUID()), slot: 'general', start: 0, end: 1 };
    expect(codeOf(await at.store.redact(at.round, { ...wanted, reason: 'x' }, at.secretary))).toBe(
      'HE-50-NOT-IN-THE-TEXT',
    );
  });

  it('a file is held back, replaced by a copy that was looked through, and put back', async () => {
    await at.store.keepInspection(sha256(FILE), FOUND);
    const { submission } = await at.finding('personalNumber');
    const wanted = { submission, sha256: sha256(FILE), reason: 'CPR-nummer på side 2' };
    await at.store.withhold(at.round, { ...wanted, replacement: null }, at.secretary);
    const held = (await at.screening()).submissions[0]?.files[0];
    expect(held).toMatchObject({ published: null, findings: [], withholding: { replacement: null } });

    const copy = '%PDF-1.7 without the number';
    const hash = await at.keep(copy);
    const replacement = { sha256: hash, name: 'svar uden.pdf' };
    await at.store.withhold(at.round, { ...wanted, replacement }, at.secretary);
    expect((await at.screening()).submissions[0]?.files[0]).toMatchObject({ published: replacement });
    expect(missingInspections(await at.screening())).toEqual([hash]);

    await at.store.putBackFile(at.round, wanted, at.secretary);
    const back = (await at.screening()).submissions[0]?.files[0];
    expect(back).toMatchObject({ published: { sha256: sha256(FILE) }, withholding: null });
  });

  it('while it is published only a clean copy takes a file’s place', async () => {
    await at.close();
    await at.store.keepInspection(sha256(FILE), CLEAN);
    await at.release(at.secretary);
    await at.release(at.colleague);
    await at.store.publish(at.round, at.secretary);
    const { submission } = (await at.screening()).submissions.map(({ submission: { row } }) => ({
      submission: row.id,
    }))[0] ?? {
      submission: brandId<SubmissionId>(''),
    };
    const copy = '%PDF-1.7 with another number';
    const hash = await at.keep(copy);
    const greves =
      (await at.screening()).submissions.find(({ files }) => files.length > 0)?.submission.row.id ?? submission;
    const wanted = {
      submission: greves,
      sha256: sha256(FILE),
      reason: 'Ny udgave',
      replacement: { sha256: hash, name: 'ny.pdf' },
    };
    expect(codeOf(await at.store.withhold(at.round, wanted, at.secretary))).toBe('HE-48-NOT-SCREENED');
    await at.store.keepInspection(hash, FOUND);
    expect(codeOf(await at.store.withhold(at.round, wanted, at.secretary))).toBe('HE-48-FINDINGS-OPEN');
    const files = (await at.screening()).submissions.flatMap((each) => each.files);
    expect(files[0]?.published?.sha256).toBe(sha256(FILE));
    expect(await at.store.withhold(at.round, { ...wanted, replacement: null }, at.secretary)).toMatchObject({
      ok: true,
    });
  });
});

describe('HE-50 what stands in a document is shown with the document', () => {
  const covering = { removed: (reason: string) => `[${reason}]`, number: '[nr]', unread: '[ulæst]', gone: '[væk]' };
  const shown = async () => {
    const { submission } = await at.finding('personalNumber');
    const answer = (await at.store.asShown(await at.view(), covering)).get(submission);
    const source = { kind: 'file', name: 'svar.pdf', sha256: sha256(FILE), page: 1 } as const;
    return answer?.point({ excerpt: 'Flere tolke til 010190-1234.', source }).excerpt;
  };

  it('whatever is taken out of what was typed, without numbers, and is held back with it', async () => {
    expect(await shown()).toBe('[ulæst]');
    await at.store.keepInspection(sha256(FILE), CLEAN);
    expect(await shown()).toBe('Flere tolke til [nr].');
    const { submission } = await at.finding('personalNumber');
    const held = { submission, sha256: sha256(FILE), reason: 'Et navn', replacement: null };
    expect(await at.store.withhold(at.round, held, at.secretary)).toMatchObject({ ok: true });
    expect(await shown()).toBe('[Et navn]');
  });
});

describe('HE-49 what was done is told, what was found is not', () => {
  it('the log of acts has neither the number nor a reason', async () => {
    const { submission, start, end } = await at.finding('personalNumber');
    await at.release(at.secretary, 'Grunden er hemmelig');
    await at.store.redact(
      at.round,
      { submission, slot: 'general', start, end, reason: 'Grunden er privat' },
      at.secretary,
    );
    await at.store.withhold(
      at.round,
      { submission, sha256: sha256(FILE), reason: 'Grunden er min', replacement: null },
      at.secretary,
    );
    const told = await acts();
    for (const kind of ['releaseFinding', 'redactResponse', 'withholdFile']) expect(told).toContain(kind);
    expect(withoutIds(told)).not.toMatch(/010190|1234|Grunden/);
  });

  it('facts are only added: the app’s role changes and deletes none', async () => {
    await at.release(at.secretary);
    for (const sql of ['UPDATE finding_release SET reason = $1', 'DELETE FROM finding_release WHERE reason <> $1'])
      await expect(at.story.source.query(sql, ['x'])).rejects.toThrow(/permission denied/);
  });
});
