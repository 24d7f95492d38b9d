import { Desk, type Said } from './test-bundle';
import { SECOND, SmallCase, type Approving } from './test-small-case';

const IN_ORDER = { code: 0, first: null };
const PARTY = 'municipality:0265';
const TAKER = 'municipalCouncil:0330';
const NOT_ALL = `aftalen var ikke godkendt af alle: ${PARTY}`;

const desk = new Desk();

afterAll(() => desk.clear());

/** An agreement that is said to be concluded once its only party has approved like that. */
function concluded(approving: Approving, before: (small: SmallCase) => SmallCase = (small) => small): Promise<Said> {
  const small = new SmallCase().act('createAgreement');
  const version = small.freeze(1);
  before(small).decide(version, approving).act('conclude', { version });
  return verified(small, version);
}

async function verified(small: SmallCase, version: string): Promise<Said> {
  const { at, person, body, capacity } = small.acts.at(-1) ?? {};
  const { agreement } = small.acts[0] ?? {};
  const publication = { version, path: `/aftale/${agreement}`, at, person, body, capacity };
  const notices = { format: 'enig-notices/1', agreement, publication, sent: [] };
  return desk.verify(await small.zip(small.lines(), { 'notices.json': notices }));
}

/** Somebody asks that another council decides in place of the party's, which is gone. */
function asked(small: SmallCase): SmallCase {
  const what = { step: 'council', party: PARTY, kind: 'replaceBody', taker: TAKER, reason: 'Kommunen er lagt sammen' };
  return small.act('overrideStep', { override: 'o', ...what });
}

describe('LO-5 whose approval makes the whole', () => {
  it('LO-5 is that of the council that was named when the text was put to the parties', async () => {
    const said = await concluded({});
    expect(said).toMatchObject(IN_ORDER);
    expect(said.out).not.toContain('nævner ikke');
  });

  it('LO-5 is not that of another body of the party, nor the council in a step that does not bind', async () => {
    const committee = await concluded({ body: 'financeCommittee:0265' });
    expect(committee).toMatchObject({ code: 1, first: `log.json, handling nr. 4: ${NOT_ALL}` });
    const elsewhere = await concluded({ step: 'finance' });
    expect(elsewhere).toMatchObject({ code: 1, first: `log.json, handling nr. 4: ${NOT_ALL}` });
  });

  it('LO-5 is that of the council in its place once another has agreed, and then no longer its own', async () => {
    const agree = { override: 'o', step: 'council', party: PARTY };
    const byTwo = (small: SmallCase) => asked(small).act('consentToOverride', agree, false, SECOND);
    expect(await concluded({ body: TAKER }, byTwo)).toMatchObject(IN_ORDER);
    expect(await concluded({}, byTwo)).toMatchObject({ code: 1, first: `log.json, handling nr. 6: ${NOT_ALL}` });
    expect(await concluded({ body: TAKER }, asked)).toMatchObject({ code: 1 });
    const byOne = (small: SmallCase) => asked(small).act('consentToOverride', agree);
    expect(await concluded({ body: TAKER }, byOne)).toMatchObject({ code: 1 });
  });

  it("LO-5 is any body's in a log from before councils were named", async () => {
    const small = new SmallCase().act('createAgreement', {}, true);
    const version = small.freeze(1, true);
    small.decide(version, { body: 'financeCommittee:0265' }).act('conclude', { version });
    const said = await verified(small, version);
    expect(said).toMatchObject(IN_ORDER);
    expect(said.out).toContain('Loggen nævner ikke, hvilke råd der binder parterne');
  });
});
