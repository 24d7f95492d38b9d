import { randomUUID } from 'node:crypto';
import type { SeatKind } from '@enig/access';
import {
  AgreementStore,
  ApprovalReads,
  ApprovalStore,
  PeopleStore,
  TextContents,
  type Actor,
  type ApprovalView,
  type Database,
} from '@enig/data';
import {
  brandId,
  localDateAt,
  instantOf,
  type AgreementId,
  type BodyId,
  type PartyId,
  type PersonId,
} from '@enig/kernel';
import { agreementCalled } from '../hearing/test-hearing';
import { startTestApp, type TestApp } from '../test-app';
import { faultsIn, type PressedDecision } from './test-decision-faults';

const PUT = '(til godkendelse)';

/** For specs only: somebody who may record for a party, by their session. */
interface Racer {
  readonly cookie: string;
}

/** A party with two secretaries of its council. */
interface Racing {
  readonly party: PartyId;
  readonly council: BodyId;
  readonly secretaries: readonly [Racer, Racer];
}

/** What happens while they press: nothing, the text is opened and put to them again, or all of them approve. */
export type Turn = 'someRefuse' | 'isPutAgain' | 'allApprove';

/** What a race came to. `faults` is empty where every party has one effective decision, and the log is whole. */
export interface DecisionRace {
  readonly pressed: number;
  readonly recorded: number;
  readonly faults: readonly string[];
}

/** A server, an agreement that is put to its parties, and for each of them three people who press at the same moment. */
export class DecisionArena {
  private races = 0;

  private constructor(
    readonly app: TestApp,
    readonly parties: readonly Racing[],
    private readonly agreement: AgreementId,
    private readonly secretariat: Actor & Racer,
  ) {}

  static async open(): Promise<DecisionArena> {
    const app = await startTestApp({ services: ['api'] });
    const agreement = brandId<AgreementId>(await agreementCalled(await app.signIn('sekretariat'), PUT));
    const rows = await app.source.query<{ party: PartyId; council: BodyId }[]>(
      'SELECT party, council FROM agreement_party WHERE agreement = $1 ORDER BY party',
      [agreement],
    );
    const parties: Racing[] = [];
    for (const { party, council } of rows) {
      const [one, other] = [await add(app.source, council), await add(app.source, council)];
      parties.push({ party, council, secretaries: [one, other] });
    }
    const secretariat = await add(app.source, 'secretariat:1085', 'secretariatOfficer');
    const arena = new DecisionArena(app, parties, agreement, secretariat);
    await arena.putAgain();
    return arena;
  }

  close(): Promise<void> {
    return this.app.close();
  }

  /** Has all press at once about a text nobody has decided on, and judges what came of it. */
  async race(turn: Turn): Promise<DecisionRace> {
    const before = await this.view();
    const { version } = before.chain;
    const refuses = turn === 'allApprove' ? null : this.parties[this.races++ % this.parties.length]?.party;
    const pressing = this.parties.flatMap(({ party, council, secretaries }) =>
      [...secretaries, this.secretariat].map((racer) =>
        this.press(racer, { party, council, version, outcome: party === refuses ? 'rejected' : 'approved' }),
      ),
    );
    const again = turn === 'isPutAgain' ? this.putAgain() : null;
    const pressed = await Promise.all(pressing);
    await again;
    if (!again) await this.confirmAll();
    const after = await this.view();
    const faults = await faultsIn(this.app.source, { agreement: this.agreement, version, pressed, after, turn });
    return { pressed: pressed.length, recorded: pressed.filter(({ refused }) => refused === null).length, faults };
  }

  /** The text is opened and frozen once more: what was decided lapses. */
  async putAgain(): Promise<void> {
    const ground = { source: this.app.source, announce: async () => undefined };
    const { person, body, capacity } = this.secretariat;
    const actor = { person, body, capacity };
    const texts = new AgreementStore(ground, new TextContents(this.app.source));
    const opened = await texts.reopenWriting(this.agreement, 'En fejl i et bilag', actor);
    if (!opened?.ok) throw new Error(opened?.error.code ?? 'There is no agreement');
    const frozen = await new ApprovalStore(ground).freezeForDecision(this.agreement, actor);
    if (!frozen?.ok) throw new Error(frozen?.error.code ?? 'There is no agreement');
  }

  async view(): Promise<ApprovalView> {
    const view = await new ApprovalReads(this.app.source).view(this.agreement);
    if (!view) throw new Error('Nothing is put to the parties');
    return view;
  }

  /** What the secretariat got in first with is confirmed: by both secretaries at the same moment. */
  private async confirmAll(): Promise<void> {
    const { chain } = await this.view();
    const waiting = chain.decisions.filter(({ isOwn, version }) => !isOwn && version === chain.version);
    await Promise.all(
      waiting.flatMap(({ id, party }) =>
        (this.parties.find((each) => each.party === party)?.secretaries ?? []).map(({ cookie }) =>
          this.ask(cookie, 'confirmDecision', 'ConfirmDecisionInput', { decision: id }),
        ),
      ),
    );
  }

  private async press({ cookie }: Racer, given: Pressing): Promise<PressedDecision> {
    const { party, council: body, version, outcome } = given;
    const refused = await this.ask(cookie, 'recordDecision', 'RecordDecisionInput', {
      ...{ agreement: this.agreement, party, body, version, outcome, item: '14', wording: 'Besluttet.' },
      ...{ meetingDate: localDateAt(instantOf(new Date())), reason: outcome === 'approved' ? null : 'Nej tak' },
    });
    return { party, refused };
  }

  /** Why it was not done, or null where it was. */
  private async ask(cookie: string, command: string, type: string, input: object): Promise<string | null> {
    const answered = await fetch(`${this.app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({
        query: `mutation ($input: ${type}!) { done: ${command}(input: $input) { refused { code } } }`,
        variables: { input },
      }),
    });
    const { data, errors } = (await answered.json()) as Answer;
    if (!data) return errors?.[0]?.message ?? 'nothing';
    return data.done.refused?.code ?? null;
  }
}

interface Pressing {
  readonly party: PartyId;
  readonly council: BodyId;
  readonly version: string;
  readonly outcome: 'approved' | 'rejected';
}

interface Answer {
  readonly data?: { readonly done: { readonly refused: { readonly code: string } | null } } | null;
  readonly errors?: readonly { readonly message: string }[];
}

async function add(source: Database, body: string, capacity: SeatKind = 'councilSecretary'): Promise<Actor & Racer> {
  const person = brandId<PersonId>(randomUUID());
  await source.query('INSERT INTO person (id, name, email) VALUES ($1, $2, $3)', [
    ...[person, `${capacity} ${body}`, `${person}@example.invalid`],
  ]);
  await source.query(`INSERT INTO seat (id, person, body, kind, valid_from) VALUES ($1, $2, $3, $4, '2020-01-01')`, [
    ...[randomUUID(), person, body, capacity],
  ]);
  const { token } = await new PeopleStore(source).openSession(person);
  return { person, body: brandId<BodyId>(body), capacity, cookie: `enig_session=${token}` };
}
