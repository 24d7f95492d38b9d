import { chainState, standing, type Recorder } from '@enig/approval';
import { brandId, localDateAt, sha256, type BodyId, type PartyId, type VersionHash } from '@enig/kernel';
import { databaseNow, type Actor } from './act';
import { AgreementStore } from './agreement-store';
import { ApprovalReads, type ApprovalView } from './approval-reads';
import { ApprovalStore, type NewDecision } from './approval-store';
import { FileStore } from './file-store';
import { OverrideStore } from './override-store';
import { PartyRuleStore } from './party-rules';
import { RoundGround } from './round-ground';
import { beginStory, done, type Story } from './test-story';
import { TextContents } from './text-content';

const greve = brandId<PartyId>('municipality:0253');
const holbaek = brandId<PartyId>('municipality:0316');
const own = (party: PartyId): Recorder => ({ kind: 'ownPeople', party });
const onBehalf: Recorder = { kind: 'secretariat' };

let story: Story;
let approvals: ApprovalStore;
let rules: PartyRuleStore;
let overrides: OverrideStore;
let secretariat: Actor;
let first: Actor;
let second: Actor;
let version: VersionHash;

beforeEach(async () => {
  story = await beginStory();
  const ground = { source: story.source, announce: story.announce };
  [approvals, rules, overrides] = [new ApprovalStore(ground), new PartyRuleStore(ground), new OverrideStore(ground)];
  secretariat = await story.person('secretariat:1085', 'secretariatOfficer');
  first = await story.person('municipal-council:0253', 'councilSecretary');
  second = await story.person('municipal-council:0253', 'councilSecretary');
  version = (await story.freeze(null)).version;
});

afterEach(() => story.close());

async function view(): Promise<ApprovalView> {
  const approval = await new ApprovalReads(story.source).view(story.agreement);
  if (!approval) throw new Error('Nothing was put to the parties');
  return approval;
}

async function yes(other: Partial<NewDecision> = {}): Promise<NewDecision> {
  const { party = greve } = other;
  const council = (await story.view()).parties.find((each) => each.party === party)?.council ?? brandId<BodyId>('none');
  return {
    ...{ agreement: story.agreement, party, body: council, step: null, outcome: 'approved', version },
    meetingDate: localDateAt(await databaseNow(story.source.manager)),
    ...{ item: '14', wording: 'Godkendt.', reason: '', minority: '', nextMeeting: null, reaffirms: null },
    ...{ minutesLink: null, minutesFile: null, minutesName: null, supersedes: null, ...other },
  };
}

/** Letters of a kind, by whom they are to. */
async function letters(kind: string): Promise<readonly { person: string; facts: Record<string, unknown> }[]> {
  return story.source.query('SELECT person, facts FROM letter WHERE kind = $1 ORDER BY person', [kind]);
}

async function readersOf(kind: string): Promise<string[]> {
  return (await letters(kind)).map(({ person }) => person);
}

describe('AP-18 a second person confirms', () => {
  it('by the party’s own choice: the others of its people are asked, and each has a receipt with the log’s head', async () => {
    await rules.setTwoPeople(greve, true, first);
    expect(await rules.twoPeople(greve)).toBe(true);
    const id = done(await approvals.record(await yes(), own(greve), first));
    expect(standing((await view()).chain, greve)).toBe('awaitsConfirmation');
    expect(await readersOf('decisionToConfirm')).toEqual([second.person]);
    expect(await approvals.confirm(story.agreement, id, own(greve), first)).toEqual({
      ok: false,
      error: { code: 'AP-18-SAME-PERSON' },
    });
    done(await approvals.confirm(story.agreement, id, own(greve), second));
    expect(standing((await view()).chain, greve)).toBe('approved');
    expect(await readersOf('decisionReceipt')).toEqual([first.person, second.person].toSorted());
    const acts = await story.source.query<{ number: number; hash: string }[]>(
      `SELECT number, hash FROM act WHERE kind IN ('recordDecision', 'confirmDecision') ORDER BY number`,
    );
    const heads = (await letters('decisionReceipt')).map(({ facts }) => [facts['number'], facts['log']]);
    expect(heads.toSorted()).toEqual(acts.map(({ number, hash }) => [number, hash]).toSorted());
  });

  it('and nobody puts it aside for a decision of their own: one person is enough from the next text on', async () => {
    await rules.setTwoPeople(greve, true, first);
    done(await approvals.record(await yes(), own(greve), first));
    await rules.setTwoPeople(greve, false, first);
    const { chain, twoPeopleNext, decisions } = await view();
    expect([chain.twoPeople, twoPeopleNext]).toEqual([[greve], []]);
    const again = await yes({ supersedes: decisions[0]?.id ?? null, item: '15' });
    done(await approvals.record(again, own(greve), first));
    expect(standing((await view()).chain, greve)).toBe('awaitsConfirmation');
    await rules.setTwoPeople(greve, true, first);
    expect((await view()).chain.twoPeople).toEqual([greve]);
    await rules.setTwoPeople(greve, false, first);

    const agreements = new AgreementStore(
      { source: story.source, announce: story.announce },
      new TextContents(story.source),
    );
    done(await agreements.reopenWriting(story.agreement, 'Bilaget mangler', secretariat));
    version = (await story.freeze(null)).version;
    expect((await view()).chain.twoPeople).toEqual([]);
    done(await approvals.record(await yes(), own(greve), first));
    expect(standing((await view()).chain, greve)).toBe('approved');
  });

  it('and each choice is in the log of what the party is deciding on', async () => {
    await rules.setTwoPeople(greve, true, first);
    await rules.setTwoPeople(greve, false, second);
    const acts = await story.source.query<unknown[]>(
      `SELECT kind, person, facts FROM act WHERE kind LIKE 'choose%' ORDER BY number`,
    );
    expect(acts).toEqual([
      { kind: 'chooseTwoPeople', person: first.person, facts: { party: greve } },
      { kind: 'chooseOnePerson', person: second.person, facts: { party: greve } },
    ]);
  });

  it('what the secretariat entered is for all of the party’s people to confirm', async () => {
    done(await approvals.record(await yes(), onBehalf, secretariat));
    expect(await readersOf('decisionToConfirm')).toEqual([first.person, second.person].toSorted());
    expect((await letters('decisionToConfirm')).map(({ facts }) => facts['by'])).toEqual([
      'secretariat',
      'secretariat',
    ]);
    expect(await readersOf('decisionReceipt')).toEqual([secretariat.person]);
  });
});

describe('AP-20 minutes are a file that whoever records has sent in', () => {
  const bytes = Buffer.from('%PDF-1.7 referat');
  const minutes = { minutesFile: sha256(bytes), minutesName: 'referat.pdf' };
  const refused = { ok: false, error: { code: 'AP-20-MINUTES-NOT-THE-FILE' } };

  it('not one that is not there, nor one that somebody else sent in; nothing is written', async () => {
    expect(await approvals.record(await yes(minutes), own(greve), first)).toEqual(refused);
    await new FileStore(story.source).add(bytes, 'application/pdf', second.person);
    await new RoundGround(story.source).offer(minutes.minutesFile, second.person);
    expect(await approvals.record(await yes(minutes), own(greve), first)).toEqual(refused);
    expect((await view()).decisions).toEqual([]);
    const id = done(await approvals.record(await yes(minutes), own(greve), second));
    expect((await view()).decisions).toMatchObject([{ id, ...minutes }]);
  });

  it('a correction keeps those that stood with what it corrects', async () => {
    await new FileStore(story.source).add(bytes, 'application/pdf', second.person);
    await new RoundGround(story.source).offer(minutes.minutesFile, second.person);
    const id = done(await approvals.record(await yes(minutes), own(greve), second));
    done(await approvals.record(await yes({ ...minutes, supersedes: id, item: '15' }), own(greve), first));
  });
});

describe('AP-2, AP-22 what lapses is told, and can be approved again in one step', () => {
  it('with the people of the parties that had decided, and of no others', async () => {
    const other = await story.person('municipal-council:0316', 'councilSecretary');
    const before = done(await approvals.record(await yes(), own(greve), first));
    const texts = new AgreementStore(story, new TextContents(story.source));
    done(await texts.reopenWriting(story.agreement, 'En fejl', secretariat));
    expect(await readersOf('approvalsLapsed')).toEqual([first.person, second.person].toSorted());
    expect(await readersOf('approvalsLapsed')).not.toContain(other.person);
    expect((await letters('approvalsLapsed')).map(({ facts }) => facts['reason'])).toEqual(['En fejl', 'En fejl']);

    version = (await story.freeze(null)).version;
    const again = await yes({ reaffirms: before });
    done(await approvals.record(again, own(greve), first));
    expect((await view()).decisions.at(-1)).toMatchObject({ reaffirms: before, version });
    expect(await approvals.record(await yes({ party: holbaek, reaffirms: before }), own(holbaek), other)).toEqual({
      ok: false,
      error: { code: 'AP-22-NOTHING-TO-REAFFIRM' },
    });
  });
});

describe('AP-22 who approved an earlier text', () => {
  it('is told so of the new one, with the way to approve it again in one step; others are asked as the first time', async () => {
    const other = await story.person('municipal-council:0316', 'councilSecretary');
    done(await approvals.record(await yes(), own(greve), first));
    const no = { party: holbaek, outcome: 'rejected', reason: 'For dyrt' } as const;
    done(await approvals.record(await yes(no), own(holbaek), other));
    const texts = new AgreementStore(story, new TextContents(story.source));
    done(await texts.reopenWriting(story.agreement, 'En fejl', secretariat));
    ({ version } = await story.freeze(null));

    const asked = await story.source.query<{ person: string; kind: string; path: string }[]>(
      `SELECT person, kind, path FROM letter WHERE kind LIKE 'decisionAsked%' AND key LIKE 'decisionAsked:' || $1 || ':%'`,
      [version],
    );
    const of = (person: string) => asked.filter((each) => each.person === person);
    const place = (party: PartyId) => `/aftaler/${story.agreement}/godkendelse/${party}`;
    for (const { person } of [first, second])
      expect(of(person)).toEqual([{ person, kind: 'decisionAskedAgain', path: `${place(greve)}/igen` }]);
    const { person } = other;
    expect(of(person)).toEqual([{ person, kind: 'decisionAsked', path: place(holbaek) }]);
  });
});

describe('AP-23 a blocked chain is told to the secretariat', () => {
  it('once for each no, and not of what still waits to be confirmed', async () => {
    const no = { outcome: 'rejected', reason: 'For dyrt' } as const;
    const entered = done(await approvals.record(await yes(no), onBehalf, secretariat));
    expect(chainState((await view()).chain).state).toBe('running');
    expect(await readersOf('chainBlocked')).toEqual([]);
    done(await approvals.confirm(story.agreement, entered, own(greve), first));
    expect(chainState((await view()).chain).state).toBe('blocked');
    const told = await readersOf('chainBlocked');
    expect(told).toContain(secretariat.person);
    expect(told).not.toContain(first.person);
    done(await approvals.record(await yes({ supersedes: entered }), own(greve), first));
    expect(chainState((await view()).chain).state).toBe('running');
    expect(await readersOf('chainBlocked')).toEqual(told);
  });
});

describe('AP-24 two people agree that a step is taken otherwise', () => {
  const skip = { step: 'committee', party: greve, kind: 'skip', taker: null, reason: 'Nedlagt' } as const;

  it('both are facts, both are logged, and the one who asked does not agree', async () => {
    const ask = { agreement: story.agreement, ...skip };
    const id = done(await overrides.ask(ask, secretariat));
    const own_ = own(greve);
    expect((await view()).chain.overrides).toMatchObject([{ id, agreed: null }]);
    expect(await overrides.agree(story.agreement, id, own_, secretariat)).toMatchObject({
      error: { code: 'AP-24-SAME-PERSON' },
    });
    const pressed = await Promise.all([
      overrides.agree(story.agreement, id, own_, first),
      overrides.agree(story.agreement, id, own_, second),
    ]);
    expect(pressed.filter((each) => each?.ok)).toHaveLength(1);
    expect((await view()).chain.overrides[0]?.agreed).not.toBeNull();
    const acts = await story.source.query<{ kind: string }[]>('SELECT kind FROM act ORDER BY number DESC LIMIT 2');
    expect(acts.map(({ kind }) => kind)).toEqual(['consentToOverride', 'overrideStep']);
    expect(await overrides.ask({ ...ask, step: 'council' }, secretariat)).toMatchObject({
      error: { code: 'AP-24-OVERRIDE-DECIDES' },
    });
    const replaced = { ...ask, kind: 'replaceBody', taker: brandId<BodyId>('committee:nowhere') } as const;
    expect(await overrides.ask(replaced, secretariat)).toMatchObject({ error: { code: 'AP-24-NOBODY-TAKES-IT' } });
  });
});

describe('AP-25 the conclusion is told to all who record, and then only mistakes are put right', () => {
  it('by a correction that is still an approval', async () => {
    const { parties } = await story.view();
    for (const { party } of parties) done(await approvals.record(await yes({ party }), own(party), first));
    expect((await story.view()).state).toBe('concluded');
    const told = await readersOf('agreementConcluded');
    expect(told).toEqual(expect.arrayContaining([first, second, secretariat].map(({ person }) => person)));
    expect(new Set(told).size).toBe(told.length);
    const id = (await view()).decisions.find(({ party }) => party === greve)?.id ?? null;
    const no = { supersedes: id, outcome: 'rejected', reason: 'Fortrudt' } as const;
    expect(await approvals.record(await yes(no), own(greve), first)).toMatchObject({
      error: { code: 'AP-25-CONCLUDED' },
    });
    done(await approvals.record(await yes({ supersedes: id, item: '15' }), own(greve), first));
    expect((await story.view()).state).toBe('concluded');
    expect((await story.view()).events.filter(({ event }) => event === 'conclude')).toHaveLength(1);
  });
});
