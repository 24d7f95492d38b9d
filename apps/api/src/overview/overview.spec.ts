import { setDeadlineIn, writeInResponse } from '@enig/data/testing';
import { addDays, instantOf, localDateAt } from '@enig/kernel';
import { command, onlyRound, responseOf, type SeenRound } from '../hearing/test-hearing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';

const OUT = '(i høring)';
const CANARY = 'Kanariefuglen synger kun for Næstved';
const OVERVIEW = `overview { sentence reminderDays csvUrl reminders { daysBefore at } counts { progress count }
  rows { body { id name } progress openedAt hasBegun sentAt isLate nextMeeting moreTime { wanted isAnswered given }
    meetings { meets mayEnter meetings { id heldOn } } } }`;
const NAESTVED = 'disability-council:0370';

interface SeenOverview {
  readonly sentence: string;
  readonly reminderDays: readonly number[];
  readonly csvUrl: string;
  readonly reminders: readonly { readonly daysBefore: number; readonly at: string }[];
  readonly counts: readonly { readonly progress: string; readonly count: number }[];
  readonly rows: readonly {
    readonly body: { readonly id: string; readonly name: string };
    readonly progress: string;
    readonly hasBegun: boolean;
    readonly nextMeeting: string | null;
    readonly meetings: {
      readonly meets: string;
      readonly mayEnter: boolean;
      readonly meetings: readonly { id: string }[];
    };
  }[];
}

let app: TestApp;
let secretariat: TestBrowser;
let round: SeenRound;

beforeEach(async () => {
  app = await startTestApp();
  secretariat = await app.signIn('sekretariat');
  round = await onlyRound(secretariat, OUT);
});

afterEach(() => app.close());

async function overviewBy(browser: TestBrowser): Promise<SeenOverview | null> {
  const { data, errors } = await browser.gql<{ round: { overview: SeenOverview | null } }>(
    `query ($id: ID!) { round(id: $id) { ${OVERVIEW} } }`,
    { id: round.id },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.round.overview;
}

async function overview(): Promise<SeenOverview> {
  const seen = await overviewBy(secretariat);
  if (!seen) throw new Error('The secretariat sees no overview');
  return seen;
}

const inDays = (days: number): string => addDays(localDateAt(instantOf(new Date())), days);

describe('HE-31 the overview of a round, for whoever hears', () => {
  it('says of each body how far it has come, and what it all comes to', async () => {
    const { rows, sentence, counts, reminderDays } = await overview();
    expect(rows.map(({ body, progress }) => [body.name, progress])).toEqual([
      ['Handicaprådet i Greve Kommune', 'answered'],
      ['Handicaprådet i Holbæk Kommune', 'begun'],
      ['Handicaprådet i Næstved Kommune', 'opened'],
    ]);
    expect(sentence).toBe('1 af 3 har svaret. Der ventes på resten: 1 er gået i gang og 1 har åbnet materialet.');
    expect(counts.map(({ count }) => count)).toEqual([1, 0, 1, 1, 0]);
    expect(reminderDays).toEqual([14, 7, 2]);
  });

  it.each(['handicapraad-formand-naestved', 'handicapraad-formand-greve', 'tovholder-greve', 'politiker-roskilde'])(
    'is nothing to %s',
    async (persona) => {
      const browser = await app.signIn(persona);
      expect(await overviewBy(browser)).toBeNull();
      expect((await browser.fetch(`/rounds/${round.id}.csv`)).status).toBe(403);
    },
  );

  it('is nothing to somebody who is not signed in', async () => {
    expect((await app.anybody.fetch(`/rounds/${round.id}.csv`)).status).toBe(401);
  });

  it('carries nothing out of a draft but that there is one', async () => {
    const before = (await overview()).rows.find(({ body }) => body.id === NAESTVED);
    const text = responseOf(await onlyRound(await app.signIn('handicapraad-formand-naestved'), OUT), 'Næstved').text
      ?.id;
    await writeInResponse(app.source, text ?? '', 'general', CANARY);
    const once = await overview();
    await writeInResponse(app.source, text ?? '', 'minority', `${CANARY} ${CANARY}`);
    const twice = await overview();
    expect(once.rows.find(({ body }) => body.id === NAESTVED)).toEqual({
      ...before,
      progress: 'begun',
      hasBegun: true,
    });
    expect(twice).toEqual(once);
    const csv = await (await secretariat.fetch(once.csvUrl)).text();
    expect(JSON.stringify([once, csv, app.logged])).not.toContain('Kanariefuglen');
  });

  it('says who was late', async () => {
    const chair = await app.signIn('handicapraad-formand-naestved');
    const mine = responseOf(await onlyRound(chair, OUT), 'Næstved');
    await writeInResponse(app.source, mine.text?.id ?? '', 'general', 'For sent.');
    await setDeadlineIn(app.owner, round.id, -1);
    await command(chair, 'submitResponse', { response: mine.id });
    expect((await overview()).sentence).toMatch(/^2 af 3 har svaret\. 1 af dem kom for sent\./);
  });

  it('is live: who looks on hears of an answer', async () => {
    const { data } = await secretariat.gql<{ round: { agreement: { id: string } } }>(
      'query ($id: ID!) { round(id: $id) { agreement { id } } }',
      { id: round.id },
    );
    const watching = secretariat.subscribe('subscription ($id: ID!) { agreementChanged(id: $id) { id } }', {
      id: data.round.agreement.id,
    });
    const heard = watching.next();
    await secretariat.overSocket('{ viewer { locale } }');
    await command(await app.signIn('handicapraad-formand-naestved'), 'addMeeting', meeting(5), 'meetings { meets }');
    expect(await heard).toMatchObject({ errors: [] });
    await watching.stop();
  });
});

describe('HE-31 the overview as a file', () => {
  it('is a table that a Danish spreadsheet opens as it is, also of those alone who are missing', async () => {
    const { csvUrl } = await overview();
    const all = await secretariat.fetch(csvUrl);
    expect(all.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(all.headers.get('cache-control')).toBe('private, no-store');
    const bytes = Buffer.from(await all.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header, ...lines] = bytes.toString('utf8').slice(1).trimEnd().split('\r\n');
    expect(header).toBe(
      '"Hvem er spurgt";"Hvor langt";"Har åbnet materialet";"Er gået i gang";"Svar sendt";"For sent";"Har bedt om mere tid";"Næste møde";"Møde før fristen"',
    );
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(
      /^"Handicaprådet i Holbæk Kommune";"er gået i gang";"\d+\. \w+ \d{4} kl\. \d\d\.\d\d";"ja";"";"nej";"";/,
    );
    const missing = await (await secretariat.fetch(`${csvUrl}?only=missing`)).text();
    expect(missing).not.toContain('Greve');
    expect(missing.trimEnd().split('\r\n')).toHaveLength(3);
  });

  it('holds no formula, whatever a body is called', async () => {
    await app.owner.query(`UPDATE body SET name = '=HYPERLINK("x") Råd' WHERE id = $1`, [NAESTVED]);
    const csv = await (await secretariat.fetch((await overview()).csvUrl)).text();
    expect(csv).toContain(`"'=HYPERLINK(""x"") Råd"`);
  });
});

describe('HE-30 meetings are entered by those who may send the answer, and by whoever hears', () => {
  it.each(['handicapraad-formand-naestved', 'sekretariat'])('by %s', async (persona) => {
    const browser = await app.signIn(persona);
    const told = await command(
      browser,
      'addMeeting',
      meeting(60),
      'meetings { meets mayEnter meetings { id heldOn } }',
    );
    expect(told).toMatchObject({
      refused: null,
      meetings: { meets: 'doesNotMeet', mayEnter: true, meetings: [{ heldOn: inDays(60) }] },
    });
    const row = (await overview()).rows.find(({ body }) => body.id === NAESTVED);
    expect(row).toMatchObject({ nextMeeting: inDays(60), meetings: { meets: 'doesNotMeet' } });
    const id = row?.meetings.meetings[0]?.id;
    const removed = await command(browser, 'removeMeeting', { round: round.id, meeting: id }, 'meetings { meets }');
    expect(removed).toMatchObject({ meetings: { meets: 'unknown' } });
  });

  it.each(['handicapraad-formand-greve', 'tovholder-greve', 'politiker-roskilde'])('not by %s', async (persona) => {
    const browser = await app.signIn(persona);
    await expect(command(browser, 'addMeeting', meeting(60))).rejects.toThrow('FORBIDDEN');
  });

  it('is refused in a sentence: a day that was, a day there is already', async () => {
    expect(await command(secretariat, 'addMeeting', meeting(-1))).toMatchObject({
      refused: { code: 'HE-30-MEETING-IS-PAST' },
    });
    await command(secretariat, 'addMeeting', meeting(3));
    expect(await command(secretariat, 'addMeeting', meeting(3))).toMatchObject({
      refused: { code: 'HE-30-MEETING-KNOWN' },
    });
  });

  it('is only of a body that is asked in that round', async () => {
    const input = { ...meeting(3), body: 'disability-council:0265' };
    await expect(command(secretariat, 'addMeeting', input)).rejects.toThrow('NOT_FOUND');
  });
});

describe('HE-32 a plan of reminders belongs to whoever hears', () => {
  it('who replaces it', async () => {
    expect(await command(secretariat, 'planReminders', { round: round.id, days: [3, 10] })).toMatchObject({
      refused: null,
    });
    expect(await overview()).toMatchObject({
      reminderDays: [10, 3],
      reminders: [{ daysBefore: 10 }, { daysBefore: 3 }],
    });
    expect(await command(secretariat, 'planReminders', { round: round.id, days: [0] })).toMatchObject({
      refused: { code: 'HE-32-NOT-A-PLAN', message: expect.stringContaining('højst 5 påmindelser') },
    });
  });

  it('and to nobody else', async () => {
    const chair = await app.signIn('handicapraad-formand-naestved');
    await expect(command(chair, 'planReminders', { round: round.id, days: [] })).rejects.toThrow('FORBIDDEN');
  });
});

describe('HE-33 a worker reminds those who have not answered', () => {
  it('when the time has come, once', async () => {
    await app.owner.query(
      `UPDATE hearing_round SET opened_at = opened_at - interval '20 days', due_date = $2 WHERE id = $1`,
      [...[round.id, inDays(5)]],
    );
    const plan = await command(secretariat, 'planReminders', { round: round.id, days: [10, 7] });
    expect(plan).toMatchObject({ refused: null });
    await app.owner.query(
      `INSERT INTO timer (key, kind, subject, due_at, next_at, payload)
       VALUES ('reminder:spec', 'reminder', $1, now(), now(), jsonb_build_object('round', $1::text, 'dueDate', $2::text, 'daysBefore', 7))`,
      [round.id, inDays(5)],
    );
    const letters = () =>
      app.source.query<{ facts: { body: string } }[]>(`SELECT facts FROM letter WHERE kind = 'reminder'`);
    await until(async () => (await letters()).length > 0 || null);
    const bodies = new Set((await letters()).map(({ facts }) => facts.body));
    expect([...bodies].toSorted()).toEqual(['Handicaprådet i Holbæk Kommune', 'Handicaprådet i Næstved Kommune']);
  }, 30_000);
});

function meeting(days: number) {
  return { round: round.id, body: NAESTVED, heldOn: inDays(days) };
}

/** Asks until there is an answer. */
async function until(ask: () => Promise<unknown>): Promise<void> {
  while (!(await ask())) await new Promise((again) => setTimeout(again, 50));
}
