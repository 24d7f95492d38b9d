import { SJAELLAND_2021 } from '@enig/approval';
import type { SeatKind } from '@enig/access';
import type { Identity } from '@enig/collab';
import {
  AgreementReads,
  AgreementStore,
  Bus,
  connect,
  connectPool,
  loadReference,
  migrate,
  PeopleStore,
  SectionStore,
  TextContents,
  TextLogStore,
  type Actor,
  type AgreementView,
  type Database,
  type NewSection,
} from '@enig/data';
import {
  brandId,
  localDateOf,
  type AgreementId,
  type BodyId,
  type PartId,
  type PartyId,
  type TextId,
} from '@enig/kernel';
import { AUTHOR } from './long-text';

const REGION = '1085';
/** Enough that nobody has more than a handful of sockets, with 500 of them. */
const WRITERS = 100;
/** Updates in one append while a history is laid in. */
const BATCH = 2_000;

/** Somebody who has signed in. */
export interface Person {
  readonly actor: Actor;
  readonly who: Identity;
  readonly cookie: string;
}

/** A text everybody here may write in, and the section it belongs to. */
export interface Text {
  readonly id: TextId;
  readonly section: AgreementView['sections'][number]['row']['id'];
}

/** An agreement of Sjælland with a hundred people of its municipalities who may write in all of its texts. */
export class EnigHouse {
  private constructor(
    private readonly url: string,
    readonly source: Database,
    readonly log: TextLogStore,
    readonly secretary: Person,
    readonly writers: readonly Person[],
    readonly agreement: AgreementId,
    /** All municipalities that are parties. */
    readonly parties: readonly PartyId[],
    private readonly part: PartId,
    private readonly close: () => Promise<void>,
  ) {}

  static async build(url: string): Promise<EnigHouse> {
    await migrate(url);
    const source = await connect({ url, applicationName: 'bench' });
    await loadReference(source);
    const pool = connectPool({ url, applicationName: 'bench', poolSize: 2 });
    const secretary = await signIn(source, 'Sekretær', `secretariat:${REGION}`, 'secretariatOfficer');
    const agreement = await createAgreement(source, secretary.actor);
    const view = await new AgreementReads(source).view(agreement);
    const parties = (view?.parties ?? []).map(({ party }) => party).filter((id) => id.startsWith('municipality:'));
    const writers: Person[] = [];
    for (let number = 0; number < WRITERS; number += 1) {
      const code = (parties[number % parties.length] ?? '').slice('municipality:'.length);
      writers.push(await signIn(source, `Skribent ${number}`, `administration:${code}`, 'coordinator'));
    }
    const part = view?.parts[0]?.id;
    if (!part) throw new Error('The agreement has no part');
    const close = async (): Promise<void> => {
      await pool.end();
      await source.destroy();
    };
    const log = new TextLogStore(pool);
    return new EnigHouse(url, source, log, secretary, writers, agreement, parties, part, close);
  }

  /**
   * Speaks to the nodes as one of them. Only to be open while what is measured has more than one node: a node that is
   * alone tells nobody what it commits, and one that hears of us is not alone.
   */
  openBus(trouble: (error: unknown) => void): Promise<Bus> {
    return Bus.open({ url: this.url, applicationName: 'bench', trouble });
  }

  /** Adds texts with a title each, and what one author has written into them; null for nothing. */
  async add(contents: readonly (Uint8Array | null)[]): Promise<Text[]> {
    const sections = contents.map((_, index) => ({
      ...({ kind: 'focusArea', title: `Fokusområde ${index + 1}`, strand: 'development' } as const),
      ...{ covers: null, coordinators: this.parties },
    }));
    const texts = await this.addSections(sections);
    for (const [index, { id }] of texts.entries()) {
      const content = contents[index];
      if (content) await this.write(id, 0, [content], [AUTHOR]);
    }
    return texts;
  }

  /** Adds sections with what they say. */
  async addSections(sections: readonly Omit<NewSection, 'part'>[]): Promise<Text[]> {
    const ids: Text['section'][] = [];
    const store = new SectionStore({ source: this.source, announce: toNobody });
    for (const section of sections) {
      const added = await store.add(this.agreement, { ...section, part: this.part }, this.secretary.actor);
      if (!added?.ok) throw new Error(added?.error.code ?? 'No such agreement');
      ids.push(added.value);
    }
    return this.textsOf(ids);
  }

  private async textsOf(ids: readonly Text['section'][]): Promise<Text[]> {
    const view = await new AgreementReads(this.source).view(this.agreement);
    const known = new Map(view?.sections.map(({ row }) => [row.id, row.text]));
    return ids.map((section) => {
      const id = known.get(section);
      if (!id) throw new Error('The section is gone');
      return { section, id };
    });
  }

  /** Lays updates of one person into a text's log, as if each had been typed. `claims` are the client ids they use. */
  async write(text: TextId, person: number, updates: readonly Uint8Array[], claims: readonly number[]): Promise<void> {
    const who = this.writers[person]?.who;
    if (!who) throw new Error('No such writer');
    for (let from = 0; from < updates.length; from += BATCH) {
      const known = (await this.log.heads([text])).get(text) ?? 0;
      const batch = updates.slice(from, from + BATCH);
      const entries = batch.map((update, index) => ({
        ...{ text, update, who, deletesMost: false, client: null, known },
        claims: from + index === 0 ? claims : [],
      }));
      const refused = (await this.log.append(entries)).find((appended) => !appended.ok);
      if (refused) throw new Error(JSON.stringify(refused));
    }
  }

  async tearDown(): Promise<void> {
    await this.close();
  }
}

async function createAgreement(source: Database, actor: Actor): Promise<AgreementId> {
  const store = new AgreementStore({ source, announce: toNobody }, new TextContents(source));
  const created = await store.create(
    {
      ...{ region: REGION, title: 'Rammeaftale', label: null, copyFrom: null, chain: SJAELLAND_2021 },
      ...{ periodFrom: localDateOf('2025-01-01'), periodTo: localDateOf('2099-12-31') },
      ...{ deadline: localDateOf('2098-10-15'), writingUntil: null },
    },
    actor,
  );
  if (!created.ok) throw new Error(created.error.code);
  return created.value;
}

/** Somebody with a seat, signed in. */
export async function signIn(source: Database, name: string, bodyId: string, kind: SeatKind): Promise<Person> {
  const people = new PeopleStore(source);
  const body = brandId<BodyId>(bodyId);
  const added = await people.addPerson(name, `${encodeURIComponent(name)}@example.invalid`);
  if (!added.ok) throw new Error(added.error.code);
  const person = added.value.id;
  const seat = { person, body, kind, validFrom: localDateOf('2020-01-01'), validTo: null };
  const granted = await people.grantSeat(seat, { person, body, capacity: kind });
  if (!granted.ok) throw new Error(granted.error.code);
  const { token } = await people.openSession(person);
  const session = (await people.signedIn(token))?.session;
  if (!session) throw new Error('The session was not stored');
  return { actor: { person, body, capacity: kind }, who: { person, session }, cookie: `enig_session=${token}` };
}

/** What is set up before any node is started, no node need hear of. */
async function toNobody(): Promise<void> {
  // there is nobody
}
