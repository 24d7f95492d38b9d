import type { Identity } from '@enig/collab';

/** Whose sessions tokens stand for; those of nobody are left out. */
export type Ask = (tokens: readonly string[]) => Promise<ReadonlyMap<string, Identity>>;

interface Visitor {
  readonly token: string;
  readonly admit: (who: Identity | null) => void;
  readonly fail: (error: unknown) => void;
}

/** Finds out who comes, many in one question: when a node has started, everybody comes at once. */
export class Door {
  private visitors: Visitor[] = [];
  private isAsking = false;

  constructor(private readonly ask: Ask) {}

  /** Who a token stands for; null for nobody. */
  identify(token: string): Promise<Identity | null> {
    return new Promise((admit, fail) => {
      this.visitors.push({ token, admit, fail });
      if (!this.isAsking) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.isAsking = true;
    while (this.visitors.length > 0) {
      await new Promise((turn) => setImmediate(turn)); // lets those who come at the same time go along
      const together = this.visitors;
      this.visitors = [];
      await this.answer(together);
    }
    this.isAsking = false;
  }

  private async answer(together: readonly Visitor[]): Promise<void> {
    try {
      const known = await this.ask([...new Set(together.map(({ token }) => token))]);
      for (const { token, admit } of together) admit(known.get(token) ?? null);
    } catch (error) {
      for (const { fail } of together) fail(error);
    }
  }
}
