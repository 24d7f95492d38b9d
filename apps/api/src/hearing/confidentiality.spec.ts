import { writeInResponse } from '@enig/data/testing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { command, onlyRound, responseOf, type SeenResponse } from './test-hearing';

const CANARY = 'Kanariefuglen synger kun for Næstved';
const OUT = '(i høring)';
const TREATED = '(svar behandles)';
const answer = { outcome: 'accommodated', answer: 'Det skrives ind.', reason: 'Rådet har ret.' };

let app: TestApp;
let secretariat: TestBrowser;

beforeEach(async () => {
  app = await startTestApp();
  secretariat = await app.signIn('sekretariat');
});

afterEach(() => app.close());

describe('a council’s draft is nobody else’s', () => {
  it('is in no answer to anybody outside the council, whatever they ask', async () => {
    const chair = await app.signIn('handicapraad-formand-naestved');
    const mine = responseOf(await onlyRound(chair, OUT), 'Næstved');
    await writeInResponse(app.source, mine.text?.id ?? '', 'general', CANARY);
    await writeInResponse(app.source, mine.text?.id ?? '', 'minority', CANARY);
    expect(JSON.stringify(await everythingSeenBy(chair, mine))).toContain(CANARY);

    for (const persona of await outsiders(mine.body.name)) {
      const seen = JSON.stringify(await everythingSeenBy(await app.signIn(persona), mine));
      expect([persona, seen.includes(CANARY), seen.includes(`"text":{"id":"${mine.text?.id}"`)]).toEqual([
        persona,
        false,
        false,
      ]);
    }
    expect(app.logged.join('\n')).not.toContain(CANARY);
  }, 60_000);

  it('is read by a member of the council who is also a councillor', async () => {
    const both = await app.signIn('politiker-naestved');
    expect(responseOf(await onlyRound(both, OUT), 'Næstved').text).not.toBeNull();
  });

  it('once sent, is read by the parties’ administrations, by other councils not until the round is closed', async () => {
    const other = await app.signIn('handicapraad-formand-holbaek');
    const round = await onlyRound(other, TREATED);
    expect(responseOf(round, 'Greve')).toMatchObject({ state: 'submitted', submission: null, history: [] });
    expect(new Set(round.points.map(({ council }) => council.id))).toEqual(new Set(['disability-council:0316']));
    const official = await app.signIn('tovholder-greve');
    expect(responseOf(await onlyRound(official, TREATED), 'Holbæk').submission).not.toBeNull();

    for (const { id } of (await onlyRound(secretariat, TREATED)).points)
      await command(secretariat, 'treatPoint', { ...answer, point: id });
    await command(secretariat, 'closeRound', { round: round.id });
    const after = await onlyRound(other, TREATED);
    expect(responseOf(after, 'Greve').submission).not.toBeNull();
    expect(new Set(after.points.map(({ council }) => council.id)).size).toBe(3);
  });
});

/** One of each role and everybody of the council's own municipality, but for the council's own people. */
async function outsiders(council: string): Promise<string[]> {
  const people = (await (await app.anybody.fetch('/auth/demo')).json()) as {
    persona: string;
    role: string;
    body: string;
  }[];
  const others = people.filter(({ persona, body }) => body !== council && persona !== 'politiker-naestved');
  // Of the council's own region, whose people are listed first: strangers to it see even less.
  const firstOf = new Map(others.toReversed().map(({ role, persona }) => [role, persona]));
  const neighbours = others.filter(({ persona }) => persona.endsWith('-naestved')).map(({ persona }) => persona);
  expect([firstOf.size, neighbours.length]).toEqual([10, 2]);
  return [...new Set([...firstOf.values(), ...neighbours])];
}

/** Every query there is, asked as widely as it can be, about everything one gets an id of. */
async function everythingSeenBy(browser: TestBrowser, response: SeenResponse): Promise<unknown[]> {
  const { data } = await browser.gql<{ agreements: { id: string }[] }>('{ agreements { id } }');
  const answers: unknown[] = [await browser.gql(MINE), await browser.gql(RESPONSE, { id: response.id })];
  for (const { id } of data.agreements) answers.push(await browser.gql(AGREEMENT, { id }));
  return answers;
}

const RESPONSE_FIELDS = `id state text { id kind title content } submission { content reference } history { content } sections { title } body { name }`;
const MINE = `{ viewer { person { name } } texts { id kind title content } tasks { title detail } regions { people { name } } agreements { title } }`;
const RESPONSE = `query ($id: ID!) { response(id: $id) { ${RESPONSE_FIELDS} } }`;
const AGREEMENT = `query ($id: ID!) { texts(agreement: $id) { id kind content } acts(agreement: $id) { sentence kind }
  agreement(id: $id) { title parts { sections { title text { id content } easyRead { content } warnings { message } } removed { title } }
    versions { sections { title content easyRead } } freezeCheck { warnings { message } } board { sentence rows { decision { wording } } }
    rounds { responses { ${RESPONSE_FIELDS} } myResponse { ${RESPONSE_FIELDS} } points { excerpt submission { content } treatment { answer } } } } }`;
