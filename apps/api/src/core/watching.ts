import { NotAllowed } from '@enig/access';
import type { Told } from '@enig/data';
import { Injectable } from '@nestjs/common';
import { Changes } from './changes';
import { NotFound, SignedOut } from './errors';
import type { RequestContext } from './request-context';
import type { AppViewer } from './viewer';

/** Shortest time in ms between two events of one subscription: a text is committed many times a second. */
const PAUSE = 250;

/** Which changes a subscription is about, and the field it answers in. */
export interface Watch {
  readonly field: string;
  readonly concerns: (told: Told) => boolean;
}

/**
 * Subscriptions. The right is asked for when one begins, by reading what it is about, and again for each event, by who
 * the viewer is then; whoever has lost it hears no more.
 */
@Injectable()
export class Watching {
  constructor(private readonly changes: Changes) {}

  /**
   * One answer per change that concerns it.
   *
   * @throws SignedOut · NotAllowed · NotFound at the start, as a query would.
   */
  async each<Value>(
    asking: RequestContext,
    { field, concerns }: Watch,
    read: (viewer: AppViewer) => Promise<Value>,
  ): Promise<AsyncIterableIterator<Record<string, Value>>> {
    if (!asking.viewer) throw new SignedOut();
    const changes = this.changes.of(concerns);
    try {
      await read(asking.viewer);
    } catch (error) {
      await changes.return();
      throw error;
    }
    const next = async (): Promise<IteratorResult<Record<string, Value>>> => {
      const change = await changes.next();
      const value = change.done ? null : await this.now(asking, read);
      if (value !== null) return { done: false, value: { [field]: value.read } };
      await changes.return();
      return { done: true, value: undefined };
    };
    let last: Promise<unknown> = Promise.resolve();
    const events: AsyncIterableIterator<Record<string, Value>> = {
      next: (): Promise<IteratorResult<Record<string, Value>>> => {
        const answer = last.then(next);
        last = answer.then(pause, pause);
        return answer;
      },
      return: async () => {
        await changes.return();
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]() {
        return events;
      },
    };
    return events;
  }

  /** What it is now, for who the viewer is now; null when it is no longer theirs to see. */
  private async now<Value>(
    asking: RequestContext,
    read: (viewer: AppViewer) => Promise<Value>,
  ): Promise<{ read: Value } | null> {
    const viewer = await asking.renew();
    if (!viewer) return null;
    try {
      return { read: await read(viewer) };
    } catch (error) {
      if (error instanceof NotAllowed || error instanceof NotFound) return null;
      throw error;
    }
  }
}

function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done, PAUSE).unref());
}
