import type { PersonId, TextId } from '@enig/kernel';
import type { Ports, PresenceEntry } from '../ports';
import { Presence, type PresenceChange } from './presence';
import type { Session } from '../rooms/session';

/** Shortest time in ms between two messages about presence to one client (CO-24). */
const EVERY = 60;
/** How long in ms a change waits for a commit to go along with: whoever types moves their caret too. */
const COMPANY = 20;

/** Who is in a text, told at a measured pace: to those who are here by {@link Crowd.changes}, to other nodes by the bus. */
export class Crowd {
  private readonly presence: Presence<Session>;
  private toldAt = 0;
  private cancel: (() => void) | null = null;
  /** Who has asked and is to be told together with the others who have; null when nobody has. */
  private asking: Set<Session> | null = null;

  /** @param due  is called when changes have waited long enough. */
  constructor(
    private readonly text: TextId,
    private readonly ports: Pick<Ports, 'bus' | 'now' | 'after'>,
    private readonly due: () => void,
  ) {
    this.presence = new Presence(ports.now);
  }

  /** @throws Malformed */
  receive(session: Session, bytes: Uint8Array): void {
    const isNewcomer = this.presence.receive(session, bytes);
    if (isNewcomer) this.show(session);
    this.wait();
  }

  /** Tells one client who is here. */
  show(session: Session): void {
    const message = this.presence.show(session);
    if (message) session.post(message);
  }

  /** A client asks who is here. It is told together with all who ask, so that asking again costs nothing. */
  asked(session: Session): void {
    if (this.asking) return void this.asking.add(session);
    this.asking = new Set([session]);
    this.ports.after(EVERY, () => {
      const asking = this.asking ?? [];
      this.asking = null;
      for (const each of asking) this.show(each);
    });
  }

  leave(session: Session): void {
    this.asking?.delete(session);
    this.presence.leave(session);
    this.wait();
  }

  /** What another node says; when it says nothing, it asks. */
  hear(node: string, entries: readonly PresenceEntry[]): void {
    if (entries.length === 0) this.sayAll();
    this.presence.hear(node, entries);
    this.wait();
  }

  gone(node: string): void {
    this.presence.gone(node);
    this.wait();
  }

  /** Tells the other nodes again who is on this one. */
  sayAll(): void {
    const own = this.presence.own();
    if (own.length > 0) this.ports.bus.presence(this.text, own);
  }

  writersElsewhere(): PersonId[] {
    return this.presence.writersElsewhere();
  }

  /** What is to be told now; null when there is nothing, or when it is too early. */
  changes(): PresenceChange<Session> | null {
    const now = this.ports.now();
    if (now - this.toldAt < EVERY) this.wait();
    if (now - this.toldAt < EVERY || !this.presence.isChanged) return null;
    this.toldAt = now;
    this.end();
    return this.presence.changes();
  }

  private wait(): void {
    if (this.cancel || !this.presence.isChanged) return;
    const left = Math.max(0, this.toldAt + EVERY - this.ports.now());
    this.cancel = this.ports.after(left + COMPANY, () => {
      this.cancel = null;
      this.due();
    });
  }

  /** Tells the other nodes what they have not been told; here, nothing is told until something changes. */
  end(): void {
    this.cancel?.();
    this.cancel = null;
    const untold = this.presence.untoldEntries();
    if (untold.length > 0) this.ports.bus.presence(this.text, untold);
  }
}
