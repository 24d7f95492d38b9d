import type { Recorder } from '@enig/approval';
import { addDays, brandId, localDateAt, type BodyId, type PartyId } from '@enig/kernel';
import { AdvancedConsoleLogger } from 'typeorm';
import { databaseNow, type Actor } from './act';
import { AgreementStore } from './agreement-store';
import { ApprovalReads } from './approval-reads';
import { ApprovalStore, type NewDecision } from './approval-store';
import { askForDecisions } from './decision-letters';
import { OverrideStore } from './override-store';
import { beginStory, done, type Story } from './test-story';
import { TextContents } from './text-content';

const greve = brandId<PartyId>('municipality:0253');
const region = brandId<PartyId>('region:1085');
const roskilde = brandId<BodyId>('municipal-council:0265');
const own: Recorder = { kind: 'ownPeople', party: greve };

let story: Story;
let overrides: OverrideStore;
let secretariat: Actor;
let first: Actor;
let second: Actor;
let stranger: Actor;

beforeEach(async () => {
  story = await beginStory();
  overrides = new OverrideStore({ source: story.source, announce: story.announce });
  secretariat = await story.person('secretariat:1085', 'secretariatOfficer');
  first = await story.person('municipal-council:0253', 'councilSecretary');
  second = await story.person('administration:0253', 'caseOfficer');
  stranger = await story.person('municipal-council:0316', 'councilSecretary');
});

afterEach(() => story.close());

interface Told {
  readonly person: string;
  readonly path: string;
  readonly facts: object;
}

async function told(kind: string): Promise<readonly Told[]> {
  return story.source.query<Told[]>('SELECT person, path, facts FROM letter WHERE kind = $1 ORDER BY person', [kind]);
}

const peopleTold = async (kind: string) => (await told(kind)).map(({ person }) => person);
const skip = () => ({
  ...{ agreement: story.agreement, step: 'committee', party: greve, kind: 'skip' as const, taker: null },
  reason: 'Udvalget er nedlagt',
});
const board = () => `/aftaler/${story.agreement}/godkendelse`;

describe('AP-24 whoever can agree that a step is taken otherwise is asked', () => {
  it('all of the party’s people who record, once, and nobody else; the reason is not in the letter', async () => {
    await story.freeze(null);
    done(await overrides.ask(skip(), secretariat));
    expect(await peopleTold('overrideAsked')).toEqual([first.person, second.person].toSorted());
    const [letter] = await told('overrideAsked');
    expect(letter).toMatchObject({ path: board(), facts: { agreement: 'Rammeaftale' } });
    expect(JSON.stringify(letter)).not.toContain('nedlagt');
  });

  it('all parties’ people where the step is taken once for all', async () => {
    await story.freeze(null);
    done(await overrides.ask({ ...skip(), step: 'contactCouncil', party: null }, secretariat));
    expect(await peopleTold('overrideAsked')).toEqual([first.person, second.person, stranger.person].toSorted());
  });

  it('nobody where it is refused', async () => {
    await story.freeze(null);
    expect(await overrides.ask({ ...skip(), reason: ' ' }, secretariat)).toMatchObject({ ok: false });
    expect(await told('overrideAsked')).toEqual([]);
  });
});

describe('AP-24-REASON-HOLDS-NUMBER why a step is taken otherwise', () => {
  it('holds no personal number: nothing is kept, logged or sent', async () => {
    await story.freeze(null);
    const acts = () => story.source.query<unknown[]>('SELECT count(*)::int AS acts FROM act');
    const before = await acts();
    expect(await overrides.ask({ ...skip(), reason: 'Formanden, 010190-1234, er syg' }, secretariat)).toEqual({
      ok: false,
      error: { code: 'AP-24-REASON-HOLDS-NUMBER' },
    });
    expect([await story.source.query('SELECT FROM step_override'), await acts()]).toEqual([[], before]);
    expect(await told('overrideAsked')).toEqual([]);
  });
});

describe('AP-21 the council that comes after one that is gone', () => {
  it('is asked to agree, then to decide, and its people are told as the party’s own', async () => {
    await story.freeze(null);
    const newcomer = await story.person(roskilde, 'councilSecretary');
    const yesterday = addDays(localDateAt(await databaseNow(story.source.manager)), -1);
    await story.owner.query(`UPDATE body SET valid_to = $1 WHERE id = 'municipal-council:0253'`, [yesterday]);
    const ask = { ...skip(), step: 'council', kind: 'replaceBody' as const, taker: roskilde };
    const id = done(await overrides.ask(ask, secretariat));
    expect(await peopleTold('overrideAsked')).toEqual([first.person, second.person, newcomer.person].toSorted());
    const theirs: Recorder = { kind: 'bodysOwn', body: roskilde };
    done(await overrides.agree(story.agreement, id, theirs, newcomer));
    expect((await told('decisionAsked')).find(({ person }) => person === newcomer.person)).toMatchObject({
      path: `${board()}/${greve}`,
      facts: { body: expect.stringContaining('Roskilde') },
    });
    const approval = await new ApprovalReads(story.source).view(story.agreement);
    expect(approval?.successions).toMatchObject([
      { party: greve, council: { body: roskilde }, owner: 'municipality:0265' },
    ]);
    expect(await overrides.agree(story.agreement, id, own, first)).toMatchObject({
      error: { code: 'AP-24-NOTHING-TO-AGREE-TO' },
    });
  });

  it('is the one that is named when its decision lapses and the next text is put to the parties', async () => {
    const { version } = await story.freeze(null);
    const newcomer = await story.person(roskilde, 'councilSecretary');
    const ground = { source: story.source, announce: story.announce };
    const approvals = new ApprovalStore(ground);
    const today = localDateAt(await databaseNow(story.source.manager));
    const ends = `UPDATE body SET valid_to = $1 WHERE id = 'municipal-council:0253'`;
    await story.owner.query(ends, [addDays(today, -1)]);
    const ask = { ...skip(), step: 'council', kind: 'replaceBody' as const, taker: roskilde };
    const theirs: Recorder = { kind: 'bodysOwn', body: roskilde };
    done(await overrides.agree(story.agreement, done(await overrides.ask(ask, secretariat)), theirs, newcomer));
    const yes: NewDecision = {
      ...{ agreement: story.agreement, version, party: greve, body: roskilde, step: null, outcome: 'approved' },
      ...{ meetingDate: today, item: '1', wording: 'Godkendt.', reason: '', minority: '', nextMeeting: null },
      ...{ minutesLink: null, minutesFile: null, minutesName: null, supersedes: null, reaffirms: null },
    };
    done(await approvals.record(yes, theirs, newcomer));
    const texts = new AgreementStore(ground, new TextContents(story.source));
    done(await texts.reopenWriting(story.agreement, 'En fejl', secretariat));
    const named = { facts: { body: expect.stringContaining('Roskilde') } };
    expect(await told('approvalsLapsed')).toMatchObject([named, named, named]);

    await story.owner.query('DELETE FROM letter');
    done(await approvals.freezeForDecision(story.agreement, secretariat));
    const asked = (await told('decisionAskedAgain')).filter(({ path }) => path === `${board()}/${greve}/igen`);
    expect(asked).toMatchObject([named, named, named]);

    const queries: string[] = [];
    const listening = Object.assign(new AdvancedConsoleLogger(false), { logQuery: (sql: string) => queries.push(sql) });
    story.source.logger = listening;
    const head = await story.view();
    const { version: next } = head.events.at(-1) ?? {};
    await askForDecisions(story.source.manager, head, next ?? version);
    // Who decides in whose place is read once for all the letters.
    expect(queries.filter((sql) => sql.includes('FROM "step_override" '))).toHaveLength(1);
  });

  it('is one that is there: of a municipality’s neighbours, or of what a region became', async () => {
    const reads = new ApprovalReads(story.source);
    const head = await story.view();
    const councils = await reads.councilsAfter(greve, head);
    expect(councils).toContain(roskilde);
    expect(councils).not.toContain('municipal-council:0253');
    expect(councils.every((body) => body.startsWith('municipal-council:'))).toBe(true);
    await story.owner.query(`UPDATE body SET valid_from = '2020-01-01' WHERE id = 'regional-council:ostdanmark'`);
    expect(await reads.councilsAfter(region, head)).toEqual(['regional-council:ostdanmark']);
  });
});

describe('AP-16, AP-33 a body that acts for all is asked when a text is put to the parties', () => {
  it('its own people, with the way to its form', async () => {
    const secretary = await story.person('contact-council:1085', 'councilSecretary');
    await story.person('contact-council:1082', 'councilSecretary');
    await story.freeze(null);
    const letters = (await told('decisionAsked')).filter(({ path }) => path.endsWith('contact-council:1085'));
    expect(letters).toMatchObject([
      { person: secretary.person, path: `${board()}/contact-council:1085`, facts: { agreement: 'Rammeaftale' } },
    ]);
  });
});
