import { ownServer, tendLeftBehind, type LeftBy } from '@enig/ui';

/** Sends what a person left in this browser, or sets it aside; a module of its own, fetched when the page is drawn. */
export function tend(person: string, writable: LeftBy['writable']): Promise<void> {
  return tendLeftBehind({ person, url: ownServer(), writable });
}
