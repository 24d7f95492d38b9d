import type { BodyKey, DemoPerson, DemoSeat, SeatKind } from './content';

/** One seat of a demo person. */
export const seat = (body: BodyKey, kind: SeatKind): DemoSeat => ({ body, kind });

/** A demo person with an address made of the persona. */
export const person = (persona: string, name: string, ...seats: readonly DemoSeat[]): DemoPerson => ({
  persona,
  name,
  // .invalid is reserved (RFC 2606): no mail to a demo person can ever reach anybody.
  email: `${persona}@demo.invalid`,
  seats,
});
