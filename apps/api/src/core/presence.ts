import { Injectable } from '@nestjs/common';
import type { TextId } from '@enig/kernel';

/** How many are writing in a text on this node now; the rooms say so once they run here. */
@Injectable()
export class Presence {
  private count: (text: TextId) => number = () => 0;

  /** The rooms of this process answer from now on. */
  answeredBy(count: (text: TextId) => number): void {
    this.count = count;
  }

  /** Nobody, where this process has no rooms. */
  writersIn(text: TextId): number {
    return this.count(text);
  }
}
