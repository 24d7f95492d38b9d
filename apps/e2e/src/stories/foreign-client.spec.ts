import type { Page } from 'playwright-core';
import { prepareAgreement, type Prepared } from '../acts/preparing';
import { holds, saved, textOf } from '../acts/writing';
import { ForeignClient, type ForeignOptions } from '../foreign-client';
import { personAt } from '../people';
import { signIn, type Program } from '../program';
import { stage } from '../stage';

/* Nobody needs our page to write: the wire is the one y-websocket speaks. */

const on = stage();
const clients: ForeignClient[] = [];
let secretariat: Program;
let tovholder: Program;
let prepared: Prepared;
let text: string;

beforeAll(async () => {
  secretariat = await signIn(on.server.url, 'sekretariat');
  tovholder = await signIn(on.server.url, 'tovholder-roskilde');
  const areas = [{ title: 'Fælles indsats', coordinators: ['municipality:0265'] }];
  prepared = await prepareAgreement(secretariat, { title: 'Aftale med gæster', areas });
  text = prepared.areas[0]?.text ?? '';
});

afterEach(() => {
  for (const client of clients.splice(0)) client.leave();
});

function connect(options: ForeignOptions): ForeignClient {
  const client = new ForeignClient(on.server.url, text, options);
  clients.push(client);
  return client;
}

async function written(): Promise<string> {
  const { section } = await tovholder.ask<{ section: { text: { content: unknown } } }>(
    'query Text($id: ID!) { section(id: $id) { text { content } } }',
    { id: prepared.areas[0]?.section },
  );
  return JSON.stringify(section.text.content);
}

describe('a stock y-websocket client', () => {
  let page: Page;

  it('with a person’s session gets the text, writes in it, and is seen in the browser', async () => {
    page = await personAt(on.browser, on.server.url, { persona: 'tovholder-2-roskilde' });
    await page.goto(`/aftaler/${prepared.agreement}/afsnit/${prepared.areas[0]?.section}`);
    const client = connect({ cookie: tovholder.cookie });
    await client.synced();
    expect(client.title.toString()).toBe('Fælles indsats');

    client.title.insert(client.title.length, ' i hele regionen');
    client.say('Skrevet af et program.');
    await holds(textOf(page, 'Fokusområdets titel'), 'Fælles indsats i hele regionen');
    await page.getByText('Skrevet af et program.').waitFor();

    await textOf(page, 'Fokusområdets titel').fill('Fælles indsats i alle kommuner');
    await client.sees(() => client.title.toString() === 'Fælles indsats i alle kommuner');
  });

  it('sends something nobody knows: it is sent away, and the others go on', async () => {
    const client = connect({ cookie: tovholder.cookie });
    await client.synced();
    client.sendBytes(Uint8Array.of(77, 1, 2, 3));
    expect(await client.ended()).toEqual({ code: 4400 });

    await textOf(page, 'Fokusområdets titel').fill('Fælles indsats, uforstyrret');
    await saved(page);
    expect(await written()).toContain('Fælles indsats, uforstyrret');
  });

  it('without a session is told to sign in', async () => {
    expect(await connect({}).ended()).toEqual({ code: 4401 });
  });

  it('without a right to the text is told so', async () => {
    const { cookie } = await signIn(on.server.url, 'handicapraad-formand-greve');
    expect(await connect({ cookie }).ended()).toEqual({ code: 4403 });
  });

  it.each([['https://ondsindet.example'], ['null']])('on a page from %s gets no connection at all', async (origin) => {
    const ended = await connect({ cookie: tovholder.cookie, origin }).ended();
    expect(ended).toEqual({ failed: expect.stringContaining('403') });
  });

  it('in a closed phase reads but cannot write', async () => {
    const { freezeForDecision } = await secretariat.ask<{ freezeForDecision: { refused: unknown } }>(
      `mutation Freeze($input: AgreementInput!) { freezeForDecision(input: $input) { refused { message } } }`,
      { input: { agreement: prepared.agreement } },
    );
    expect(freezeForDecision.refused).toBeNull();
    const before = await written();
    const client = connect({ cookie: tovholder.cookie });
    await client.synced();
    client.say('For sent.');
    // Another's later connection is served after this one's words were judged.
    const later = connect({ cookie: tovholder.cookie });
    await later.synced();
    expect(later.doc.getXmlFragment('intro').toString()).not.toContain('For sent.');
    expect(await written()).toBe(before);
    await page.context().close();
  });
});
