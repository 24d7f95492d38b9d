import { TooMany } from '../core/errors';

const MINUTE = 60_000;

/** How often each person may do something within a minute, on one node. */
export class PerMinute {
  private readonly done = new Map<string, readonly number[]>();

  /** @param now  milliseconds since any fixed moment. */
  constructor(
    private readonly most: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Counts one more of a person's. @throws TooMany for one that is too many; it does not count. */
  count(person: string): void {
    const since = this.now() - MINUTE;
    for (const [each, times] of this.done) if (times.every((at) => at <= since)) this.done.delete(each);
    const recent = (this.done.get(person) ?? []).filter((at) => at > since);
    if (recent.length >= this.most) throw new TooMany();
    this.done.set(person, [...recent, this.now()]);
  }
}
