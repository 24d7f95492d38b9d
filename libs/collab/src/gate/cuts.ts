import type { Doc } from 'yjs';

/**
 * Most structs that are moved for one update. Each time it cuts a struct of the document in two, Yjs moves all that its
 * client wrote after that, about a nanosecond each. In a text one client wrote and others cut into 10,000 pieces, some
 * 8,000 places can be changed at once.
 */
const MOST_MOVED = 150_000_000;

/** What it costs to cut the structs of a document where an update comes in between, or deletes a part (CO-21). */
export class Cuts {
  private moved = 0;
  private readonly made = new Map<number, number>();
  private last: { readonly client: number; readonly after: number } | null = null;

  constructor(private readonly store: Doc['store']) {}

  /** A struct is cut after a clock. What is cut twice in a row is counted once. */
  add(client: number, after: number): void {
    if (this.last?.client === client && this.last.after === after) return;
    this.last = { client, after };
    const made = this.made.get(client) ?? 0;
    this.made.set(client, made + 1);
    this.moved += made + (this.store.clients.get(client)?.length ?? 0);
  }

  get areTooMany(): boolean {
    return this.moved > MOST_MOVED;
  }
}
