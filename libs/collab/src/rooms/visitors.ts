import type { PersonId } from '@enig/kernel';
import type { Session } from './session';

/** Most connections of one person to one node: far more than there are texts somebody has open (CO-23). */
const MOST = 256;

/** Everybody's connections to this node. */
export class Visitors {
  private readonly sessions = new Set<Session>();
  private readonly byPerson = new Map<PersonId, Set<Session>>();

  /** In the order they came. */
  get all(): ReadonlySet<Session> {
    return this.sessions;
  }

  /**
   * @returns the person's oldest connection where this is one too many, for it is most often one that nobody is at the
   *   other end of any more; null otherwise.
   */
  add(session: Session): Session | null {
    this.sessions.add(session);
    const own = this.byPerson.get(session.person) ?? new Set();
    this.byPerson.set(session.person, own);
    own.add(session);
    const [oldest = null] = own;
    return own.size > MOST ? oldest : null;
  }

  delete(session: Session): void {
    this.sessions.delete(session);
    const own = this.byPerson.get(session.person);
    own?.delete(session);
    if (own?.size === 0) this.byPerson.delete(session.person);
  }
}
