import type * as decoding from 'lib0/decoding';
import type { Encoder } from 'lib0/encoding';
import * as Y from 'yjs';
import { exported } from './test-replay';
import type { Writer } from './test-writer';

/** Frames left unanswered before a scribe waits; people type ahead of the network too. */
const AHEAD = 4;
/** Every so many deeds something is taken out again. */
const TAKES_OUT = 5;
const TAG = /«[^»]+»/g;

/** What one update did: put a tag in, or took one of the scribe's own out. */
interface Deed {
  readonly tag: string;
  readonly kind: 'put' | 'taken';
}

/** Tags that have to be in a text unless they are taken out later, and tags that must not be. */
export interface Promised {
  readonly there: ReadonlySet<string>;
  readonly gone: ReadonlySet<string>;
}

/** All tags in a text. */
function tagsIn(text: string): Set<string> {
  return new Set(text.match(TAG));
}

/**
 * Writes tags nobody else writes, takes some of them out again, and keeps a history of its own: what it did, what it was
 * told is saved, and what it saw of others. For specs only.
 */
export class Scribe {
  readonly deeds: Deed[] = [];
  /** Deeds that are saved, as it was told. */
  readonly acknowledged = new Set<Deed>();
  /** Tags of others. */
  readonly seen = new Set<string>();
  /** On this connection: the deed in each update frame, by the frame's number. */
  private readonly frames = new Map<number, Deed>();
  /** Done before this connection was there: in its step 2. */
  private earlier: Deed[] = [];
  private isWriting = true;

  constructor(
    readonly writer: Writer,
    readonly name: string,
  ) {
    const { provider } = writer;
    const heard = provider.messageHandlers[100];
    provider.messageHandlers[100] = (encoder: Encoder, decoder: decoding.Decoder, ...rest) => {
      heard?.(encoder, decoder, ...rest);
      this.told();
    };
    provider.on('status', ({ status }: { status: string }) => {
      if (status !== 'connected') return;
      this.frames.clear();
      this.earlier = this.unanswered;
    });
    writer.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === provider) this.look(update);
    });
  }

  /** Deeds nobody has said are saved. */
  get unanswered(): Deed[] {
    return this.deeds.filter((deed) => !this.acknowledged.has(deed));
  }

  private told(): void {
    for (const [number, deed] of this.frames) {
      if (number > this.writer.acknowledged) break;
      this.acknowledged.add(deed);
      this.frames.delete(number);
    }
    if (this.writer.settledStep2 === 0) return;
    for (const deed of this.earlier) this.acknowledged.add(deed);
    this.earlier = [];
  }

  /** What has come from others with one update. */
  private look(update: Uint8Array): void {
    for (const struct of Y.decodeUpdate(update).structs) {
      const content = struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : '';
      for (const tag of tagsIn(content)) if (!tag.startsWith(`«${this.name}.`)) this.seen.add(tag);
    }
  }

  /** Tags of others that it has seen, and has seen taken out. */
  get seenTaken(): string[] {
    const here = tagsIn(exported(this.writer.doc));
    return [...this.seen].filter((tag) => !here.has(tag));
  }

  /** Own tags it has taken out, whether that is saved or not. */
  get taken(): string[] {
    return this.deeds.filter(({ kind }) => kind === 'taken').map(({ tag }) => tag);
  }

  private act(): void {
    const before = this.writer.sent;
    const deed = this.next();
    this.deeds.push(deed);
    if (deed.kind === 'put') this.writer.say(deed.tag, 0);
    else this.takeOut(deed.tag);
    if (this.writer.sent > before) this.frames.set(this.writer.sent, deed);
  }

  private next(): Deed {
    const number = this.deeds.length + 1;
    const taken = new Set(this.taken);
    const first = this.deeds.find(({ tag, kind }) => kind === 'put' && !taken.has(tag));
    return number % TAKES_OUT === 0 && first
      ? { tag: first.tag, kind: 'taken' }
      : { tag: `«${this.name}.${number}»`, kind: 'put' };
  }

  private takeOut(tag: string): void {
    const { intro } = this.writer;
    const index = intro.toArray().findIndex((child) => child.toJSON().includes(tag));
    intro.delete(index, 1);
  }

  /** Writes as fast as it is answered, and now and then where there is no connection, until {@link rest}. */
  async work(): Promise<void> {
    const { writer } = this;
    while (this.isWriting) {
      this.act();
      if (writer.provider.wsconnected)
        await writer.until(
          () => !this.isWriting || !writer.provider.wsconnected || writer.sent - writer.acknowledged < AHEAD,
        );
      else await writer.until(() => !this.isWriting || writer.provider.wsconnected);
      await new Promise((turn) => setImmediate(turn));
    }
  }

  rest(): void {
    this.isWriting = false;
    this.writer.wake();
  }
}

/** What has to be so in a text: all that was acknowledged to one of these, or seen by another. */
export function promisedTo(scribes: readonly Scribe[]): Promised {
  const acknowledged = scribes.flatMap((scribe) => [...scribe.acknowledged]);
  const tags = (kind: Deed['kind']) => acknowledged.filter((deed) => deed.kind === kind).map(({ tag }) => tag);
  return {
    there: new Set([...tags('put'), ...scribes.flatMap(({ seen }) => [...seen])]),
    gone: new Set([...tags('taken'), ...scribes.flatMap(({ seenTaken }) => seenTaken)]),
  };
}

/** What is not as was promised, in a text that was read afterwards. */
export function broken({ there, gone }: Promised, scribes: readonly Scribe[], text: string): string[] {
  const tags = tagsIn(text);
  const taken = new Set(scribes.flatMap((scribe) => scribe.taken)); // also since then: it may be there or not
  return [
    ...[...there].filter((tag) => !tags.has(tag) && !taken.has(tag)).map((tag) => `${tag} is not in`),
    ...[...gone].filter((tag) => tags.has(tag)).map((tag) => `${tag} was taken out and is again in`),
  ];
}
