import type { Parcel } from '../ports';
import type { PresenceChange } from '../presence/presence';
import type { Session } from './session';

/** A committed update in a message, and who it came from; null for another node. */
export interface Frame {
  readonly message: Uint8Array;
  readonly from: Session | null;
}

/**
 * Passes on what is committed and who has moved, in one write per connection. All get the same parcel, so that it is
 * framed once; only who sent something of it, or is told of in it, gets one of their own.
 */
export function fanOut(
  sessions: Iterable<Session>,
  frames: readonly Frame[],
  change: PresenceChange<Session> | null,
): void {
  const senders = new Set(frames.map(({ from }) => from));
  const common = parcelOf(frames, change?.message ?? null);
  for (const session of sessions) {
    const isConcerned = change?.concerns(session) ?? false;
    if (!isConcerned && !senders.has(session)) {
      session.deliver(common);
      continue;
    }
    const others = frames.filter(({ from }) => from !== session);
    const presence = isConcerned ? change?.messageFor(session) : change?.message;
    session.deliver(parcelOf(others, presence ?? null));
  }
}

function parcelOf(frames: readonly Frame[], presence: Uint8Array | null): Parcel {
  const messages = frames.map(({ message }) => message);
  return presence ? [...messages, presence] : messages;
}
