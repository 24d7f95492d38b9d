import { isConcluded, missing, sharedPlaces, standing, type Recorder } from '@enig/approval';
import {
  brandId,
  localDateAt,
  localDateOf,
  type BodyId,
  type DecisionId,
  type PartyId,
  type VersionHash,
} from '@enig/kernel';
import { databaseNow, type Actor } from './act';
import { AgreementReads } from './agreement-reads';
import { AgreementStore } from './agreement-store';
import { ApprovalReads, type ApprovalView } from './approval-reads';
import { ApprovalStore, type NewDecision } from './approval-store';
import { beginStory, done, type Story } from './test-story';
import { TextContents } from './text-content';

const greve = brandId<PartyId>('municipality:0253');
const holbaek = brandId<PartyId>('municipality:0316');

let story: Story;
let approvals: ApprovalStore;
let secretary: Actor;
let version: VersionHash;

beforeEach(async () => {
  story = await beginStory();
  approvals = new ApprovalStore({ source: story.source, announce: story.announce });
  secretary = await story.person('secretariat:1085', 'secretariatOfficer');
  version = (await story.freeze(null)).version;
});

afterEach(() => story.close());

const own = (party: PartyId): Recorder => ({ kind: 'ownPeople', party });
const onBehalf: Recorder = { kind: 'secretariat' };

async function approval(): Promise<ApprovalView> {
  const view = await new ApprovalReads(story.source).view(story.agreement);
  if (!view) throw new Error('Nothing was put to the parties');
  return view;
}

async function yes(party: PartyId, other: Partial<NewDecision> = {}): Promise<NewDecision> {
  const council = (await story.view()).parties.find((each) => each.party === party)?.council ?? brandId<BodyId>('none');
  const meeting = {
    meetingDate: localDateAt(await databaseNow(story.source.manager)),
    item: '14',
    wording: 'Godkendt.',
    reason: '',
  };
  const rest = { nextMeeting: null, minutesLink: null, supersedes: null };
  return {
    agreement: story.agreement,
    party,
    body: council,
    outcome: 'approved',
    version,
    ...meeting,
    ...rest,
    ...other,
  };
}

async function secretaryOf(party: PartyId): Promise<Actor> {
  const council = (await story.view()).parties.find((each) => each.party === party)?.council;
  return story.person(council ?? '', 'councilSecretary');
}

const capacityOf = ({ person, capacity }: Actor) => ({ person, capacity });

async function count(table: 'decision' | 'confirmation'): Promise<number> {
  const [row] = await story.source.query<{ count: string }[]>(`SELECT count(*) FROM ${table}`);
  return Number(row?.count);
}

async function acts(): Promise<string[]> {
  const rows = await story.source.query<{ kind: string }[]>(
    'SELECT kind FROM act WHERE agreement = $1 ORDER BY number',
    [story.agreement],
  );
  return rows.map(({ kind }) => kind);
}

async function conclusions() {
  return (await story.view()).events.filter(({ event }) => event === 'conclude');
}

describe('AP-14 the agreement is concluded when every party has approved the same text', () => {
  it('not with 17 of 18, and with the eighteenth in the same transaction, by the one who recorded it', async () => {
    const { parties } = await story.view();
    expect(parties).toHaveLength(18);
    const actor = await secretaryOf(greve);
    for (const { party } of parties.slice(0, 17)) done(await approvals.record(await yes(party), own(party), actor));
    expect(missing((await approval()).chain)).toEqual([parties[17]?.party]);
    expect([(await story.view()).state, await conclusions()]).toEqual(['deciding', []]);

    const last = parties[17]?.party ?? greve;
    const lastActor = await secretaryOf(last);
    done(await approvals.record(await yes(last), own(last), lastActor));
    expect(isConcluded((await approval()).chain)).toBe(true);
    expect((await story.view()).state).toBe('concluded');
    expect(await conclusions()).toMatchObject([{ version, ...lastActor }]);
    const closed = (await story.view()).sections.map(({ text }) => [text.phase, text.closedBecause]);
    expect(new Set(closed.map((each) => each.join(' ')))).toEqual(new Set(['closed concluded']));
    expect((await acts()).slice(-2)).toEqual(['recordDecision', 'conclude']);
    expect(await approvals.record(await yes(last), own(last), lastActor)).toMatchObject({
      error: { code: 'AP-8-NOT-BEING-DECIDED' },
    });
  });

  it('once, when the last two approve at the same moment', async () => {
    const { parties } = await story.view();
    const actor = await secretaryOf(greve);
    for (const { party } of parties.slice(0, 16)) done(await approvals.record(await yes(party), own(party), actor));
    const lastTwo = await Promise.all(parties.slice(16).map(async ({ party }) => [party, await yes(party)] as const));
    await Promise.all(lastTwo.map(([party, input]) => approvals.record(input, own(party), actor)));
    expect(await conclusions()).toHaveLength(1);
    expect((await acts()).filter((kind) => kind === 'conclude')).toHaveLength(1);
  });

  it('not while a condition stands, and with the approval that follows it', async () => {
    const { parties } = await story.view();
    const actor = await secretaryOf(greve);
    const condition = { outcome: 'approvedOnCondition', reason: 'Hvis teksten ændres.' } as const;
    for (const { party } of parties) {
      const outcome = party === holbaek ? condition : {};
      done(await approvals.record(await yes(party, outcome), own(party), actor));
    }
    expect((await story.view()).state).toBe('deciding');
    const [first] = (await approval()).decisions.filter(({ party }) => party === holbaek);
    done(await approvals.record(await yes(holbaek, { supersedes: first?.id ?? null }), own(holbaek), actor));
    expect((await story.view()).state).toBe('concluded');
    expect(await count('decision')).toBe(19);
  });
});

describe('AP-2 a decision is about the text the council saw', () => {
  it('refuses a stale hash, and what was decided lapses when writing is opened again', async () => {
    const actor = await secretaryOf(greve);
    done(await approvals.record(await yes(greve), own(greve), actor));
    const reads = new AgreementStore(story, new TextContents(story.source));
    done(await reads.reopenWriting(story.agreement, 'En fejl i teksten', secretary));
    expect(await approval()).toMatchObject({ hasLapsed: true, decisions: [{ party: greve }] });
    expect(standing((await approval()).chain, greve)).toBe('notStarted');
    expect(await approvals.record(await yes(greve), own(greve), actor)).toMatchObject({
      error: { code: 'AP-8-NOT-BEING-DECIDED' },
    });

    const stale = await yes(greve);
    const next = (await story.freeze(null)).version;
    expect(next).not.toBe(version);
    expect(await approvals.record(stale, own(greve), actor)).toEqual({
      ok: false,
      error: { code: 'AP-2-TEXT-HAS-CHANGED', current: next },
    });
    expect(standing((await approval()).chain, greve)).toBe('notStarted');
    done(await approvals.record({ ...stale, version: next }, own(greve), actor));
    expect(standing((await approval()).chain, greve)).toBe('approved');
  });
});

describe('AP-5 what the secretariat enters counts when one of the party’s people confirms it', () => {
  it('waits, and is confirmed once', async () => {
    const id = done(await approvals.record(await yes(greve), onBehalf, secretary));
    expect(standing((await approval()).chain, greve)).toBe('awaitsConfirmation');
    expect(missing((await approval()).chain)).toHaveLength(18);
    expect(await approvals.confirm(story.agreement, id, onBehalf, secretary)).toMatchObject({
      error: { code: 'AP-5-NOT-THE-PARTYS-OWN' },
    });
    expect(await approvals.confirm(story.agreement, id, own(holbaek), secretary)).toMatchObject({
      error: { code: 'AP-5-NOT-THE-PARTYS-OWN' },
    });
    const actor = await secretaryOf(greve);
    const pressed = await Promise.all([
      approvals.confirm(story.agreement, id, own(greve), actor),
      approvals.confirm(story.agreement, id, own(greve), actor),
    ]);
    expect(pressed.filter((each) => each?.ok)).toHaveLength(1);
    expect(pressed.find((each) => !each?.ok)).toMatchObject({ error: { code: 'AP-11-NOTHING-TO-CONFIRM' } });
    expect(standing((await approval()).chain, greve)).toBe('approved');
    expect(await count('confirmation')).toBe(1);
    expect((await acts()).slice(-2)).toEqual(['enterDecision', 'confirmDecision']);
  });

  it('concludes with the confirmation where that is the last thing missing', async () => {
    const { parties } = await story.view();
    const actor = await secretaryOf(greve);
    for (const { party } of parties.filter((each) => each.party !== greve)) {
      done(await approvals.record(await yes(party), own(party), actor));
    }
    const id = done(await approvals.record(await yes(greve), onBehalf, secretary));
    expect((await story.view()).state).toBe('deciding');
    done(await approvals.confirm(story.agreement, id, own(greve), actor));
    expect(await conclusions()).toMatchObject([{ person: actor.person }]);
  });
});

describe('AG-22 who is bound may change while writing is open', () => {
  it('also after somebody has decided: who stays keeps their row, and what was decided is kept', async () => {
    done(await approvals.record(await yes(greve), own(greve), await secretaryOf(greve)));
    done(await approvals.record(await yes(holbaek), own(holbaek), await secretaryOf(holbaek)));
    const agreements = new AgreementStore(story, new TextContents(story.source));
    done(await agreements.reopenWriting(story.agreement, 'Kommunen træder ud', secretary));
    await story.owner.query(`UPDATE agreement_party SET name = 'Som den hed' WHERE party = $1`, [greve]);
    const staying = (await story.view()).parties.map(({ party }) => party).filter((party) => party !== holbaek);
    done(await agreements.setParties(story.agreement, staying, secretary));
    const after = (await story.view()).parties;
    expect(after.map(({ party }) => party).toSorted()).toEqual([...staying].toSorted());
    expect(after.find(({ party }) => party === greve)?.name).toBe('Som den hed');
    expect((await approval()).decisions.map(({ party }) => party)).toEqual([greve, holbaek]);
    done(await agreements.setParties(story.agreement, [...staying, holbaek], secretary));
    expect((await story.view()).parties).toHaveLength(18);
  });
});

describe('AP-16 what a body that belongs to no party came to', () => {
  const kkr = brandId<BodyId>('contact-council:1085');
  const kkrsOwn: Recorder = { kind: 'bodysOwn', body: kkr };
  const central = (other: Partial<NewDecision> = {}) =>
    yes(greve, { party: null, body: kkr, outcome: 'recommended', wording: 'KKR anbefaler aftalen.', ...other });

  it('is recorded for it by its secretary, in that capacity, and approves nothing', async () => {
    const actor = await story.person(kkr, 'councilSecretary');
    const id = done(await approvals.record(await central(), kkrsOwn, actor));
    const { chain, decisions } = await approval();
    expect(decisions).toMatchObject([
      { id, party: null, body: kkr, step: 'contactCouncil', isOwn: true, recordedFor: kkr, ...capacityOf(actor) },
    ]);
    expect(sharedPlaces(chain)).toMatchObject([{ body: kkr, decision: { id, outcome: 'recommended' } }]);
    expect(missing(chain)).toHaveLength(18);
    expect((await story.view()).state).toBe('deciding');
    const [act] = (await new AgreementReads(story.source).acts(story.agreement)).slice(-1);
    expect(act).toMatchObject({
      ...{ kind: 'recordSharedDecision', ...actor },
      facts: { decision: id, party: null, body: kkr, outcome: 'recommended' },
    });
  });

  it('is recorded once of two at once, and by the next in knowledge of it', async () => {
    const actor = await story.person(kkr, 'councilSecretary');
    const input = await central();
    const both = await Promise.all([approvals.record(input, kkrsOwn, actor), approvals.record(input, kkrsOwn, actor)]);
    expect(both.map((each) => (each?.ok ? 'done' : each?.error.code)).sort()).toEqual([
      'AP-12-ALREADY-DECIDED',
      'done',
    ]);
    const [first] = (await approval()).decisions;
    const noted = await central({ outcome: 'noted', supersedes: first?.id ?? null });
    done(await approvals.record(noted, kkrsOwn, actor));
    expect(sharedPlaces((await approval()).chain)).toMatchObject([{ decision: { outcome: 'noted' } }]);
    expect(await count('decision')).toBe(2);
  });

  it('has one first decision in the table too, where nothing of a party tells two apart', async () => {
    const actor = await story.person(kkr, 'councilSecretary');
    done(await approvals.record(await central(), kkrsOwn, actor));
    const columns = `agreement, version, party, body, step, outcome, meeting_date, item, wording, recorded_at, person,
      recorded_for, capacity, is_own`;
    const again = `INSERT INTO decision (id, ${columns}) SELECT gen_random_uuid(), ${columns} FROM decision`;
    await expect(story.source.query(again)).rejects.toThrow('decision_first');
  });

  it('is recorded neither by the secretariat nor by a party, and not in a party’s name', async () => {
    const code = 'AP-16-NOT-THE-BODYS-OWN';
    expect(await approvals.record(await central(), onBehalf, secretary)).toMatchObject({ error: { code } });
    expect(await approvals.record(await central(), own(greve), secretary)).toMatchObject({ error: { code } });
    expect(await approvals.record(await yes(greve, { body: kkr }), kkrsOwn, secretary)).toMatchObject({
      error: { code: 'AP-1-NOT-A-PARTY' },
    });
    expect(await count('decision')).toBe(0);
  });

  it('and unanimity asks the parties alone', async () => {
    const actor = await story.person(kkr, 'councilSecretary');
    const no = await central({ outcome: 'notRecommended', reason: 'For dyrt.' });
    done(await approvals.record(no, kkrsOwn, actor));
    for (const { party } of (await story.view()).parties) {
      done(await approvals.record(await yes(party), own(party), secretary));
    }
    expect((await story.view()).state).toBe('concluded');
  });
});

describe('AP-12 who records knows what was recorded before', () => {
  it('takes one of two who record the same decision at once, and tells the other of it', async () => {
    const actor = await secretaryOf(greve);
    const input = await yes(greve);
    const both = await Promise.all([
      approvals.record(input, own(greve), actor),
      approvals.record(input, own(greve), actor),
    ]);
    const taken = both.find((each) => each?.ok);
    expect(both.find((each) => !each?.ok)).toEqual({
      ok: false,
      error: { code: 'AP-12-ALREADY-DECIDED', current: taken?.ok ? taken.value : null },
    });
    expect(await count('decision')).toBe(1);
  });
});

describe('what a decision must be', () => {
  it.each<[string, string, Partial<NewDecision>]>([
    ['a party of this agreement', 'AP-1-NOT-A-PARTY', { party: brandId<PartyId>('municipality:0101') }],
    ['a body of that party', 'AP-1-NOT-A-PARTY', { body: brandId<BodyId>('municipal-council:0316') }],
    ['with a reason for anything but a plain yes', 'AP-4-REASON-REQUIRED', { outcome: 'rejected' }],
    ['an outcome a council can come to', 'AP-6-OUTCOME-NOT-FOR-THIS-BODY', { outcome: 'recommended' }],
    ['of a meeting that has been', 'AP-7-MEETING-IN-THE-FUTURE', { meetingDate: localDateOf('2098-01-01') }],
    ['of a meeting since the freeze', 'AP-17-MEETING-BEFORE-THE-TEXT', { meetingDate: localDateOf('1800-01-01') }],
    [
      'taken up again when postponed',
      'AP-9-NEXT-MEETING-REQUIRED',
      { outcome: 'postponed', reason: 'Mangler høring.' },
    ],
    ['an item on the agenda', 'AP-10-ITEM-REQUIRED', { item: ' ' }],
  ])('%s', async (_, code, wrong) => {
    const input = await yes(greve, wrong);
    const before = await acts();
    expect(await approvals.record(input, own(input.party ?? greve), await secretaryOf(greve))).toMatchObject({
      ok: false,
      error: { code },
    });
    expect([await count('decision'), await acts()]).toEqual([0, before]);
  });

  it('recorded by the party or the secretariat, never by another party', async () => {
    expect(await approvals.record(await yes(greve), own(holbaek), await secretaryOf(holbaek))).toMatchObject({
      error: { code: 'AP-5-NOT-THE-PARTYS-OWN' },
    });
  });

  it('of the council that the party was bound by when the parties were set', async () => {
    const other = brandId<BodyId>('municipal-council:new');
    await story.owner.query(
      `INSERT INTO body (id, kind, name, party, valid_from) VALUES ($1, 'municipalCouncil', 'Et nyt byråd', $2, '2020-01-01')`,
      [other, greve],
    );
    const actor = await secretaryOf(greve);
    expect(await approvals.record(await yes(greve, { body: other }), own(greve), actor)).toMatchObject({
      error: { code: 'AP-1-NOT-A-PARTY' },
    });
    done(await approvals.record(await yes(greve), own(greve), actor));
    expect(standing((await approval()).chain, greve)).toBe('approved');
  });

  it('may be a committee’s recommendation, which approves nothing', async () => {
    const body = brandId<BodyId>('committee:0253');
    done(
      await approvals.record(await yes(greve, { body, outcome: 'recommended' }), own(greve), await secretaryOf(greve)),
    );
    expect(standing((await approval()).chain, greve)).toBe('recommended');
    expect(missing((await approval()).chain)).toHaveLength(18);
  });

  it('about an agreement that is put to somebody', async () => {
    const unknown = { agreement: brandId<NewDecision['agreement']>('00000000-0000-4000-8000-000000000000') };
    expect(await approvals.record(await yes(greve, unknown), own(greve), secretary)).toBeNull();
    expect(
      await approvals.confirm(
        story.agreement,
        brandId<DecisionId>('00000000-0000-4000-8000-000000000000'),
        own(greve),
        secretary,
      ),
    ).toMatchObject({
      error: { code: 'AP-11-NOTHING-TO-CONFIRM' },
    });
  });
});
