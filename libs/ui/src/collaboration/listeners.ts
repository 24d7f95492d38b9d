/** Those who want to hear of something, as long as they do. */
export class Listeners<Heard extends readonly unknown[]> {
  private readonly all = new Set<(...heard: Heard) => void>();

  /** @returns how to stop. */
  readonly add = (listener: (...heard: Heard) => void): (() => void) => {
    this.all.add(listener);
    return () => this.all.delete(listener);
  };

  tell(...heard: Heard): void {
    for (const listener of [...this.all]) listener(...heard);
  }

  clear(): void {
    this.all.clear();
  }
}
