import type { HeardDocument } from '@enig/hearing';
import { addDays, brandId, localDateAt, type BodyId, type PartyId, type RoundId, type SectionId } from '@enig/kernel';
import { databaseNow, type Actor } from './act';
import { ApprovalStore } from './approval-store';
import { FileStore } from './file-store';
import { HearingReads } from './hearing-reads';
import { HearingStore, type LongerTime } from './hearing-store';
import type { RoundView } from './hearing-views';
import { RoundGround } from './round-ground';
import type { NewRound } from './round-opening';
import { recordVisit } from './round-visits';
import { beginStory, done, type Story } from './test-story';
import { TimeRequestStore } from './time-requests';

const greve = brandId<BodyId>('disability-council:0253');
const holbaek = brandId<BodyId>('disability-council:0316');
const greveKommune = brandId<PartyId>('municipality:0253');
const report: HeardDocument = { title: 'Rapport', text: 'Om boliger.', easyRead: 'Om at bo.', files: [] };

let story: Story;
let secretary: Actor;
let caseOfficer: Actor;
let rounds: HearingStore;

beforeEach(async () => {
  story = await beginStory();
  rounds = new HearingStore(story);
  secretary = await story.person('secretariat:1085', 'secretariatOfficer');
  caseOfficer = await story.person('administration:0253', 'caseOfficer');
  await story.easyRead();
});

afterEach(() => story.close());

async function given(over: Partial<NewRound> = {}): Promise<NewRound> {
  const dueDate = addDays(localDateAt(await databaseNow(story.source.manager)), 40);
  const heard = { kind: 'freeze', sections: null } as const;
  return { owner: null, heard, invited: [greve, holbaek], dueDate, shortReason: '', ...over };
}

async function opened(over: Partial<NewRound> = {}, actor = secretary): Promise<RoundView> {
  const { round } = done(await rounds.open(story.agreement, await given(over), actor));
  return viewOf(round);
}

async function viewOf(round: RoundId): Promise<RoundView> {
  const view = await new HearingReads(story.source).round(round);
  if (!view) throw new Error('The round is gone');
  return view;
}

const refusal = async (over: Partial<NewRound>, actor = secretary) => {
  const answer = await rounds.open(story.agreement, await given(over), actor);
  return answer?.ok === false ? answer.error : answer;
};

async function areas(): Promise<SectionId[]> {
  const { sections } = await story.view();
  return sections.filter(({ row }) => row.kind === 'focusArea').map(({ row }) => row.id);
}

async function letters(): Promise<readonly { kind: string; person: string; facts: { body: string } }[]> {
  return story.source.query('SELECT kind, person, facts FROM letter ORDER BY key');
}

describe('HE-23 a version is heard, whole or in part', () => {
  it('all its focus areas, with a response of the right places, and people write on', async () => {
    const { round, row } = await opened();
    expect(round).toMatchObject({ owner: null, subject: { kind: 'version', version: row.version }, minimumDays: 28 });
    expect(round.sections).toEqual(await areas());
    const { state, sections } = await story.view();
    expect([state, ...sections.map(({ text }) => text.phase)]).toEqual(['hearing', 'open', 'open', 'open']);
  });

  it('another round meanwhile on one focus area of the version that is there, without a new freeze', async () => {
    const first = await opened();
    const { version } = first.row;
    if (version === null) throw new Error('A version is heard');
    const [, second] = await areas();
    if (!second) throw new Error('The story has two focus areas');
    const other = await opened({ heard: { kind: 'version', version, sections: [second] } });
    expect([other.round.version, other.round.sections, other.row.number]).toEqual([version, [second], 2]);
    const versions = await story.source.query<unknown[]>('SELECT FROM version');
    expect(versions).toHaveLength(1);
    expect((await story.view()).events.map(({ event }) => event)).toEqual(['freezeForHearing', 'hearVersion']);
    await story.owner.query(`UPDATE hearing_round SET due_at = now() - interval '1 second'`);
    done(await rounds.end(other.row.id, secretary));
    expect((await story.view()).state).toBe('hearing');
    done(await rounds.end(first.row.id, secretary));
    expect((await story.view()).state).toBe('treating');
  });

  it('not a focus area that is not in it, and nothing is written then', async () => {
    const section = brandId<SectionId>('00000000-0000-4000-8000-000000000000');
    expect(await refusal({ heard: { kind: 'freeze', sections: [section] } })).toEqual({
      code: 'HE-23-NOT-IN-THE-VERSION',
      section,
    });
    expect(await story.source.query('SELECT FROM version')).toEqual([]);
    expect(await letters()).toEqual([]);
  });
});

describe('HE-24 no round without the easy-read version', () => {
  it('names the focus area whose easy-read version is blank; the rest can be heard', async () => {
    const [first, second] = await areas();
    if (!first || !second) throw new Error('The story has two focus areas');
    await story.owner.query(`UPDATE section SET easy_read = NULL WHERE id = $1`, [first]);
    expect(await refusal({})).toEqual({ code: 'HE-24-WITHOUT-EASY-READ', sections: [first] });
    expect((await story.view()).state).toBe('drafting');
    expect((await opened({ heard: { kind: 'freeze', sections: [second] } })).round.sections).toEqual([second]);
  });
});

describe('HE-25 a document of its own is heard', () => {
  it('by its hash, kept once, with files somebody has sent in', async () => {
    const file = await new FileStore(story.source).add(Buffer.from('%PDF-1.7'), 'application/pdf', secretary.person);
    const offers = new RoundGround(story.source);
    expect(await offers.offered(file.sha256, secretary.person)).toBeNull();
    await offers.offer(file.sha256, secretary.person);
    expect(await offers.offered(file.sha256, secretary.person)).toBe(8);
    const document = { ...report, files: [{ name: 'rapport.pdf', ...file }] };
    const one = await opened({ heard: { kind: 'document', document } });
    const two = await opened({ heard: { kind: 'document', document } });
    expect([one.round.version, one.round.sections]).toEqual([null, []]);
    expect(one.round.subject).toEqual(two.round.subject);
    const reads = new HearingReads(story.source);
    const hash = one.row.document;
    if (hash === null) throw new Error('A document is heard');
    expect(await reads.document(hash)).toEqual(document);
    expect(await reads.roundsWithFile(file.sha256)).toHaveLength(2);
    expect((await story.view()).state).toBe('drafting');
  });

  it('refuses one without easy-read text', async () => {
    const document = { ...report, easyRead: ' ' };
    expect(await refusal({ heard: { kind: 'document', document } })).toEqual({
      code: 'HE-24-DOCUMENT-WITHOUT-EASY-READ',
    });
  });
});

describe('HE-22 a party hears its own', () => {
  const own = { owner: greveKommune, invited: [greve] };

  it('refuses another party’s council', async () => {
    const document = { kind: 'document', document: report } as const;
    expect(await refusal({ ...own, heard: document, invited: [greve, holbaek] }, caseOfficer)).toEqual({
      code: 'HE-22-NOT-THE-OWNERS-BODY',
      body: holbaek,
    });
  });

  it('at its own time on the same version, and holds up neither the hearing’s end nor the decision', async () => {
    const all = await opened();
    const { version } = all.row;
    if (version === null) throw new Error('A version is heard');
    const before = (await story.view()).events.length;
    const mine = await opened({ ...own, heard: { kind: 'version', version, sections: null } }, caseOfficer);
    expect(mine.row).toMatchObject({ owner: greveKommune, ...caseOfficer });
    expect((await story.view()).events).toHaveLength(before);
    await story.owner.query(`UPDATE hearing_round SET due_at = now() - interval '1 second' WHERE id = $1`, [
      all.row.id,
    ]);
    done(await rounds.end(all.row.id, secretary));
    expect((await story.view()).state).toBe('treating');
    done(await rounds.close(all.row.id, secretary));
    done(await new ApprovalStore(story).freezeForDecision(story.agreement, secretary));
    expect((await story.view()).state).toBe('deciding');
    expect((await viewOf(mine.row.id)).round.state).toBe('collecting');
    await story.owner.query(`UPDATE hearing_round SET due_at = now() - interval '1 second'`);
    done(await rounds.end(mine.row.id, caseOfficer));
    expect((await story.view()).state).toBe('deciding');
  });

  it('also once the text is with the parties, where the secretariat opens none', async () => {
    const { version } = await story.freeze(null);
    const heard = { kind: 'version', version, sections: null } as const;
    expect(await refusal({ heard })).toMatchObject({ code: 'AG-1-NOT-IN-THIS-STATE' });
    expect((await opened({ ...own, heard }, caseOfficer)).round.state).toBe('collecting');
  });
});

describe('HE-3 the minimum is a setting', () => {
  it('of the region, and a round keeps the one it was opened under', async () => {
    await new RoundGround(story.source).setMinimumDays('1085', 20, secretary);
    await new RoundGround(story.source).setMinimumDays('1085', 45, secretary);
    expect(await refusal({})).toEqual({ code: 'HE-3-SHORT-NOTICE-NEEDS-REASON', days: 40, minimumDays: 45 });
    const { round } = await opened({ shortReason: 'Ny lov' });
    expect([round.minimumDays, round.shortReason]).toEqual([45, 'Ny lov']);
  });
});

describe('HE-26 to HE-28 more time', () => {
  const ask = async (round: RoundView, days: number, body = greve) =>
    new TimeRequestStore(story).ask(
      round.row.id,
      { body, wanted: addDays(round.row.dueDate, days), reason: 'Møde' },
      await story.person(body, 'disabilityCouncilChair'),
    );
  const longer = (round: RoundView, days: number, over: Partial<LongerTime> = {}): LongerTime => {
    return { dueDate: addDays(round.row.dueDate, days), reason: 'Ferie', ...over };
  };

  it('is asked for once at a time, also by two at once, and the owner’s people are told', async () => {
    const round = await opened();
    const [one, two] = await Promise.all([ask(round, 7), ask(round, 9)]);
    expect([one, two].filter((each) => each?.ok)).toHaveLength(1);
    expect([one, two].find((each) => !each?.ok)).toMatchObject({ error: { code: 'HE-27-ASKED-ALREADY' } });
    const told = (await letters()).filter(({ kind }) => kind === 'extensionAsked');
    expect(told.map(({ person }) => person)).toContain(secretary.person);
    expect(told.map(({ person }) => person)).not.toContain(caseOfficer.person);
  });

  it('is answered by an extension that gives it, and by one given for it', async () => {
    const round = await opened();
    done(await ask(round, 7));
    const theirs = done(await ask(round, 30, holbaek));
    done(await rounds.extend(round.row.id, longer(round, 8), secretary));
    const answers = async () => (await viewOf(round.row.id)).requests.map(({ answer }) => answer?.dueDate ?? null);
    expect(await answers()).toEqual([addDays(round.row.dueDate, 8), null]);
    done(await rounds.extend(round.row.id, longer(round, 9, { to: theirs }), secretary));
    expect(await answers()).toEqual([addDays(round.row.dueDate, 8), addDays(round.row.dueDate, 9)]);
  });

  it('or by a no with a reason, once', async () => {
    const round = await opened();
    const request = done(await ask(round, 7));
    const requests = new TimeRequestStore(story);
    expect(await requests.decline(round.row.id, request, ' ', secretary)).toMatchObject({
      error: { code: 'HE-28-NO-NEEDS-REASON' },
    });
    done(await requests.decline(round.row.id, request, 'Aftalen skal besluttes', secretary));
    expect(await requests.decline(round.row.id, request, 'Nej', secretary)).toMatchObject({
      error: { code: 'HE-28-ANSWERED-ALREADY' },
    });
    expect((await viewOf(round.row.id)).requests).toMatchObject([
      { answer: { dueDate: null, reason: 'Aftalen skal besluttes', ...secretary } },
    ]);
    const extended = await rounds.extend(round.row.id, longer(round, 8, { to: request }), secretary);
    expect(extended).toMatchObject({ error: { code: 'HE-28-ANSWERED-ALREADY' } });
    expect((await viewOf(round.row.id)).round.dueDate).toBe(round.row.dueDate);
  });

  it('stands in the log of acts by whom and when, and never with why', async () => {
    const round = await opened();
    const request = done(await ask(round, 7));
    done(await new TimeRequestStore(story).decline(round.row.id, request, 'Aftalen skal besluttes', secretary));
    const kept = await story.source.query<{ kind: string; facts: Record<string, unknown> }[]>(
      `SELECT kind, facts FROM act WHERE kind LIKE '%MoreTime' AND facts ->> 'request' = $1 ORDER BY id`,
      [request],
    );
    expect(kept.map(({ kind, facts }) => [kind, Object.keys(facts).toSorted()])).toEqual([
      ['askMoreTime', ['council', 'request', 'round']],
      ['answerMoreTime', ['council', 'request', 'round']],
    ]);
  });
});

describe('HE-29 who has opened the material is noted the first time', () => {
  it('by body and person, and nobody whose body is not asked', async () => {
    const { row } = await opened({ invited: [greve] });
    const chair = await story.person(greve, 'disabilityCouncilChair');
    const stranger = await story.person(holbaek, 'disabilityCouncilChair');
    for (const visitor of [chair, chair, stranger]) await recordVisit(story.source, row.id, visitor);
    const { visits } = await viewOf(row.id);
    expect(visits.map(({ body, person, capacity }) => ({ body, person, capacity }))).toEqual([chair]);
  });
});

describe('letters of a round', () => {
  it('go to everybody with a seat in a body that is asked, once, and again when the deadline moves', async () => {
    const chair = await story.person(greve, 'disabilityCouncilChair');
    const member = await story.person(holbaek, 'disabilityCouncilMember');
    const round = await opened();
    const to = async (kind: string) =>
      (await letters()).filter((letter) => letter.kind === kind).map(({ person }) => person);
    expect((await to('roundOpened')).toSorted()).toEqual([chair.person, member.person].toSorted());
    done(await rounds.extend(round.row.id, { dueDate: addDays(round.row.dueDate, 3), reason: 'Ferie' }, secretary));
    expect((await to('deadlineExtended')).toSorted()).toEqual([chair.person, member.person].toSorted());
  });
});
