import type { PersonId } from '@enig/kernel';
import type { PresenceEntry } from '../ports';
import { encodeEntries, readStates, stamp } from './presence-wire';

/** Somebody whose presence others see. */
export interface Present {
  readonly person: PersonId;
  /** The name others see, from the server's own data. */
  readonly name: string;
  /** Whether they may write in the text. */
  readonly writes: boolean;
}

interface Entry<Client extends Present> {
  readonly id: number;
  /** Who may speak for the id: a connection here, another node by its name, or nobody any more. */
  owner: Client | string | null;
  readonly person: PersonId;
  writes: boolean;
  clock: number;
  /** What others see, as JSON; null when there is nothing to see. */
  state: string | null;
  /** Whether anybody has been told of it. */
  isKnown: boolean;
}

/** What has changed, for those who are here. */
export interface PresenceChange<Client> {
  /** For everybody who is not concerned. */
  readonly message: Uint8Array;
  /** Whether a client is to get another message, without what is its own. */
  concerns(client: Client): boolean;
  /** What such a client is to get; null for nothing. */
  messageFor(client: Client): Uint8Array | null;
}

/** Ids of people who have left are remembered up to this many, so that nobody else is taken for them. */
const MAX_DEPARTED = 2_000;

/**
 * Who is here and where their caret is, for one text on all nodes; never stored. A client speaks for one id, its own for as
 * long as it is connected: what it says of others is dropped silently, because stock clients echo everything they hear. Whatever a client calls
 * its user, the others are given the name the server knows (CO-9). Changes are gathered and told together (CO-24).
 */
export class Presence<Client extends Present> {
  private readonly entries = new Map<number, Entry<Client>>();
  /** The id each client of this node speaks for. */
  private readonly ids = new Map<Client, number>();
  /** Ids nobody speaks for now, in the order they were left. */
  private readonly departed = new Set<number>();
  private readonly changed = new Set<number>();
  /** Changed by a client of this node, and not yet told to the others. */
  private readonly untold = new Set<number>();

  constructor(private readonly now: () => number) {}

  /** How many ids are remembered. */
  get size(): number {
    return this.entries.size;
  }

  /** Whether there is something to tell. */
  get isChanged(): boolean {
    return this.changed.size > 0;
  }

  /**
   * Takes a client's own state.
   *
   * @returns whether it has said for the first time which id is its own.
   * @throws Malformed
   */
  receive(from: Client, bytes: Uint8Array): boolean {
    const wasKnown = this.ids.has(from);
    const said = new Map(readStates(bytes).map(({ id, state }) => [id, state])); // what is said last counts
    for (const [id, state] of said) this.take(from, id, state);
    return !wasKnown && this.ids.has(from);
  }

  /**
   * What a newcomer, or a client that asks, is told of those who are here; null for nobody. Until it has said which id
   * is its own, it hears nothing of its own person: after a reconnect that would be its own older state, and it would
   * believe it.
   */
  show(client: Client): Uint8Array | null {
    return told([...this.entries.values()].filter((entry) => entry.state !== null && !this.hides(entry, client)));
  }

  /** A connection has ended: the others no longer see it. */
  leave(client: Client): void {
    const id = this.ids.get(client);
    this.ids.delete(client);
    const entry = id === undefined ? undefined : this.entries.get(id);
    if (entry?.owner === client) this.depart(entry);
  }

  /** What another node says of those who are there. */
  hear(node: string, entries: readonly PresenceEntry[]): void {
    for (const said of entries) {
      const known = this.entries.get(said.id);
      if (known && (known.person !== said.person || said.clock <= known.clock)) continue;
      if (said.state === null && known?.owner !== node) continue;
      this.put({ ...said, owner: said.state === null ? null : node, isKnown: known?.isKnown ?? false });
    }
  }

  /** Another node is gone, and everybody who was there. */
  gone(node: string): void {
    for (const entry of this.entries.values()) if (entry.owner === node) this.set(entry, { owner: null, state: null });
  }

  /** What has changed since it was asked for last; null for nothing. */
  changes(): PresenceChange<Client> | null {
    const ids = new Set(this.changed);
    const changed = this.entriesOf(ids);
    this.changed.clear();
    if (changed.length === 0) return null;
    const people = new Set(changed.map(({ person }) => person));
    return {
      message: encode(changed),
      concerns: (client) => {
        const own = this.ids.get(client);
        return own === undefined ? people.has(client.person) : ids.has(own);
      },
      messageFor: (client) => told(changed.filter((entry) => !this.hides(entry, client))),
    };
  }

  /** What clients of this node have changed since it was asked for last, for the other nodes. */
  untoldEntries(): PresenceEntry[] {
    const changed = this.entriesOf(this.untold);
    this.untold.clear();
    return changed.filter(({ owner }) => typeof owner !== 'string').map(forOthers);
  }

  /** Everybody who is on this node, for the other nodes. */
  own(): PresenceEntry[] {
    return this.entriesOf(this.ids.values())
      .filter(({ owner }) => owner instanceof Object)
      .map(forOthers);
  }

  /** Who may write and is on another node. */
  writersElsewhere(): PersonId[] {
    const there = [...this.entries.values()].filter(({ owner, writes }) => typeof owner === 'string' && writes);
    return there.map(({ person }) => person);
  }

  private entriesOf(ids: Iterable<number>): Entry<Client>[] {
    return [...ids].flatMap((id) => this.entries.get(id) ?? []);
  }

  /** An id belongs to the person who used it first, in the connection they use it in; one connection has one id. */
  private take(from: Client, id: number, state: string | null): void {
    const own = this.ids.get(from);
    const entry = this.entries.get(id);
    if ((entry?.person ?? from.person) !== from.person || (own ?? id) !== id) return;
    if (state !== null) {
      const stamped = stamp(state, from.name);
      this.ids.set(from, id);
      this.set(entry ?? this.newEntry(from, id), { owner: from, state: stamped, writes: from.writes });
      this.untold.add(id);
    } else if (entry?.owner === from) this.depart(entry);
  }

  private newEntry({ person }: Client, id: number): Entry<Client> {
    return { id, owner: null, person, writes: false, clock: 0, state: null, isKnown: false };
  }

  /** Nobody here speaks for an id any more. One nobody was told of leaves no trace. */
  private depart(entry: Entry<Client>): void {
    if (entry.isKnown) {
      this.set(entry, { owner: null, state: null });
      this.untold.add(entry.id);
      return;
    }
    for (const ids of [this.entries, this.changed, this.untold, this.departed]) ids.delete(entry.id);
  }

  private hides({ id, owner, person }: Entry<Client>, client: Client): boolean {
    const own = this.ids.get(client);
    return owner === client || (own === undefined ? person === client.person : own === id);
  }

  /** Clients believe the higher clock, also after a restart of the server: so it follows the time. */
  private set(entry: Entry<Client>, now: Partial<Pick<Entry<Client>, 'owner' | 'state' | 'writes'>>): void {
    this.put({ ...entry, ...now, clock: Math.max(entry.clock + 1, this.now()) });
  }

  private put(entry: Entry<Client>): void {
    const { id, owner } = entry;
    this.entries.set(id, entry);
    this.changed.add(id);
    this.departed.delete(id);
    if (owner === null) this.departed.add(id);
    this.forgetOldest();
  }

  private forgetOldest(): void {
    for (const id of this.departed) {
      if (this.departed.size <= MAX_DEPARTED || this.changed.has(id)) return;
      this.departed.delete(id);
      this.entries.delete(id);
    }
  }
}

/** A message that tells of entries, which are known from now on. */
function encode(entries: readonly Entry<Present>[]): Uint8Array {
  for (const entry of entries) entry.isKnown = true;
  return encodeEntries(entries.map((entry) => [entry.id, entry]));
}

/** The same; null where there is nothing to tell. */
function told(entries: readonly Entry<Present>[]): Uint8Array | null {
  return entries.length === 0 ? null : encode(entries);
}

function forOthers(entry: Entry<Present>): PresenceEntry {
  entry.isKnown = true;
  const { id, clock, person, writes, state } = entry;
  return { id, clock, person, writes, state };
}
