import { HearingReads } from '@enig/data';
import { setDeadlineIn, writeInResponse } from '@enig/data/testing';
import * as Y from 'yjs';
import { agreementCalled, command, onlyRound, responseOf } from '../hearing/test-hearing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { anchorIn, commentOn, versionsOf, writeIn, type SeenSection, type SeenVersion } from './test-comparing';

const OUT = '(i høring)';
const QUERY = `query ($version: ID!) { commentsOnVersion(version: $version) {
  id body round versionNumber submittedAt section title late quote comment state nowSection nowTitle nowPath now } }`;

interface Comment {
  readonly body: string;
  readonly late: boolean;
  readonly quote: string;
  readonly state: string;
  readonly versionNumber: number;
  readonly section: string;
  readonly nowSection: string | null;
  readonly nowPath: readonly string[] | null;
  readonly now: string | null;
}

let app: TestApp;
let secretariat: TestBrowser;
let chair: TestBrowser;
let agreement: string;

beforeEach(async () => {
  app = await startTestApp();
  secretariat = await app.signIn('sekretariat');
  chair = await app.signIn('handicapraad-formand-naestved');
  agreement = await agreementCalled(secretariat, OUT);
});

afterEach(() => app.close());

async function seen(browser: TestBrowser, version: SeenVersion): Promise<readonly Comment[]> {
  const { data, errors } = await browser.gql<{ commentsOnVersion: Comment[] }>(QUERY, { version: version.hash });
  expect(errors).toEqual([]);
  return data.commentsOnVersion;
}

async function version(at: number): Promise<SeenVersion> {
  const found = (await versionsOf(secretariat, agreement)).at(at);
  if (!found) throw new Error('No such version');
  return found;
}

/** The focus area on cooperation, with three sentences to comment on. */
const SAME = 'Viljen til at gå sammen har været der længe.';
const GONE = 'Forpligtelsen må gerne være forskellig fra sag til sag, og den må gerne skifte med tiden.';
const TITLE = 'Fire grader af forpligtelse';

function heard({ sections }: SeenVersion): SeenSection {
  const found = sections.find(({ title }) => title === 'Styrkede vilkår for mellemkommunalt samarbejde');
  if (!found) throw new Error('The focus area is not heard');
  return found;
}

async function comment(): Promise<void> {
  const area = heard(await version(0));
  const mine = responseOf(await onlyRound(chair, OUT), 'Næstved');
  await writeIn(app.source, mine.text?.id ?? '', (doc) => {
    for (const [index, words] of [SAME, GONE, TITLE].entries()) {
      commentOn(doc, `a${index}`, area.section, anchorIn(area, words), `Om ${index}`);
    }
  });
}

async function send(): Promise<void> {
  const mine = responseOf(await onlyRound(chair, OUT), 'Næstved');
  expect(await command(chair, 'submitResponse', { response: mine.id })).toMatchObject({ refused: null });
}

/** The next version: one sentence is gone, the other stands, and a theme has another name. */
async function nextVersion(): Promise<void> {
  const [row] = await app.source.query<{ text: string }[]>('SELECT text FROM section WHERE id = $1', [
    heard(await version(0)).section,
  ]);
  await writeIn(app.source, row?.text ?? '', (doc) => {
    const intro = doc.getXmlFragment('intro');
    intro.delete(2, 1);
    const theme = [...doc.getMap<Y.Map<unknown>>('themes').values()].find(
      (each) => String(each.get('title')) === TITLE,
    );
    const title = theme?.get('title');
    if (!(title instanceof Y.Text)) throw new Error('No such theme');
    title.insert(0, 'Disse ');
  });
  await app.owner.query(
    `INSERT INTO round_event (round, event, person, body, capacity)
     SELECT r.id, e, r.person, r.body, r.capacity FROM hearing_round r, unnest(ARRAY['end', 'close']) e WHERE r.agreement = $1`,
    [agreement],
  );
  await app.owner.query(
    `INSERT INTO agreement_event (agreement, event, at, person, body, capacity)
     SELECT r.agreement, 'endHearing', now(), r.person, r.body, r.capacity FROM hearing_round r WHERE r.agreement = $1 LIMIT 1`,
    [agreement],
  );
  expect(await command(secretariat, 'freezeForDecision', { agreement })).toMatchObject({ refused: null });
}

describe('HE-51 comments on later versions', () => {
  it('are there, each with what became of its place', async () => {
    await comment();
    await send();
    const first = await seen(secretariat, await version(0));
    expect(first.map(({ quote, state }) => [quote, state])).toEqual([
      [SAME, 'same'],
      [GONE, 'same'],
      [TITLE, 'same'],
    ]);
    await nextVersion();
    const later = await seen(secretariat, await version(-1));
    expect(later.map(({ quote, state, now }) => [quote, state, now])).toEqual([
      [SAME, 'same', SAME],
      [GONE, 'removed', null],
      [TITLE, 'changed', `Disse ${TITLE}`],
    ]);
    expect(later.map(({ late }) => late)).toEqual([false, false, false]);
    expect(later[0]).toMatchObject({ body: 'Handicaprådet i Næstved Kommune', versionNumber: 1, nowPath: ['intro'] });
  });
});

describe('HE-8 comments that came after the deadline', () => {
  it('are marked wherever they stand', async () => {
    await comment();
    await setDeadlineIn(app.owner, (await onlyRound(chair, OUT)).id, -60_000);
    await send();
    expect((await seen(secretariat, await version(0))).map(({ late }) => late)).toEqual([true, true, true]);
    await nextVersion();
    expect((await seen(secretariat, await version(-1))).map(({ late }) => late)).toEqual([true, true, true]);
  });
});

describe('HE-52 whose comments stand on a version', () => {
  it('those that were sent, for those who may read what was sent', async () => {
    await comment();
    const on = await version(0);
    for (const browser of [secretariat, chair]) expect(await seen(browser, on)).toEqual([]);
    await send();
    expect(await seen(secretariat, on)).toHaveLength(3);
    expect(await seen(chair, on)).toHaveLength(3);
    for (const persona of ['handicapraad-formand-greve', 'politiker-roskilde']) {
      expect(await seen(await app.signIn(persona), on)).toEqual([]);
    }
    expect((await app.anybody.gql(QUERY, { version: on.hash })).errors.map(({ code }) => code)).toEqual([
      'UNAUTHENTICATED',
    ]);
  });

  it('read together, however many councils sent', async () => {
    const together = jest.spyOn(HearingReads.prototype, 'contents');
    await comment();
    await send();
    const council = await app.signIn('handicapraad-formand-holbaek');
    const theirs = responseOf(await onlyRound(council, OUT), 'Holbæk');
    await writeInResponse(app.source, theirs.text?.id ?? '', 'general', 'Vi er enige.');
    expect(await command(council, 'submitResponse', { response: theirs.id })).toMatchObject({ refused: null });
    together.mockClear();
    const bodies = (await seen(secretariat, await version(0))).map(({ body }) => body);
    expect(new Set(bodies).size).toBe(2);
    expect(together).toHaveBeenCalledTimes(1);
    jest.restoreAllMocks();
  });

  it('not those of what was withdrawn', async () => {
    await comment();
    await send();
    const mine = responseOf(await onlyRound(chair, OUT), 'Næstved');
    await command(chair, 'withdrawResponse', { response: mine.id });
    expect(await seen(secretariat, await version(0))).toEqual([]);
  });
});

describe('HE-53 a comment whose place was lost', () => {
  it('is shown with its words', async () => {
    const area = heard(await version(0));
    const mine = responseOf(await onlyRound(chair, OUT), 'Næstved');
    await writeIn(app.source, mine.text?.id ?? '', (doc) => {
      commentOn(doc, 'a0', area.section, anchorIn(area, SAME), 'Ordene bliver');
      const lost = doc.getMap<Y.Map<unknown>>('comments').get('a0');
      lost?.set('anchor', null);
    });
    await send();
    const [only] = await seen(secretariat, await version(0));
    expect(only).toMatchObject({ state: 'unplaced', quote: '', section: area.section, nowSection: null });
    expect(JSON.stringify(only)).toContain('Ordene bliver');
  });
});
