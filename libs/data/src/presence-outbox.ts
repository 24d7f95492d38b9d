import type { PresenceEntry } from '@enig/collab';
import type { TextId } from '@enig/kernel';

/** Most bytes of one notification; PostgreSQL takes 7,999. */
const MAX_BYTES = 7_900;

/** Who is in a text, as it goes over the channel. */
export interface PresenceSaid {
  readonly topic: 'presence';
  readonly id: TextId;
  readonly entries: readonly PresenceEntry[];
}

/** Presence that waits to be told to other nodes: per text and client what was said last. */
export class PresenceOutbox {
  private texts = new Map<TextId, Map<number, PresenceEntry>>();

  get isEmpty(): boolean {
    return this.texts.size === 0;
  }

  put(text: TextId, entries: readonly PresenceEntry[]): void {
    const waiting = this.texts.get(text) ?? new Map<number, PresenceEntry>();
    this.texts.set(text, waiting);
    for (const entry of entries) waiting.set(entry.id, entry);
  }

  /** Everything that waits, as payloads. An entry that fits into none is left out: others do not see that caret. */
  take(node: string): string[] {
    const texts = this.texts;
    this.texts = new Map();
    return [...texts].flatMap(([id, entries]) => {
      const frame = JSON.stringify({ node, said: { topic: 'presence', id, entries: [] } satisfies PresenceSaid });
      const written = [...entries.values()].map((entry) => JSON.stringify(entry));
      return packed(written, MAX_BYTES - frame.length).map((list) => frame.replace('[]', () => `[${list.join(',')}]`));
    });
  }
}

/** Puts strings into as few lists as their order allows, each with at most so many bytes; at least one list. */
function packed(written: readonly string[], limit: number): string[][] {
  let list: string[] = [];
  const lists = [list];
  let bytes = 0;
  for (const each of written) {
    const size = Buffer.byteLength(each) + 1;
    if (size > limit) continue;
    if (bytes + size > limit) {
      list = [];
      lists.push(list);
      bytes = 0;
    }
    list.push(each);
    bytes += size;
  }
  return lists;
}
