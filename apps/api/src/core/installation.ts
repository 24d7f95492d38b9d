import type { SessionCookie } from './cookies';
import type { Log } from './log';

/** What this installation is told from outside; made once at the start and given to whoever needs it. */
export class Installation {
  constructor(
    private address: string,
    readonly cookie: SessionCookie,
    /** Whether anybody may sign in as an invented person. */
    readonly demo: boolean,
    readonly log: Log,
    /** Whom people call or write to when they are stuck, as they read it; null where nobody has said. */
    readonly contact: string | null,
  ) {}

  /** The address people use, without a slash at the end. */
  get publicUrl(): string {
    return this.address;
  }

  /** Says which port was found, where any that was free would do. */
  foundPort(port: number): void {
    const found = new URL(this.address);
    found.port = String(port);
    this.address = found.origin;
  }
}
