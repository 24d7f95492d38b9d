/** A digit of a text, whatever alphabet it is written in, and where it stands. */
export interface FoundDigit {
  readonly value: number;
  /** Offsets in UTF-16 units, as in `text.slice(start, end)`. */
  readonly start: number;
  readonly end: number;
  /** What stands between the digit before and this one, without signs that nobody sees; empty for the first. */
  readonly gap: string;
}

/** Signs that take no room: soft hyphens, joiners, byte order marks. Whoever reads the number never sees them. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/u;

/** The zeros of the digits that are not ASCII, full-width or mathematical but may come out of a phone or a scan. */
const OTHER_ZEROS = [0x0660, 0x06f0, 0x0966];

/** Longest gap that is kept; a longer one separates whatever stands around it. */
const MAX_GAP = 24;

/** Every digit of a text in order. Full-width, raised, circled and mathematical digits count as what they look like. */
export function digitsOf(text: string): FoundDigit[] {
  const found: FoundDigit[] = [];
  let gap = '';
  let at = 0;
  for (const sign of text) {
    const start = at;
    at += sign.length;
    if (UNSEEN.test(sign)) continue;
    const value = digitValue(sign);
    if (value !== null) {
      found.push({ value, start, end: at, gap });
      gap = '';
    } else if (gap.length <= MAX_GAP) gap += sign;
  }
  return found;
}

function digitValue(sign: string): number | null {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80) return code >= 0x30 && code <= 0x39 ? code - 0x30 : null;
  const zero = OTHER_ZEROS.find((each) => code >= each && code <= each + 9);
  if (zero !== undefined) return code - zero;
  const plain = sign.normalize('NFKC');
  return /^[0-9]$/.test(plain) ? Number(plain) : null;
}
