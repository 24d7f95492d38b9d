import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { command, onlyRound, responseOf, type SeenResponse } from './test-hearing';
import { pdfSaying } from './test-pdf';

const WATCH = 'subscription ($id: ID!) { responseChanged(id: $id) { state files { name } } }';

interface Told {
  readonly responseChanged: { readonly state: string; readonly files: readonly { readonly name: string }[] };
}

let app: TestApp;
let chair: TestBrowser;
let mine: SeenResponse;

beforeAll(async () => {
  app = await startTestApp();
  chair = await app.signIn('handicapraad-formand-naestved');
  mine = responseOf(await onlyRound(chair, '(i høring)'), 'Næstved');
});

afterAll(() => app.close());

async function put(name: string): Promise<string> {
  const init = { method: 'POST', body: new Uint8Array(pdfSaying(`Om ${name}`)) };
  const added = await chair.fetch(`/files/responses/${mine.id}?name=${name}&section=`, init);
  expect(added.status).toBe(201);
  return ((await added.json()) as { id: string }).id;
}

/** The socket opens on its own time; what tells that it listens is the gauge whoever runs the server sees. */
async function untilListening(): Promise<void> {
  while (!/^enig_watching [1-9]/m.test(await (await app.anybody.fetch('/metrics')).text()));
}

describe('HE-35 documents put with an answer, for the others of the council', () => {
  it('are told of as they come and go, and so is that it was sent', async () => {
    const member = await app.signIn('handicapraad-medlem-1-naestved');
    const watching = member.subscribe<Told>(WATCH, { id: mine.id });
    const next = async (): Promise<Told['responseChanged']> => (await watching.next()).data.responseChanged;
    const first = next();
    await untilListening();
    const file = await put('kanariefugl.pdf');
    expect(await first).toEqual({ state: 'draft', files: [{ name: 'kanariefugl.pdf' }] });
    await command(chair, 'removeResponseFile', { file });
    expect(await next()).toEqual({ state: 'draft', files: [] });
    const sent = await put('sendes.pdf');
    expect((await next()).files).toEqual([{ name: 'sendes.pdf' }]);
    await command(chair, 'submitResponse', { response: mine.id, files: [sent] });
    let { state } = await next();
    while (state !== 'submitted') ({ state } = await next());
    await watching.stop();
  });

  it.each(['sekretariat', 'handicapraad-formand-greve', 'tovholder-roskilde'])(
    '%s may not even ask, since that alone says somebody is at work',
    async (persona) => {
      const { errors } = await (await app.signIn(persona)).overSocket(WATCH, { id: mine.id });
      expect(errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    },
  );
});
