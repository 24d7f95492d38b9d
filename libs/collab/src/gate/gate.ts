import type { PersonId } from '@enig/kernel';
import type { TextKind } from '@enig/text';
import * as Y from 'yjs';
import { Deletions } from './deletions';
import { Flights } from './flights';
import type { Flight } from './gate-flight';
import { Horizon, reachOf, structsWithin, type Known, type News } from './gate-horizon';
import { Spots } from './gate-spots';
import { Faulty, Walk } from './gate-walk';
import { deletesMost, Letters, takenBy, type Taking } from './mass-deletion';
import { NeededAttributes } from './needed-attributes';
import { claimsOf, MAX_CLAIMS, MAX_CLAIMS_OF_CONNECTION } from './ownership';
import type { UpdateRefused } from '../ports';
import { Malformed } from '../protocol';
import { holdsUp } from './shadow';
import { clientsIn, putTogether, takeApart, TooMuch, type Measure, type Parts } from './update';

export type { Known } from './gate-horizon';

/** The longest message in bytes a client may send (CO-3). A page of text is about 3,000. */
export const MAX_MESSAGE = 1_048_576;

/** An update this long in bytes is read whatever is in it. */
const SHORT = 10_000;

/**
 * Most structs and stretches of deleted units that one update may bring which the server has not (CO-21). Prose of 100
 * pages, pasted, has 9,000 where each paragraph has a bold word, and 15,000 with a table of nine cells on each page too;
 * 10,000 places written in without a connection, a word each, are 15,000.
 */
export const MOST_NEW = 20_000;

/** What the gate finds in an update. */
export type Judgement =
  /** The server has all of it: nothing to commit, and nothing to refuse, whoever sent it (CO-7). */
  | { readonly kind: 'nothing' }
  /** It builds on something the server does not have: the client is asked for that (CO-8). */
  | { readonly kind: 'gap' }
  | Accepted
  | { readonly kind: 'refused'; readonly code: UpdateRefused };

/** An update that may be committed. */
export interface Accepted {
  readonly kind: 'new';
  /** The client's own bytes, unless something had to be cut off. */
  readonly update: Uint8Array;
  /** The clocks it reaches. */
  readonly reaches: ReadonlyMap<number, number>;
  /** Client ids in it that nobody is known to own (CO-19). */
  readonly claims: readonly number[];
  /** Whether it takes away most of the text (CO-22). */
  readonly deletesMost: boolean;
}

/** Judges the updates of one text before they are committed. Only reads the document. */
export class Gate {
  private readonly spots: Spots;
  private readonly flights = new Flights();
  private letters: Letters | null = null;

  constructor(kind: TextKind) {
    this.spots = new Spots(kind);
  }

  /** The rules in their order; `who` sent it. */
  judge(update: Uint8Array, known: Known, who: PersonId): Judgement {
    const flight = this.flights.of(known);
    const parts = readParts(update, known, flight);
    if (typeof parts === 'string') return refused(parts);
    const horizon = new Horizon(known);
    const news = horizon.newsOf(parts);
    if (news.pieces.length === 0 && news.deletions.length === 0) return { kind: 'nothing' };
    if (news.pieces.length + news.deletions.length > MOST_NEW) return refused('CO-21-UNSOUND');

    const reaches = reachOf(news, horizon);
    if (reaches === null) return { kind: 'gap' };
    if (known.mayWrite === false) return tidiesOnly(news, known.doc) ? { kind: 'nothing' } : refused('CO-6-NO-RIGHT');
    const claims = claimsOf(reaches.keys(), known.owners, who);
    if (claims === null) return refused('CO-19-FOREIGN-CLIENT');
    if (claimsTooMany(claims, flight)) return refused('CO-21-UNSOUND');

    const bytes = news.isWhole ? update : putTogether(news.pieces, news.deletions);
    let walk: Walk;
    try {
      walk = this.walk(bytes, news, { doc: known.doc, horizon, flight });
    } catch (error) {
      if (!(error instanceof Faulty)) throw error;
      return error.code === 'CO-8-GAP' ? { kind: 'gap' } : refused(error.code);
    }
    for (const client of claims) flight.claims.add(client);
    const taking = { ...news, keyed: walk.keyed };
    const isMost = this.deletesMost(known.doc, taking, flight);
    const { deletions } = news;
    const most = isMost ? takenBy(taking) : null;
    this.flights.pass({ flight, reaches, standings: walk.standings, deletions, most }, known.doc);
    return { kind: 'new', update: bytes, reaches, claims, deletesMost: isMost };
  }

  /** How many structs it keeps of what is on its way to the log: none when all has landed or come back. */
  get size(): number {
    return this.flights.size;
  }

  /** All that a connection had on its way to the log has come back; what others have there still counts. */
  returned(waiting: Known['waiting']): void {
    this.flights.returned(waiting);
  }

  /** Lets go of the document. Nothing is on its way to the log. */
  forget(): void {
    this.forgetLetters();
    this.flights.forget();
  }

  private forgetLetters(): void {
    this.letters?.forget();
    this.letters = null;
  }

  /** What is new, one by one and then as a whole. @throws Faulty */
  private walk(update: Uint8Array, { pieces, deletions }: News, ground: Grounds): Walk {
    const { doc, flight } = ground;
    const walk = new Walk({ ...ground, spots: this.spots, flights: this.flights });
    walk.take(pieces);
    walk.cut(deletions);
    const attributes = new NeededAttributes(this.spots, flight, walk, new Deletions(deletions));
    if (!attributes.areKept(doc)) throw new Faulty('CO-20-UNKNOWN-CONTENT');
    for (const [client, all] of walk.standings) {
      if (!this.flights.agree(flight, client, all)) throw new Faulty('CO-21-UNSOUND');
    }
    const isSure = walk.unsure.size === 0;
    if (!(isSure && isPlain(pieces)) && !holdsUp({ update, deletions, walk, doc, flight }))
      throw new Faulty('CO-21-UNSOUND');
    return walk;
  }

  private deletesMost(doc: Y.Doc, taking: Taking, flight: Flight): boolean {
    const letters = () => {
      if (this.letters?.doc !== doc) this.forgetLetters();
      return (this.letters ??= new Letters(doc)).all;
    };
    if (!deletesMost(doc, taking, letters)) return false;
    if (this.flights.areIdle) return true;
    return deletesMost(doc, taking, letters, (stretch) =>
      flight.undeleted(stretch).flatMap((part) => this.flights.leftByMost(part)),
    );
  }
}

type Grounds = { readonly doc: Y.Doc; readonly horizon: Horizon; readonly flight: Flight };

function refused(code: UpdateRefused): Judgement {
  return { kind: 'refused', code };
}

function readParts(update: Uint8Array, known: Known, flight: Flight): Parts | UpdateRefused {
  try {
    return hasTooManyClients(update, known) ? 'CO-21-UNSOUND' : takeApart(update, measureOf(update, known, flight));
  } catch (error) {
    if (error instanceof TooMuch) return 'CO-21-UNSOUND';
    if (error instanceof Malformed) return 'CO-4-MALFORMED';
    throw error;
  }
}

/**
 * Besides what may be new, an update says again what is there, which its sender may have cut up otherwise. More need not
 * even be read.
 */
function measureOf(update: Uint8Array, { doc }: Known, flight: Flight): Measure | undefined {
  if (update.length <= SHORT) return undefined;
  const { clients } = doc.store;
  let deletions = MOST_NEW;
  for (const structs of clients.values()) deletions += structs.length;
  const structs = (client: number, clock: number) =>
    clock < Y.getState(doc.store, client) ? 2 * (clients.get(client)?.length ?? 0) : 0;
  return { structs, more: MOST_NEW + 2 * flight.size, deletions };
}

/** Each is there already, is known to belong to somebody, or is claimed: more need not even be read. */
function hasTooManyClients(update: Uint8Array, { doc, owners, waiting }: Known): boolean {
  const known = doc.store.clients.size + owners.size + waiting.size;
  return update.length > SHORT && clientsIn(update) > known + MAX_CLAIMS;
}

/**
 * Whether it does no more than what any client does on its own when it reads: Yjs takes out marks that two people have
 * set and that change nothing any more, and says so at the next meeting. Who may not write need not be believed.
 */
function tidiesOnly({ pieces, deletions }: News, doc: Y.Doc): boolean {
  if (pieces.length > 0) return false;
  for (const stretch of deletions) for (const struct of structsWithin(doc, stretch)) if (!isMark(struct)) return false;
  return true;
}

function isMark(struct: Y.Item | Y.GC): boolean {
  return struct.deleted || (struct instanceof Y.Item && struct.content instanceof Y.ContentFormat);
}

function claimsTooMany(claims: readonly number[], flight: Flight): boolean {
  const all = new Set([...claims, ...flight.claims]);
  return claims.length > MAX_CLAIMS || all.size > MAX_CLAIMS_OF_CONNECTION;
}

/** What one client wrote in a row: what can go wrong with that is seen from the structs alone (CO-21). */
function isPlain(pieces: News['pieces']): boolean {
  return pieces.every(({ struct }) => struct.id.client === pieces[0]?.struct.id.client);
}
