import { createHash } from 'node:crypto';
import { setDeadlineIn, writeInResponse } from '@enig/data/testing';
import { canonicalHash, type Json } from '@enig/kernel';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { command, onlyRound, responseOf } from './test-hearing';

const OUT = '(i høring)';

let app: TestApp;
let secretariat: TestBrowser;

beforeEach(async () => {
  app = await startTestApp();
  secretariat = await app.signIn('sekretariat');
});

afterEach(() => app.close());

describe('a hearing over HTTP', () => {
  it('shows the secretariat how it stands, and what may be done', async () => {
    const round = await onlyRound(secretariat, OUT);
    expect(round).toMatchObject({
      ...{ state: 'collecting', answeredCount: 1, myResponse: null },
      may: { extend: true, end: true, close: false, treat: false },
    });
    expect(round.responses.map(({ body, state }) => [body.name, state])).toEqual([
      ['Handicaprådet i Greve Kommune', 'submitted'],
      ['Handicaprådet i Holbæk Kommune', 'draft'],
      ['Handicaprådet i Næstved Kommune', 'draft'],
    ]);
  });

  it('gives a receipt with reference, time and a hash of the very words', async () => {
    const chair = await app.signIn('handicapraad-formand-naestved');
    const mine = responseOf(await onlyRound(chair, OUT), 'Næstved');
    expect(mine).toMatchObject({ may: { write: true, submit: true, withdraw: false }, text: { mayEdit: true } });
    await writeInResponse(app.source, mine.text?.id ?? '', 'general', 'Tak for udkastet.');
    expect(await command(chair, 'submitResponse', { response: mine.id })).toMatchObject({ refused: null });
    const sent = responseOf(await onlyRound(chair, OUT), 'Næstved');
    expect(sent).toMatchObject({
      state: 'submitted',
      text: { mayEdit: false },
      may: { write: false, submit: false, withdraw: true },
    });
    expect(sent.submission).toMatchObject({ late: false, capacity: 'formand for handicaprådet' });
    expect(sent.submission?.reference).toMatch(/^H1-NAESTVED-/);
    expect(canonicalHash(sent.submission?.content as Json)).toBe(sent.submission?.sha256);
  });

  it('gives back the very bytes behind the receipt, to those who may read what was sent', async () => {
    const chair = await app.signIn('handicapraad-formand-greve');
    const { submission } = responseOf(await onlyRound(chair, OUT), 'Greve');
    const { url = '', sha256 = '' } = submission ?? {};
    for (const browser of [chair, secretariat, await app.signIn('tovholder-holbaek')]) {
      const sent = await browser.fetch(url);
      expect([sent.status, sent.headers.get('etag')]).toEqual([200, `"${sha256}"`]);
      expect(sent.headers.get('cache-control')).toBe('private, no-store');
      const bytes = Buffer.from(await sent.arrayBuffer());
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      expect(JSON.parse(bytes.toString('utf8'))).toEqual(submission?.content);
    }
    expect((await app.anybody.fetch(url)).status).toBe(401);
    for (const persona of ['handicapraad-formand-naestved', 'politiker-roskilde']) {
      const refused = await (await app.signIn(persona)).fetch(url);
      expect([persona, refused.status, await refused.json()]).toMatchObject([persona, 403, { code: 'FORBIDDEN' }]);
    }
  });

  it('gives the bytes of a withdrawn response as well: what was sent is kept', async () => {
    const chair = await app.signIn('handicapraad-formand-greve');
    const { id, submission } = responseOf(await onlyRound(chair, OUT), 'Greve');
    await command(chair, 'withdrawResponse', { response: id });
    const { history } = responseOf(await onlyRound(chair, OUT), 'Greve');
    expect(history.map(({ url }) => url)).toEqual([submission?.url]);
    expect((await chair.fetch(submission?.url ?? '')).status).toBe(200);
  });

  it('is one submission when chair and secretary of a council press at once', async () => {
    const [chair, deputy] = [
      await app.signIn('handicapraad-formand-greve'),
      await app.signIn('handicapraad-naestformand-greve'),
    ];
    const { id } = responseOf(await onlyRound(chair, OUT), 'Greve');
    await command(chair, 'withdrawResponse', { response: id });
    const pressed = await Promise.all(
      [chair, deputy].map((browser) =>
        command(browser, 'submitResponse', { response: id }, 'response { submission { reference } }'),
      ),
    );
    expect(pressed[0]).toEqual(pressed[1]);
    expect(responseOf(await onlyRound(chair, OUT), 'Greve').history).toHaveLength(2);
  });

  it('is late a moment after the deadline, is taken, and can no longer be changed', async () => {
    const chair = await app.signIn('handicapraad-formand-naestved');
    const round = await onlyRound(chair, OUT);
    const mine = responseOf(round, 'Næstved');
    await writeInResponse(app.source, mine.text?.id ?? '', 'general', 'For sent.');
    await setDeadlineIn(app.owner, round.id, -1);
    await command(chair, 'submitResponse', { response: mine.id });
    expect(responseOf(await onlyRound(chair, OUT), 'Næstved')).toMatchObject({
      submission: { late: true },
      may: { withdraw: false },
    });
    const refused = await command(chair, 'withdrawResponse', { response: mine.id });
    expect(refused.refused).toMatchObject({ code: 'HE-10-TOO-LATE-TO-CHANGE' });
  });
});

describe('Mine opgaver', () => {
  it.each([
    ['handicapraad-formand-naestved', 'submitResponse'],
    ['handicapraad-medlem-1-holbaek', 'answerHearing'],
    ['sekretariat', 'treatPoints'],
    ['tovholder-greve', 'treatPoints'],
  ])('asks %s to %s', async (persona, kind) => {
    const browser = await app.signIn(persona);
    const { data, errors } = await browser.gql<{ tasks: { kind: string; link: string }[] }>(
      '{ tasks { id kind title detail due link agreement } }',
    );
    expect(errors).toEqual([]);
    expect(data.tasks.map((task) => task.kind)).toContain(kind);
  });
});
