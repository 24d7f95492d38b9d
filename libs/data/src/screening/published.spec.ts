import { sha256 } from '@enig/kernel';
import { EMPTY_RICH, richFromPlain } from '@enig/text';
import { answersAsShown } from './as-shown';
import type { Covering } from './covering';
import { LookingThrough } from './looking-through';
import { findingsIn, isPublished } from './screening-view';
import { beginScreening, CLEAN, codeOf, FILE, FOUND, type ScreeningStory } from './test-screening';

const covering: Covering = {
  removed: (reason) => `[fjernet: ${reason}]`,
  number: '[nummer]',
  unread: '[ikke læst]',
  gone: '[væk]',
};

let at: ScreeningStory;

beforeEach(async () => {
  at = await beginScreening();
});

afterEach(() => at.story.close());

/** Everything is released by two, and published. */
async function publish(): Promise<void> {
  await at.close();
  await at.store.keepInspection(sha256(FILE), CLEAN);
  await at.release(at.secretary);
  await at.release(at.colleague);
  expect(await at.store.publish(at.round, at.secretary)).toMatchObject({ ok: true });
}

const abandon = () =>
  at.story.owner.query(
    `INSERT INTO agreement_event (agreement, event, at, person, body, capacity, reason)
     VALUES ($1, 'abandon', clock_timestamp(), $2, $3, $4, 'Opgivet')`,
    [at.story.agreement, at.secretary.person, at.secretary.body, at.secretary.capacity],
  );

const ofGreve = async () => {
  const sent = (await at.screening()).submissions.find(({ files }) => files.length > 0);
  if (!sent) throw new Error('Greve has sent nothing');
  return { submission: sent.submission.row.id, files: sent.files };
};

const published = async () => {
  const found = await at.store.published(await at.view(), covering);
  const answer = found?.answers.find(({ files }) => files.length > 0);
  return { slots: answer?.slots ?? [], files: answer?.files ?? [] };
};

describe('HE-47 AG-24 what is published can be taken down where the agreement is given up', () => {
  it('a stretch, a file, and all of it; nothing is published or put back', async () => {
    await publish();
    await abandon();
    const { submission } = await ofGreve();
    const wanted = { submission, slot: 'general', start: 0, end: 2, reason: 'Et navn' };
    expect(await at.store.redact(at.round, wanted, at.secretary)).toMatchObject({ ok: true });
    const file = { submission, sha256: sha256(FILE), reason: 'Et navn', replacement: null };
    expect(await at.store.withhold(at.round, file, at.secretary)).toMatchObject({ ok: true });
    expect(codeOf(await at.store.putBackFile(at.round, file, at.secretary))).toBe('AG-24-ABANDONED');
    expect(await at.store.unpublish(at.round, 'Et navn stod der.', at.secretary)).toMatchObject({ ok: true });
    expect(isPublished(await at.screening())).toBe(false);
    expect(codeOf(await at.store.publish(at.round, at.secretary))).toBe('AG-24-ABANDONED');
  });
});

describe('HE-50 a file is held back whatever else stands in the round', () => {
  it('also where something has become open since; a copy is asked about for itself', async () => {
    await publish();
    const { submission } = await ofGreve();
    // What two people released is found anew by a better finder, in the same place.
    await at.story.owner.query('TRUNCATE finding_release');
    const wanted = { submission, sha256: sha256(FILE), reason: 'Side 2' };
    const clean = { sha256: await at.keep('%PDF-1.7 clean'), name: 'ny.pdf' };
    await at.store.keepInspection(clean.sha256, CLEAN);
    expect(await at.store.withhold(at.round, { ...wanted, replacement: clean }, at.secretary)).toMatchObject({
      ok: true,
    });
    const dirty = { sha256: await at.keep('%PDF-1.7 dirty'), name: 'ny.pdf' };
    await at.store.keepInspection(dirty.sha256, FOUND);
    const refused = await at.store.withhold(at.round, { ...wanted, replacement: dirty }, at.secretary);
    expect(codeOf(refused)).toBe('HE-48-FINDINGS-OPEN');
    expect((await ofGreve()).files[0]?.published?.sha256).toBe(clean.sha256);
    expect(await at.store.withhold(at.round, { ...wanted, replacement: null }, at.secretary)).toMatchObject({
      ok: true,
    });
  });
});

describe('HE-49 a release is of what was seen, not of the place', () => {
  it('one number on a page that two released is not two, nor one that another finder sees', async () => {
    await at.store.keepInspection(sha256(FILE), FOUND);
    const inFile = async () => findingsIn(await at.screening()).find(({ place }) => place === 'page')?.key ?? '';
    const before = await inFile();
    await at.story.owner.query(`UPDATE file_inspection SET numbers = jsonb_set(numbers, '{0,count}', '2')`);
    const more = await inFile();
    expect(new Set([before, more]).size).toBe(2);
    expect(before).toMatch(/@\d+$/);
  });

  it('what a copy is called is released for that copy alone', async () => {
    const { submission } = await ofGreve();
    const sha = await at.keep('%PDF-1.7 copy');
    await at.store.keepInspection(sha, CLEAN);
    const named = async (name: string) => {
      const wanted = { submission, sha256: sha256(FILE), reason: 'x', replacement: { sha256: sha, name } };
      await at.store.withhold(at.round, wanted, at.secretary);
      return findingsIn(await at.screening()).find(({ place }) => place === 'name')?.key;
    };
    expect(await named('010190-1234.pdf')).not.toBe(await named('020290-1234.pdf'));
  });
});

describe('HE-47 what anybody reads', () => {
  it('is named by what was decided about it: it changes with a redaction, a file, and with being taken down', async () => {
    expect(await at.store.publicationStamp(at.round)).toBeNull();
    await publish();
    const stamps = [await at.store.publicationStamp(at.round), await at.store.publicationStamp(at.round)];
    expect(new Set(stamps).size).toBe(1);
    const { submission } = await ofGreve();
    await at.store.redact(at.round, { submission, slot: 'general', start: 0, end: 2, reason: 'Et navn' }, at.secretary);
    stamps.push(await at.store.publicationStamp(at.round));
    const file = { submission, sha256: sha256(FILE), reason: 'Et navn', replacement: null };
    await at.store.withhold(at.round, file, at.secretary);
    stamps.push(await at.store.publicationStamp(at.round));
    expect(new Set(stamps).size).toBe(3);
    await at.store.unpublish(at.round, 'Et navn.', at.secretary);
    expect(await at.store.publicationStamp(at.round)).toBeNull();
    expect(await at.store.published(await at.view(), covering)).toBeNull();
  });

  it('has covered what a better finder sees later, and no file it has not seen; whoever hears is told once', async () => {
    await publish();
    expect(await published()).toMatchObject({
      slots: [{ cuts: [] }],
      files: [{ published: { sha256: sha256(FILE) }, held: null }],
    });
    const before = await at.store.publicationStamp(at.round);
    // As a new finder is to what was published: nothing is released for it, and it has looked through no file.
    await at.story.owner.query('TRUNCATE finding_release; UPDATE file_inspection SET finder = finder - 1');
    expect(await at.store.publicationStamp(at.round)).not.toBe(before);
    expect(await published()).toMatchObject({
      slots: [{ cuts: [{ reason: '[nummer]' }] }],
      files: [{ published: null, held: '[ikke læst]' }],
    });
    const looking = new LookingThrough(at.story.source, at.story.announce);
    expect(await looking.nextFile([])).toBe(sha256(FILE));
    expect(await looking.nextFile([sha256(FILE)])).toBeNull();
    await at.store.keepInspection(sha256(FILE), CLEAN);
    expect(await looking.nextFile([])).toBeNull();
    expect((await published()).files).toMatchObject([{ published: { sha256: sha256(FILE) } }]);

    expect(await looking.nextRound([])).toBe(at.round);
    expect(await looking.nextRound([at.round])).toBeNull();
    expect(await looking.tellOfFindings(at.round)).toBe(1);
    await looking.tellOfFindings(at.round);
    const letters = `SELECT person FROM letter WHERE kind = 'lookAgain' ORDER BY person`;
    const told = await at.story.source.query<{ person: string }[]>(letters);
    expect(told.map(({ person }) => person)).toEqual(
      expect.arrayContaining([at.secretary.person, at.colleague.person]),
    );
    expect(new Set(told.map(({ person }) => person)).size).toBe(told.length);
  });

  it("of a party's own round those who may publish it are told, not everybody in its administration", async () => {
    await publish();
    await at.story.owner.query('DELETE FROM finding_release');
    await at.story.owner.query(
      `UPDATE hearing_round SET owner = 'municipality:0253', body = 'administration:0253' WHERE id = $1`,
      [at.round],
    );
    const officer = await at.story.person('administration:0253', 'caseOfficer');
    await at.story.person('administration:0253', 'coordinator');
    expect(await new LookingThrough(at.story.source, at.story.announce).tellOfFindings(at.round)).toBe(1);
    const told = await at.story.source.query<unknown[]>(`SELECT person, body FROM letter WHERE kind = 'lookAgain'`);
    expect(told).toEqual([{ person: officer.person, body: 'administration:0253' }]);
  });
});

describe('HE-50 the exact bytes are given to others only where they say no more than what is shown', () => {
  it('a number in the words a comment hangs on is something that is not shown', async () => {
    const { submission } = await at.finding('personalNumber');
    const setContent = (change: string) =>
      at.story.owner.query(`UPDATE submission SET content = convert_to((${change})::text, 'UTF8') WHERE id = $1`, [
        submission,
      ]);
    const json = `convert_from(content, 'UTF8')::jsonb`;
    const comment = {
      ...{ id: 'c1', section: '', at: '' },
      anchor: { exact: 'søn 010190-1234', prefix: '', suffix: '' },
      body: richFromPlain('Ja'),
    };
    const shown = async () =>
      (await answersAsShown(at.story.source.manager, await at.view(), covering)).get(submission);
    await setContent(`${json} || '${JSON.stringify({ general: EMPTY_RICH, files: [] })}'`);
    expect((await shown())?.isWhole).toBe(true);
    await setContent(`${json} || '${JSON.stringify({ comments: [comment] })}'`);
    const answer = await shown();
    expect([answer?.isWhole, answer?.content.comments[0]?.anchor]).toEqual([false, null]);
  });
});
