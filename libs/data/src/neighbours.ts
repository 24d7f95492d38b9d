/** The other nodes, by when they were heard last. */
export class Neighbours {
  private readonly heardAt = new Map<string, number>();

  /** @param silence  in ms: who has not been heard for so long is gone. */
  constructor(private readonly silence: number) {}

  get names(): readonly string[] {
    return [...this.heardAt.keys()];
  }

  /** A node has said something. @returns whether it is new. */
  heard(node: string, now: number): boolean {
    const isNew = !this.heardAt.has(node);
    this.heardAt.set(node, now);
    return isNew;
  }

  /** A node has gone. @returns whether it was known. */
  forget(node: string): boolean {
    return this.heardAt.delete(node);
  }

  /** Forgets those who have been silent for too long. @returns which. */
  takeSilent(now: number): readonly string[] {
    const silent = this.names.filter((node) => now - (this.heardAt.get(node) ?? 0) > this.silence);
    for (const node of silent) this.heardAt.delete(node);
    return silent;
  }
}
