import type { PresenceEntry } from '@enig/collab';
import type { TextId } from '@enig/kernel';
import { MOST_TOLD, packed } from './notification';

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
      return packed(written, Buffer.byteLength, MOST_TOLD - frame.length).map((list) =>
        frame.replace('[]', () => `[${list.join(',')}]`),
      );
    });
  }
}
