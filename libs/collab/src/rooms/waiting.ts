import type { Offer } from './entry';

/** Most offers of one connection that wait, and their bytes: a message is at most 1 MiB, and a keystroke some 30 bytes. */
const MOST = { offers: 1_000, bytes: 2_097_152 } as const;

/** Offers of one connection that cannot be judged yet, in the order they came. */
export class Waiting {
  private offers: Offer[] = [];
  private bytes = 0;

  get size(): number {
    return this.offers.length;
  }

  /** @returns false, and takes nothing, where too much would wait. */
  add(offer: Offer): boolean {
    const bytes = this.bytes + offer.update.length;
    if (this.offers.length >= MOST.offers || bytes > MOST.bytes) return false;
    this.offers.push(offer);
    this.bytes = bytes;
    return true;
  }

  /** Puts those before the others that came first; what has been taken once is not too much now. */
  putBack(offers: readonly Offer[]): void {
    this.offers = [...offers, ...this.offers];
    for (const { update } of offers) this.bytes += update.length;
  }

  /** All of them; none waits any more. */
  takeAll(): readonly Offer[] {
    const offers = this.offers;
    this.offers = [];
    this.bytes = 0;
    return offers;
  }
}
