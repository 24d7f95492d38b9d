import { missing, sharedPlaces, type Recorder } from '@enig/approval';
import { brandId, type BodyId } from '@enig/kernel';
import type { Actor } from './act';
import { AgreementReads } from './agreement-reads';
import type { NewDecision } from './approval-store';
import { beginApprovals, greve, onBehalf, own, type ApprovalStory } from './test-approvals';
import { done } from './test-story';

let story: ApprovalStory['story'];
let approvals: ApprovalStory['approvals'];
let secretary: ApprovalStory['secretary'];
let approval: ApprovalStory['approval'];
let yes: ApprovalStory['yes'];
let count: ApprovalStory['count'];

beforeEach(async () => {
  ({ story, approvals, secretary, approval, yes, count } = await beginApprovals());
});

afterEach(() => story.close());

const capacityOf = ({ person, capacity }: Actor) => ({ person, capacity });

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
