import type { TextRights } from './text-store';

/** What is watched, and who hears of it. */
export interface RightsWatch {
  readonly rights: Pick<TextRights, 'stamp'>;
  /** How often it is looked at, in ms. */
  readonly every: number;
  /** Somebody's rights have changed since it was looked at last, told or not. */
  readonly changed: () => void;
  /** It could not be looked at; the next time it is tried again. */
  readonly trouble: (error: unknown) => void;
}

/**
 * Watches the stamp of everybody's rights, so that a change of which the notice was lost is found (CO-11).
 *
 * @returns how to stop.
 */
export function watchRights({ rights, every, changed, trouble }: RightsWatch): () => void {
  let known: string | null = null;
  let isLooking = false;
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    try {
      const stamp = await rights.stamp();
      if (known !== null && stamp !== known) changed();
      known = stamp;
    } catch (error) {
      trouble(error);
    } finally {
      isLooking = false;
    }
  };
  const timer = setInterval(() => void look(), every);
  void look();
  return () => clearInterval(timer);
}
