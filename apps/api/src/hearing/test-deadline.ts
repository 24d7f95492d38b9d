import { randomUUID } from 'node:crypto';
import type { SeatKind } from '@enig/access';
import { databaseNow, HearingStore, PeopleStore, type Actor, type Database } from '@enig/data';
import { writeInResponse } from '@enig/data/testing';
import {
  addDays,
  brandId,
  localDateAt,
  type AgreementId,
  type BodyId,
  type PersonId,
  type ResponseId,
  type RoundId,
} from '@enig/kernel';
import { startTestApp, type TestApp } from '../test-app';
import { faultsOf, SENT, type Pressed, type Sent } from './test-deadline-faults';
import { agreementCalled } from './test-hearing';

/** How many councils press at the same time; the others come as these are answered. */
const AT_ONCE = 6;
/** In ms: how soon the deadline passes once half of the councils have been answered. */
const SOON = 10;
/** What happens to the round's deadline while they press. */
export type Meanwhile = 'passes' | 'isExtended' | 'passesAndRoundEnds';
const MEANWHILE: readonly Meanwhile[] = ['passes', 'isExtended', 'passesAndRoundEnds'];

interface Member {
  readonly cookie: string;
}

/** A council whose two members press at the same moment. */
interface Council {
  readonly body: BodyId;
  readonly members: readonly [Member, Member];
}

/** What a race came to. `faults` is empty when every council has one receipt that is on time or late as it should be. */
export interface DeadlineRace {
  readonly submissions: number;
  readonly onTime: number;
  readonly late: number;
  readonly faults: readonly string[];
}

/** A server without a worker, and every disability council of the demo's agreement with a chair and a deputy. */
export class DeadlineArena {
  private races = 0;

  private constructor(
    readonly app: TestApp,
    readonly councils: readonly Council[],
    private readonly agreement: AgreementId,
    private readonly secretary: Actor,
  ) {}

  static async open(): Promise<DeadlineArena> {
    const app = await startTestApp({ services: ['api'] });
    const agreement = brandId<AgreementId>(await agreementCalled(await app.signIn('sekretariat'), '(i høring)'));
    const bodies = await app.source.query<{ id: BodyId }[]>(
      `SELECT b.id FROM body b JOIN agreement_party p ON p.party = b.party
       WHERE p.agreement = $1 AND b.kind = 'disabilityCouncil' ORDER BY b.id`,
      [agreement],
    );
    const councils = await Promise.all(
      bodies.map(async ({ id }): Promise<Council> => {
        const members = [
          await addMember(app.source, id, 'disabilityCouncilChair'),
          await addMember(app.source, id, 'disabilityCouncilDeputy'),
        ] as const;
        return { body: id, members };
      }),
    );
    const secretary = await personIn(app.source, 'secretariat:1085', 'secretariatOfficer');
    const actor: Actor = {
      person: secretary,
      body: brandId<BodyId>('secretariat:1085'),
      capacity: 'secretariatOfficer',
    };
    return new DeadlineArena(app, councils, agreement, actor);
  }

  close(): Promise<void> {
    return this.app.close();
  }

  /** Opens a round, and has every council's two members send its answer while the deadline passes. */
  async race(): Promise<DeadlineRace> {
    const meanwhile = MEANWHILE[this.races++ % MEANWHILE.length] ?? 'passes';
    const round = await this.openRound();
    const responses = await this.responsesOf(round);
    await Promise.all([...responses.values()].map(({ text }) => this.write(text)));
    const { length } = this.councils;
    const events: (readonly [after: number, happens: () => Promise<void>])[] = [
      [Math.floor(length / 2), () => this.letDeadlinePass(round)],
      [Math.floor((length * 3) / 4), () => this.meanwhile(round, meanwhile)],
    ];
    return this.judge(round, responses, await this.press(responses, events));
  }

  private async openRound(): Promise<RoundId> {
    const { source } = this.app;
    const store = new HearingStore({ source, announce: async () => undefined });
    const dueDate = addDays(localDateAt(await databaseNow(source.manager)), 40);
    const document = {
      title: 'Udkast til en rapport',
      text: 'Det handler om boliger.',
      easyRead: 'Om boliger.',
      files: [],
    };
    const invited = this.councils.map(({ body }) => body);
    const heard = { kind: 'document', document } as const;
    const opened = await store.open(
      this.agreement,
      { owner: null, heard, invited, dueDate, shortReason: '' },
      this.secretary,
    );
    if (!opened?.ok) throw new Error(opened?.error.code ?? 'There is no agreement');
    return opened.value.round;
  }

  private async responsesOf(round: RoundId): Promise<Map<BodyId, { id: ResponseId; text: string }>> {
    const rows = await this.app.source.query<{ body: BodyId; id: ResponseId; text: string }[]>(
      'SELECT body, id, text FROM response WHERE round = $1',
      [round],
    );
    return new Map(rows.map(({ body, ...response }) => [body, response]));
  }

  private write(text: string): Promise<void> {
    return writeInResponse(this.app.source, text, 'general', 'Vi vil gerne høres, før der bygges.');
  }

  /**
   * Council by council, the two members of each at the same moment. What happens after so many are answered is raced by
   * those who are at it; the next ones begin when it has happened, since those who share a lock let others in before who
   * waits for it alone.
   */
  private async press(
    responses: ReadonlyMap<BodyId, { readonly id: ResponseId }>,
    events: readonly (readonly [after: number, happens: () => Promise<void>])[],
  ): Promise<ReadonlyMap<BodyId, readonly Pressed[]>> {
    const pressed = new Map<BodyId, readonly Pressed[]>();
    const happening: Promise<void>[] = [];
    const waiting = [...this.councils];
    const lane = async (): Promise<void> => {
      for (let council = waiting.shift(); council; council = waiting.shift()) {
        const { body, members } = council;
        const id = responses.get(body)?.id ?? '';
        pressed.set(body, await Promise.all(members.map((member) => this.submit(member, id))));
        happening.push(...events.filter(([after]) => after === pressed.size).map(([, happens]) => happens()));
        await Promise.all(happening);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    await Promise.all(happening);
    return pressed;
  }

  /** Under the lock: who has been let in by the old deadline is done, and who comes after sees the new one. */
  private async letDeadlinePass(round: RoundId): Promise<void> {
    await this.app.owner.transaction(async (manager) => {
      await manager.query('SELECT id FROM hearing_round WHERE id = $1 FOR UPDATE', [round]);
      await manager.query(
        `UPDATE hearing_round SET due_at = date_trunc('milliseconds', clock_timestamp()) + make_interval(secs => $2 / 1000.0)
         WHERE id = $1`,
        [round, SOON],
      );
    });
  }

  private async submit({ cookie }: Member, response: string): Promise<Pressed> {
    const from = Date.now();
    const answered = await fetch(`${this.app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({
        query: `mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) {
          refused { code } response { submission { reference late } } } }`,
        variables: { input: { response } },
      }),
    });
    return { from, to: Date.now(), ...readAnswer(await answered.json()) };
  }

  private async meanwhile(round: RoundId, what: Meanwhile): Promise<void> {
    if (what === 'passes') return;
    const { source } = this.app;
    const store = new HearingStore({ source, announce: async () => undefined });
    if (what === 'passesAndRoundEnds') return void (await store.end(round, this.secretary));
    const dueDate = addDays(localDateAt(await databaseNow(source.manager)), 60);
    const extended = await store.extend(round, { dueDate, reason: 'Ferie' }, this.secretary);
    if (!extended?.ok) throw new Error(extended?.error.code ?? 'There is no round');
  }

  private async judge(
    round: RoundId,
    responses: ReadonlyMap<BodyId, { readonly id: ResponseId }>,
    pressed: ReadonlyMap<BodyId, readonly Pressed[]>,
  ): Promise<DeadlineRace> {
    const rows = await this.app.source.query<Sent[]>(SENT, [round]);
    const faults = [...responses].flatMap(([body, { id }]) => {
      const own = rows.filter(({ response }) => response === id);
      return faultsOf(own, pressed.get(body) ?? []).map((fault) => `${body}: ${fault}`);
    });
    const late = rows.filter((row) => row.late).length;
    return { submissions: rows.length, late, onTime: rows.length - late, faults };
  }
}

interface RawAnswer {
  readonly data?: {
    readonly submitResponse: {
      readonly refused: { readonly code: string } | null;
      readonly response: { readonly submission: { readonly reference: string; readonly late: boolean } | null } | null;
    };
  } | null;
  readonly errors?: readonly { readonly message: string }[];
}

function readAnswer(raw: unknown): Pick<Pressed, 'reference' | 'late' | 'wrong'> {
  const { data, errors } = raw as RawAnswer;
  const told = data?.submitResponse;
  const submission = told?.response?.submission;
  const wrong = told?.refused?.code ?? errors?.[0]?.message ?? (submission ? null : 'nothing');
  return { reference: submission?.reference ?? null, late: submission?.late ?? null, wrong };
}

async function addMember(source: Database, body: BodyId, kind: SeatKind): Promise<Member> {
  const person = await personIn(source, body, kind);
  const { token } = await new PeopleStore(source).openSession(person);
  return { cookie: `enig_session=${token}` };
}

async function personIn(source: Database, body: string, kind: SeatKind): Promise<PersonId> {
  const id = brandId<PersonId>(randomUUID());
  await source.query('INSERT INTO person (id, name, email) VALUES ($1, $2, $3)', [
    ...[id, `${kind} ${body}`, `${id}@example.invalid`],
  ]);
  await source.query(`INSERT INTO seat (id, person, body, kind, valid_from) VALUES ($1, $2, $3, $4, '2020-01-01')`, [
    ...[randomUUID(), id, body, kind],
  ]);
  return id;
}
