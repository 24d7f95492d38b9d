import type { SessionCookie } from './cookies';
import type { Log } from './log';

/** What this installation is told from outside; made once at the start and given to whoever needs it. */
export class Installation {
  constructor(
    /** The address people use, without a slash at the end. */
    readonly publicUrl: string,
    readonly cookie: SessionCookie,
    /** Whether anybody may sign in as an invented person. */
    readonly demo: boolean,
    readonly log: Log,
  ) {}
}
