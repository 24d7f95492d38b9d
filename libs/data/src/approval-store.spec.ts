import { isConcluded, missing, standing } from '@enig/approval';
import { AgreementStore } from './agreement-store';
import { beginApprovals, greve, holbaek, onBehalf, own, type ApprovalStory } from './test-approvals';
import { done } from './test-story';
import { TextContents } from './text-content';

let story: ApprovalStory['story'];
let approvals: ApprovalStory['approvals'];
let secretary: ApprovalStory['secretary'];
let version: ApprovalStory['version'];
let approval: ApprovalStory['approval'];
let yes: ApprovalStory['yes'];
let secretaryOf: ApprovalStory['secretaryOf'];
let count: ApprovalStory['count'];
let acts: ApprovalStory['acts'];
let conclusions: ApprovalStory['conclusions'];

beforeEach(async () => {
  ({ story, approvals, secretary, version, approval, yes, secretaryOf, count, acts, conclusions } =
    await beginApprovals());
});

afterEach(() => story.close());

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
    expect((await acts()).slice(-3)).toEqual(['recordDecision', 'conclude', 'comeIntoForce']);
    expect(await approvals.record(await yes(last), own(last), lastActor)).toMatchObject({
      error: { code: 'AP-25-CONCLUDED' },
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
