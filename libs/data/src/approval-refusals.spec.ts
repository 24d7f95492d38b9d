import { missing, standing } from '@enig/approval';
import { brandId, localDateOf, type BodyId, type DecisionId, type PartyId } from '@enig/kernel';
import { createMessages } from '@enig/messages';
import type { NewDecision } from './approval-store';
import { beginApprovals, greve, holbaek, own, type ApprovalStory } from './test-approvals';
import { done } from './test-story';

let story: ApprovalStory['story'];
let approvals: ApprovalStory['approvals'];
let secretary: ApprovalStory['secretary'];
let approval: ApprovalStory['approval'];
let yes: ApprovalStory['yes'];
let secretaryOf: ApprovalStory['secretaryOf'];
let count: ApprovalStory['count'];
let acts: ApprovalStory['acts'];

beforeEach(async () => {
  ({ story, approvals, secretary, approval, yes, secretaryOf, count, acts } = await beginApprovals());
});

afterEach(() => story.close());

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

  it.each<[string, Partial<NewDecision>]>([
    ['the item', { item: '14, om 010190-1234' }],
    ['the wording', { wording: 'Godkendt. Sagen om 010190-1234 følger.' }],
    ['the minority statement', { minority: 'CPR 0101901234 er glemt.' }],
    ['the reason', { outcome: 'rejected', reason: 'På grund af 010190 1234.' }],
  ])('AP-34-HOLDS-NUMBER without a personal number in %s', async (_, wrong) => {
    const before = await acts();
    expect(await approvals.record(await yes(greve, wrong), own(greve), await secretaryOf(greve))).toEqual({
      ok: false,
      error: { code: 'AP-34-HOLDS-NUMBER' },
    });
    expect([await count('decision'), await acts()]).toEqual([0, before]);
  });

  it.each(['Dok. 2906120015', 'acadre 1012345678', 'Sag 010119-4000'])(
    'AP-34 what is another number, as %s, is recorded once it is written as the refusal says',
    async (number) => {
      const actor = await secretaryOf(greve);
      const refused = await approvals.record(await yes(greve, { wording: number }), own(greve), actor);
      expect(refused).toMatchObject({ error: { code: 'AP-34-HOLDS-NUMBER' } });
      const parted = number.replace(/(\d{5})/u, '$1 ');
      done(await approvals.record(await yes(greve, { wording: parted }), own(greve), actor));
      for (const locale of ['da', 'en'] as const)
        expect(createMessages(locale)('AP-34-HOLDS-NUMBER')).toMatch(/mellemrum efter det femte ciffer|space after/u);
    },
  );

  it('AP-34 a reason that is not kept is not asked', async () => {
    done(await approvals.record(await yes(greve, { reason: '010190-1234' }), own(greve), await secretaryOf(greve)));
    expect(await count('decision')).toBe(1);
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
