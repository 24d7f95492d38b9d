import { closeCodes, type Access, type Rights } from '../ports';
import type { Session } from './session';

/** Most sessions asked about in one go, so that working out the answers never holds up those who write. */
const MAX_AT_ONCE = 100;

/**
 * Keeps what sessions may do in step with the facts. Many sessions are asked about together, and one that is asked
 * about while an answer is on its way is asked about again, so that no change falls between the two (CO-11).
 */
export class RightsKeeper {
  private readonly wanted = new Set<Session>();
  private running: Promise<void> | null = null;

  constructor(
    private readonly rights: Rights,
    private readonly decided: (session: Session, access: Access) => void,
    private readonly trouble: (error: unknown) => void,
  ) {}

  /** The session's rights are to be looked up anew. */
  consider(session: Session): void {
    this.wanted.add(session);
    this.running ??= this.run();
  }

  private async run(): Promise<void> {
    await Promise.resolve(); // lets what is called in the same turn go along
    while (this.wanted.size > 0) {
      const sessions = [...this.wanted].slice(0, MAX_AT_ONCE);
      for (const session of sessions) this.wanted.delete(session);
      await this.decide(sessions.filter((session) => session.isOpen));
    }
    this.running = null;
  }

  /** Nobody goes on with rights that could not be looked up. */
  private async decide(sessions: readonly Session[]): Promise<void> {
    const asked = sessions.map(({ who, text }) => ({ who, text }));
    const answers = await this.rights.of(asked).catch((error: unknown) => {
      this.trouble(error);
      return null;
    });
    sessions.forEach((session, index) => {
      const access = answers?.[index];
      if (!session.isOpen) return;
      if (access) this.decided(session, access);
      else session.close(closeCodes.tryAgain, 'Rights could not be looked up');
    });
  }
}
