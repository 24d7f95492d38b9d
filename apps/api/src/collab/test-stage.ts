import { randomUUID } from 'node:crypto';
import { SJAELLAND_2021 } from '@enig/approval';
import {
  AgreementReads,
  AgreementStore,
  Bus,
  changeAgreement,
  connect,
  freezeVersion,
  loadReference,
  migrate,
  PeopleStore,
  SectionStore,
  TextContents,
  type Actor,
  type FreezeInput,
  type FrozenVersion,
} from '@enig/data';
import { createTestDatabase, type TestTemplate } from '@enig/data/testing';
import {
  brandId,
  localDateOf,
  type AgreementId,
  type BodyId,
  type PartyId,
  type PersonId,
  type TextId,
} from '@enig/kernel';
import type { DataSource } from 'typeorm';
import { startNode, type Node } from './test-node';
import { Writer, type WriterOptions } from './test-writer';

const template: TestTemplate = {
  name: 'places and the chain of Sjælland, for the socket',
  build: async (url) => {
    await migrate(url);
    const source = await connect({ url, applicationName: 'spec' });
    await loadReference(source);
    await source.destroy();
  },
};

/** Greve: its administration looks after every focus area of the stage's agreements. */
const GREVE = brandId<PartyId>('municipality:0253');

/** Somebody who has signed in. */
export interface SignedIn extends Actor {
  readonly name: string;
  readonly cookie: string;
  readonly token: string;
}

/** A database with people and agreements to write in. For specs only. */
export class Stage {
  private readonly nodes = new Set<Node>();
  private readonly writers = new Set<Writer>();

  private constructor(
    readonly url: string,
    readonly source: DataSource,
    readonly bus: Bus,
    readonly secretary: SignedIn,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(): Promise<Stage> {
    const database = await createTestDatabase(template);
    return Stage.in(database.url, () => database.drop());
  }

  /** In an empty database of somebody else's, who removes it. */
  static async openIn(url: string): Promise<Stage> {
    await template.build(url);
    return Stage.in(url, () => Promise.resolve());
  }

  private static async in(url: string, drop: () => Promise<void>): Promise<Stage> {
    const source = await connect({ url, applicationName: 'spec' });
    const bus = await Bus.open({ url, applicationName: 'spec', trouble: () => undefined });
    const secretary = await signIn(source, 'Sanne Sekretær', 'secretariat:1085', 'secretariatOfficer');
    return new Stage(url, source, bus, secretary, drop);
  }

  /** A person with a seat, signed in; by default one of Greve's tovholdere. */
  signIn(name: string, body = 'administration:0253', kind: Actor['capacity'] = 'coordinator'): Promise<SignedIn> {
    return signIn(this.source, name, body, kind);
  }

  /** An agreement with so many focus areas under Greve. @returns its texts in order. */
  async agreement(focusAreas: number): Promise<{ id: AgreementId; texts: TextId[] }> {
    const { source, bus, secretary } = this;
    const created = await new AgreementStore({ source, announce: bus.announce }, new TextContents(source)).create(
      {
        ...{
          region: '1085',
          title: 'Rammeaftale',
          label: null,
          copyFrom: null,
          chain: SJAELLAND_2021,
          writingUntil: null,
        },
        ...{
          periodFrom: localDateOf('2025-01-01'),
          periodTo: localDateOf('2099-12-31'),
          deadline: localDateOf('2098-10-15'),
        },
      },
      secretary,
    );
    if (!created.ok) throw new Error(created.error.code);
    const reads = new AgreementReads(source);
    const part = (await reads.view(created.value))?.parts[0]?.id;
    if (!part) throw new Error('The agreement has no part');
    const sections = new SectionStore({ source, announce: bus.announce });
    for (let number = 1; number <= focusAreas; number += 1) {
      const frame = { part, kind: 'focusArea', strand: 'development', covers: null, coordinators: [GREVE] } as const;
      await sections.add(created.value, { ...frame, title: `Fokusområde ${number}` }, secretary);
    }
    const view = await reads.view(created.value);
    return { id: created.value, texts: view?.sections.map(({ row }) => row.text) ?? [] };
  }

  /** The owner of the tables, to break what nobody else can break. The spec closes it. */
  owner(): Promise<DataSource> {
    return connect({ url: this.url, applicationName: 'spec', asOwner: true });
  }

  /** Starts a server on the stage's database. */
  async node(): Promise<Node> {
    const node = await startNode(this.url);
    this.nodes.add(node);
    return node;
  }

  /** A stock client of one of the texts. */
  writer(
    node: Pick<Node, 'url'>,
    text: string,
    who: Pick<SignedIn, 'cookie'> | null,
    options: WriterOptions = {},
  ): Writer {
    const writer = new Writer(node.url, text, { ...(who ? { cookie: who.cookie } : {}), ...options });
    this.writers.add(writer);
    return writer;
  }

  /** Freezes an agreement as the secretariat does: for decision, which closes its texts, where nothing else is said. */
  async freeze(agreement: AgreementId, event: FreezeInput['event'] = 'freezeForDecision'): Promise<FrozenVersion> {
    const { source, bus, secretary } = this;
    const facts = { openRounds: 0, collecting: 0, everyoneApproved: false, reason: '' };
    const done = await changeAgreement<FrozenVersion, { code: string }>(source, bus.announce, agreement, (change) =>
      freezeVersion(change, { event, actor: secretary, facts }),
    );
    if (!done?.ok) throw new Error(done?.error.code ?? 'No such agreement');
    return done.value;
  }

  /** Ends somebody's seat, and gives them one with which they only read. */
  async makeReader({ person }: SignedIn): Promise<void> {
    await this.source.query(`UPDATE seat SET valid_to = '2020-12-31' WHERE person = $1`, [person]);
    await this.source.query(
      `INSERT INTO seat (id, person, body, kind, valid_from) VALUES ($1, $2, 'administration:0259', 'coordinator', '2020-01-01')`,
      [randomUUID(), person],
    );
    await this.bus.announce({ topic: 'rights', id: person });
  }

  leaveAll(): void {
    for (const writer of this.writers) writer.leave();
    this.writers.clear();
  }

  async close(): Promise<void> {
    this.leaveAll();
    for (const node of this.nodes) await node.close();
    await this.bus.close();
    await this.source.destroy();
    await this.drop();
  }
}

async function signIn(source: DataSource, name: string, body: string, kind: Actor['capacity']): Promise<SignedIn> {
  const person = brandId<PersonId>(randomUUID());
  await source.query('INSERT INTO person (id, name, email) VALUES ($1, $2, $3)', [
    person,
    name,
    `${person}@example.invalid`,
  ]);
  await source.query(`INSERT INTO seat (id, person, body, kind, valid_from) VALUES ($1, $2, $3, $4, '2020-01-01')`, [
    ...[randomUUID(), person, body, kind],
  ]);
  const { token } = await new PeopleStore(source).openSession(person);
  return { person, body: brandId<BodyId>(body), capacity: kind, name, token, cookie: `enig_session=${token}` };
}
