import { randomUUID } from 'node:crypto';
import { addDays } from '@enig/kernel';
import { agreementCalled, command } from '../hearing/test-hearing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { boardBy, record, today, yesOf } from './test-board';

const PUT = '(til godkendelse)';
/** The region itself, which becomes part of another: its council is no more. */
const PARTY = 'region:1085';
const GONE = 'regional-council:1085';
const SUCCESSOR = 'regional-council:ostdanmark';
const COMMITTEE = 'preparatory-committee:ostdanmark';

let app: TestApp;
let secretariat: TestBrowser;
let successor: TestBrowser;
let agreement: string;

beforeEach(async () => {
  app = await startTestApp();
  secretariat = await app.signIn('sekretariat');
  agreement = await agreementCalled(secretariat, PUT);
  await app.owner.query('UPDATE body SET valid_to = $2 WHERE id = $1', [GONE, addDays(today(), -1)]);
  await app.owner.query('UPDATE body SET valid_from = $2 WHERE id = $1', [SUCCESSOR, addDays(today(), -1)]);
  // Somebody who had nothing to do with the agreement so far keeps the new council's minutes.
  successor = await app.signIn('sekretaer-dassos');
  await app.owner.query(
    `UPDATE seat SET body = $1, kind = 'councilSecretary' WHERE person = (SELECT id FROM person WHERE persona = $2)`,
    [SUCCESSOR, 'sekretaer-dassos'],
  );
});

afterEach(() => app.close());

interface Seen {
  readonly vacancies: readonly {
    readonly party: { readonly id: string };
    readonly step: string;
    readonly sentence: string;
    readonly takers: readonly { readonly id: string }[];
  }[];
  readonly overrides: readonly { readonly id: string; readonly mayAgree: boolean }[];
}

async function seenBy(browser: TestBrowser): Promise<Seen> {
  const { data, errors } = await browser.gql<{ agreement: { board: Seen } }>(
    `query ($id: ID!) { agreement(id: $id) { board { vacancies { party { id } step sentence takers { id } }
      overrides { id mayAgree } } } }`,
    { id: agreement },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.agreement.board;
}

async function tasksOf(browser: TestBrowser): Promise<{ kind: string; link: string }[]> {
  return (await browser.gql<{ tasks: { kind: string; link: string }[] }>('{ tasks { kind link } }')).data.tasks;
}

async function toldOf(kind: string): Promise<string[]> {
  const rows = await app.source.query<{ body: string }[]>('SELECT body FROM letter WHERE kind = $1', [kind]);
  return rows.map(({ body }) => body);
}

describe('AP-21 a party that left in a merger is followed by another, which decides in its place', () => {
  it('the board says what is the matter and the ways on, and offers the councils that are there', async () => {
    const { vacancies } = await seenBy(secretariat);
    expect(vacancies).toMatchObject([{ party: { id: PARTY }, step: 'council', takers: [{ id: SUCCESSOR }] }]);
    expect(vacancies[0]?.sentence).toMatch(/findes ikke mere.*Sekretariatet kan bede om/);
  });

  it('AP-24 the new council’s own people are asked, agree, record, and see nothing before they are asked', async () => {
    const unknown = `query ($id: ID!) { agreement(id: $id) { title } }`;
    expect((await successor.gql(unknown, { id: agreement })).errors).not.toEqual([]);
    const ask = {
      agreement,
      party: PARTY,
      step: 'council',
      kind: 'replaceBody',
      taker: SUCCESSOR,
      reason: 'Sammenlagt',
    };
    const stranger = { ...ask, taker: 'municipal-council:0316' };
    expect(await command(secretariat, 'overrideStep', stranger)).toMatchObject({
      refused: { code: 'AP-24-NOBODY-TAKES-IT' },
    });
    expect(await command(secretariat, 'overrideStep', ask)).toMatchObject({ refused: null });
    // Being asked opens what is frozen, and no draft.
    const drafts = `query ($id: ID!) { agreement(id: $id) { may { readDraft } } }`;
    expect(await successor.gql(drafts, { id: agreement })).toMatchObject({
      data: { agreement: { may: { readDraft: false } } },
    });
    expect(await toldOf('overrideAsked')).toContain(SUCCESSOR);
    expect(await tasksOf(successor)).toContainEqual({
      kind: 'agreeToOverride',
      link: `/aftaler/${agreement}/godkendelse`,
    });
    const yes = await yesOf(secretariat, agreement, PARTY, { body: SUCCESSOR });
    await expect(record(successor, yes)).rejects.toThrow('FORBIDDEN');

    const [waiting] = (await seenBy(successor)).overrides;
    expect(waiting?.mayAgree).toBe(true);
    const consent = { agreement, override: waiting?.id };
    await expect(command(await app.signIn('raadssekretaer-greve'), 'consentToOverride', consent)).rejects.toThrow(
      'FORBIDDEN',
    );
    expect(await command(successor, 'consentToOverride', consent)).toMatchObject({ refused: null });
    expect((await seenBy(secretariat)).vacancies).toEqual([]);
    expect(await toldOf('decisionAsked')).toContain(SUCCESSOR);
    const form = `/aftaler/${agreement}/godkendelse/${encodeURIComponent(PARTY)}`;
    expect(await tasksOf(successor)).toContainEqual({ kind: 'recordDecision', link: form });

    const details = await successor.gql<{ tasks: { kind: string; detail: string }[] }>('{ tasks { kind detail } }');
    expect(details.data.tasks.find(({ kind }) => kind === 'recordDecision')?.detail).toContain('Østdanmark');

    const before = (await boardBy(secretariat, agreement)).approvedCount;
    const row = (await boardBy(successor, agreement)).rows.find(({ party }) => party.id === PARTY);
    expect(row?.mayRecord).toBe(true);
    expect(await record(successor, yes)).toMatchObject({ refused: null });
    expect((await boardBy(secretariat, agreement)).approvedCount).toBe(before + 1);
    const others = await yesOf(secretariat, agreement, 'municipality:0316');
    await expect(record(successor, others)).rejects.toThrow('FORBIDDEN');
  });

  it.each([
    ['the council that took over', SUCCESSOR],
    ['the committee that prepares it, which belongs to no party', COMMITTEE],
  ])('AP-5 the people of %s confirm what the secretariat entered of it', async (_, taker) => {
    await takenBy(taker);
    const yes = await yesOf(secretariat, agreement, PARTY, { body: taker });
    expect(await record(secretariat, yes)).toMatchObject({ refused: null });
    const row = (await boardBy(successor, agreement)).rows.find(({ party }) => party.id === PARTY);
    expect(row).toMatchObject({ standing: 'awaitsConfirmation', mayConfirm: true });
    expect(await toldOf('decisionToConfirm')).toContain(taker);
    expect(await command(successor, 'confirmDecision', { decision: row?.toConfirm?.id })).toMatchObject({
      refused: null,
    });
  });
});

/** Two people have agreed that this body decides in the region's place; the successor's secretary is its. */
async function takenBy(taker: string): Promise<void> {
  const person = '(SELECT id FROM person WHERE persona = $2)';
  await app.owner.query(
    `INSERT INTO body (id, kind, name, region, valid_from) VALUES ($1, 'preparatoryCommittee', 'Forberedelsesudvalget', '1085', $2)`,
    [COMMITTEE, addDays(today(), -1)],
  );
  await app.owner.query(`UPDATE seat SET body = $1 WHERE person = ${person}`, [taker, 'sekretaer-dassos']);
  const override = randomUUID();
  await app.owner.query(
    `INSERT INTO step_override (id, agreement, step, party, kind, taker, reason, at, person, body, capacity)
     VALUES ($1, $3, 'council', $4, 'replaceBody', $5, 'Sammenlagt', now(), ${person}, 'secretariat:1085',
       'secretariatOfficer')`,
    [override, 'sekretariat', agreement, PARTY, taker],
  );
  await app.owner.query(
    `INSERT INTO step_override_consent (override, at, person, body, capacity)
     VALUES ($1, now(), ${person}, $3, 'councilSecretary')`,
    [override, 'sekretaer-dassos', taker],
  );
}
