import type { PersonId } from '@enig/kernel';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { Malformed, presenceMessage, reading } from './protocol';

/** Somebody whose presence others see. */
export interface Present {
  readonly person: PersonId;
  /** The name others see, from the server's own data. */
  readonly name: string;
  send(message: Uint8Array): void;
}

interface Entry<Client extends Present> {
  /** The connection that may speak for the id; null once it has left. */
  owner: Client | null;
  readonly person: PersonId;
  clock: number;
  /** What others see, as JSON; null when there is nothing to see. */
  state: string | null;
}

/** The longest state in characters of JSON that is passed on; a caret needs about 300. */
const MAX_STATE = 8_192;

/**
 * Who is here and where their caret is, for one text; never stored. A client speaks for one id, its own: what it says
 * of others is dropped silently, because stock clients echo everything they hear. Whatever a client calls its user,
 * the others are given the name the server knows (CO-9).
 */
export class Presence<Client extends Present> {
  private readonly entries = new Map<number, Entry<Client>>();

  constructor(private readonly now: () => number) {}

  /**
   * Takes a client's own state and passes it on.
   *
   * @throws Malformed
   */
  receive(from: Client, bytes: Uint8Array, others: Iterable<Client>): void {
    const wasHere = this.owns(from);
    const changed = readStates(bytes).filter(({ id, state }) => this.take(from, id, state));
    // y-websocket takes a server that says nothing for 30 s for dead; an empty message tells it otherwise.
    from.send(KEEP_ALIVE);
    if (!wasHere && this.owns(from)) this.show(from);
    this.spread(
      changed.map(({ id }) => id),
      from,
      others,
    );
  }

  /**
   * Tells a newcomer, or a client that asks, who else is here. Until it has said which id is its own, it hears nothing
   * of its own person: after a reconnect that would be its own older state, and it would believe it.
   */
  show(client: Client): void {
    const isKnown = this.owns(client);
    const isOther = ({ owner, person, state }: Entry<Client>) =>
      state !== null && owner !== client && (isKnown || person !== client.person);
    const ids = [...this.entries].filter(([, entry]) => isOther(entry)).map(([id]) => id);
    if (ids.length > 0) client.send(this.encode(ids));
  }

  /** A connection has ended: the others no longer see it. */
  leave(client: Client, others: Iterable<Client>): void {
    const mine = [...this.entries].filter(([, { owner }]) => owner === client);
    for (const [, entry] of mine) {
      entry.owner = null;
      this.set(entry, null);
    }
    this.spread(
      mine.map(([id]) => id),
      client,
      others,
    );
  }

  private take(from: Client, id: number, state: string | null): boolean {
    const entry = this.entries.get(id) ?? this.claim(from, id, state);
    if (!entry || entry.person !== from.person) return false;
    if (entry.owner !== from && this.owns(from)) return false;
    entry.owner = state === null ? null : from;
    const stamped = state === null ? null : stamp(state, from.name);
    this.set(entry, stamped);
    return true;
  }

  /** An id belongs to the person who used it first, in the connection they use it in; one connection has one id. */
  private claim(from: Client, id: number, state: string | null): Entry<Client> | null {
    if (state === null || this.owns(from)) return null;
    const entry = { owner: from, person: from.person, clock: 0, state: null };
    this.entries.set(id, entry);
    return entry;
  }

  private owns(client: Client): boolean {
    return [...this.entries.values()].some(({ owner }) => owner === client);
  }

  /** Clients believe the higher clock, also after a restart of the server: so it follows the time. */
  private set(entry: Entry<Client>, state: string | null): void {
    entry.clock = Math.max(entry.clock + 1, this.now());
    entry.state = state;
  }

  private spread(ids: readonly number[], from: Client, others: Iterable<Client>): void {
    if (ids.length === 0) return;
    const message = this.encode(ids);
    for (const other of others) if (other !== from) other.send(message);
  }

  private encode(ids: readonly number[]): Uint8Array {
    return presenceMessage(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, ids.length);
        for (const id of ids) {
          const entry = this.entries.get(id);
          encoding.writeVarUint(encoder, id);
          encoding.writeVarUint(encoder, entry?.clock ?? 0);
          encoding.writeVarString(encoder, entry?.state ?? 'null');
        }
      }),
    );
  }
}

/** A message without entries: says only that the server is there. */
export const KEEP_ALIVE = presenceMessage(encoding.encode((encoder) => encoding.writeVarUint(encoder, 0)));

function readStates(bytes: Uint8Array): { id: number; state: string | null }[] {
  return reading(() => {
    const decoder = decoding.createDecoder(bytes);
    const found = [];
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
      const id = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder); // the client's own clock: connections keep order, so it is not needed
      const json = decoding.readVarString(decoder);
      if (json.length <= MAX_STATE) found.push({ id, state: json === 'null' ? null : json });
    }
    if (decoding.hasContent(decoder)) throw new Malformed('The presence goes on after its end');
    return found;
  });
}

const COLOUR = /^#[0-9a-f]{6}$/i;

/** The same state with the server's name in it. The colour may be the client's own choice. */
function stamp(state: string, name: string): string {
  const parsed: unknown = reading(() => JSON.parse(state));
  if (!isRecord(parsed)) throw new Malformed('A presence state is an object');
  const claimed = isRecord(parsed['user']) ? parsed['user']['color'] : undefined;
  const color = typeof claimed === 'string' && COLOUR.test(claimed) ? { color: claimed } : {};
  return JSON.stringify({ ...parsed, user: { ...color, name } });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
