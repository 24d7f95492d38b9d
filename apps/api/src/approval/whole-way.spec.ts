import { completeEasyRead, setDeadlineIn, writeInResponse } from '@enig/data/testing';
import { agreementCalled, command, roundBy } from '../hearing/test-hearing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { today } from './test-board';

const DRAFT = 'Rammeaftale 2021–22 for det specialiserede social- og undervisningsområde';

const councils = ['disability-council:0253', 'disability-council:0316'];

interface SeenBoard {
  readonly version: { readonly hash: string };
  readonly isConcluded: boolean;
  readonly approvedCount: number;
  readonly rows: readonly {
    readonly party: { readonly id: string };
    readonly recordPlaces: readonly { readonly step: string; readonly body: { readonly id: string } }[];
  }[];
}

let app: TestApp;
let secretariat: TestBrowser;

beforeAll(async () => {
  app = await startTestApp();
  secretariat = await app.signIn('sekretariat');
});

afterAll(() => app.close());

async function stateOf(agreement: string): Promise<string> {
  const { data } = await secretariat.gql<{ agreement: { state: string } }>(
    'query ($id: ID!) { agreement(id: $id) { state } }',
    { id: agreement },
  );
  return data.agreement.state;
}

async function boardOf(agreement: string): Promise<SeenBoard> {
  const { data } = await secretariat.gql<{ agreement: { board: SeenBoard } }>(
    `query ($id: ID!) { agreement(id: $id) { board { version { hash } isConcluded approvedCount rows { party { id } recordPlaces { step body { id } } } } } }`,
    { id: agreement },
  );
  return data.agreement.board;
}

/** Who records for each party of the demo, by the party's council. */
async function recorders(): Promise<ReadonlyMap<string, TestBrowser>> {
  const people = (await (await app.anybody.fetch('/auth/demo')).json()) as { persona: string }[];
  const personas = people.map(({ persona }) => persona).filter((persona) => persona.startsWith('raadssekretaer-'));
  const found = new Map<string, TestBrowser>();
  for (const persona of personas) {
    const browser = await app.signIn(persona);
    const { data } = await browser.gql<{ viewer: { seats: { body: { party: { id: string } | null } }[] } }>(
      '{ viewer { seats { body { party { id } } } } }',
    );
    for (const { body } of data.viewer.seats) if (body.party) found.set(body.party.id, browser);
  }
  return found;
}

/** Sends the draft to two councils; one answers, before the deadline passes. @returns the round. */
async function heard(agreement: string): Promise<string> {
  await completeEasyRead(app.owner, agreement);
  const sent = await command(
    secretariat,
    'freezeForHearing',
    { agreement, councils, dueDate: '2090-01-31' },
    'version { hash act } round { id responses { id body { id } } }',
  );
  expect(sent).toMatchObject({ refused: null, version: { act: 'hearingDraft' }, round: { responses: [{}, {}] } });
  const { id: round } = sent['round'] as { id: string };
  expect(await stateOf(agreement)).toBe('hearing');

  const chair = await app.signIn('handicapraad-formand-greve');
  const mine = (await roundBy(chair, round)).responses.find(({ body }) => body.id === councils[0]);
  await writeInResponse(app.source, mine?.text?.id ?? '', 'general', 'Husk kørsel.');
  expect(await command(chair, 'submitResponse', { response: mine?.id })).toMatchObject({ refused: null });
  await setDeadlineIn(app.owner, round, -1);
  return round;
}

/** Ends the round, answers its point and closes it. */
async function answeredBack(agreement: string, round: string): Promise<void> {
  expect(await command(secretariat, 'endHearing', { round })).toMatchObject({ refused: null });
  expect(await stateOf(agreement)).toBe('treating');
  expect((await command(secretariat, 'freezeForDecision', { agreement })).refused?.code).toBe('AG-5-ROUND-NOT-CLOSED');
  const [point] = (await roundBy(secretariat, round)).points;
  const treatment = {
    point: point?.id,
    outcome: 'partlyAccommodated',
    answer: 'Det undersøges.',
    reason: 'Der mangler tal.',
  };
  expect(await command(secretariat, 'treatPoint', treatment)).toMatchObject({ refused: null });
  expect(await command(secretariat, 'closeRound', { round })).toMatchObject({ refused: null });
}

/** The council that did not answer in time finds the round closed. */
async function isClosedToTheOther(round: string): Promise<void> {
  const late = await app.signIn('handicapraad-formand-holbaek');
  const theirs = (await roundBy(late, round)).responses.find(({ body }) => body.id === councils[1]);
  expect((await command(late, 'submitResponse', { response: theirs?.id })).refused?.code).toBe('HE-8-ROUND-CLOSED');
}

/** Every party's secretary records a plain yes; until the last one nothing is concluded. */
async function decidedByAll(agreement: string): Promise<void> {
  const browsers = await recorders();
  const { rows, version } = await boardOf(agreement);
  expect(rows).toHaveLength(18);
  for (const [index, { party, recordPlaces }] of rows.entries()) {
    expect((await boardOf(agreement)).isConcluded).toBe(false);
    const browser = browsers.get(party.id);
    if (!browser) throw new Error(`Nobody records for ${party.id}`);
    const decision = { outcome: 'approved', meetingDate: today(), item: '14', wording: 'Godkendt.' };
    const input = {
      agreement,
      party: party.id,
      body: recordPlaces.at(-1)?.body.id,
      step: recordPlaces.at(-1)?.step,
      version: version.hash,
      ...decision,
    };
    expect(await command(browser, 'recordDecision', input, 'board { approvedCount }')).toMatchObject({
      ...{ refused: null, board: { approvedCount: index + 1 } },
    });
  }
}

describe('from draft to agreement, over HTTP', () => {
  it('is heard, answered, closed, decided by all 18 on one text, and concluded', async () => {
    const agreement = await agreementCalled(secretariat, DRAFT);
    const round = await heard(agreement);
    await answeredBack(agreement, round);
    await isClosedToTheOther(round);
    expect(await command(secretariat, 'freezeForDecision', { agreement }, 'version { act }')).toMatchObject({
      ...{ refused: null, version: { act: 'agreement' } },
    });
    await decidedByAll(agreement);
    expect(await boardOf(agreement)).toMatchObject({ isConcluded: true, approvedCount: 18 });
    expect(await stateOf(agreement)).toBe('concluded');

    const { data } = await secretariat.gql<{ acts: { kind: string; sentence: string }[] }>(
      'query ($id: ID!) { acts(agreement: $id) { kind sentence } }',
      { id: agreement },
    );
    const own = data.acts.slice(data.acts.findIndex(({ kind }) => kind === 'freezeForHearing'));
    expect(own.map(({ kind }) => kind).filter((kind) => kind !== 'recordDecision')).toEqual([
      ...['freezeForHearing', 'openRound', 'submitResponse', 'endRound', 'endHearing'],
      ...['treatPoint', 'closeRound', 'freezeForDecision', 'conclude'],
    ]);
    // "–" stands for a fact that a sentence names and its act does not carry.
    expect(own.filter(({ sentence }) => sentence.includes('–'))).toEqual([]);
  }, 60_000);
});
