import type { ResponseId } from '@enig/kernel';

/** In ms: how much the clock of this process and the database's may differ in what they call the same moment. */
const ROUNDING = 2;

/** What one press was answered. */
export interface Pressed {
  readonly from: number;
  readonly to: number;
  readonly reference: string | null;
  readonly late: boolean | null;
  readonly wrong: string | null;
}

/** What is stored of one sending, with the deadline there was when it came, and how many letters say that it did. */
export interface Sent {
  readonly response: ResponseId;
  readonly reference: string;
  readonly late: boolean;
  readonly at: Date;
  readonly due: Date;
  readonly extended_at: Date | null;
  readonly receipts: number;
  readonly members: number;
}

/** Every sending of a round, as {@link Sent}. */
export const SENT = `
  SELECT s.response, s.reference, s.late, s.submitted_at AS at, h.due_at AS due, x.at AS extended_at,
    (SELECT count(DISTINCT l.person)::int FROM letter l
     WHERE l.kind = 'receipt' AND l.facts ->> 'submission' = s.id::text) AS receipts,
    (SELECT count(*)::int FROM letter l WHERE l.kind = 'receipt' AND l.facts ->> 'submission' = s.id::text) AS members
  FROM submission s JOIN response r ON r.id = s.response JOIN hearing_round h ON h.id = r.round
  LEFT JOIN round_extension x ON x.round = h.id
  WHERE r.round = $1`;

/** HE-7, HE-8 and HE-14 of one council: one submission, late exactly if it came at or after the deadline there was. */
export function faultsOf(sent: readonly Sent[], pressed: readonly Pressed[]): string[] {
  const [only] = sent;
  if (!only || sent.length > 1) return [`${sent.length} submissions`];
  const at = only.at.getTime();
  const refused = pressed.flatMap(({ wrong }) => (wrong === null ? [] : [wrong]));
  const others = pressed.filter(({ wrong, reference, late }) => {
    return wrong === null && (reference !== only.reference || late !== only.late);
  });
  const within = pressed.some(({ from, to }) => from - ROUNDING <= at && at <= to + ROUNDING);
  return [
    ...refused.map((code) => `refused with ${code}`),
    ...others.map(({ reference }) => `somebody got ${reference ?? 'nothing'} instead of ${only.reference}`),
    ...(isLate(only).includes(only.late) ? [] : [`${only.late ? 'late' : 'on time'} at ${only.at.toISOString()}`]),
    ...(within ? [] : [`stored as of ${only.at.toISOString()}, when nobody was sending it`]),
    ...(only.receipts === only.members && only.receipts > 0 ? [] : [`${only.members} letters to ${only.receipts}`]),
  ];
}

/** What it may be marked: both only where it and an extension have the very same millisecond. */
function isLate({ at, due, extended_at: extended }: Sent): readonly boolean[] {
  const first = at >= due;
  if (!first || extended === null || at < extended) return [first];
  return at.getTime() === extended.getTime() ? [true, false] : [false];
}
