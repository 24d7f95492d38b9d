/** A sign no agreement uses, in UTF-8, and so many digits to the base of 36 after it. */
const SIGN = '¤';
const SIGN_BYTES = Buffer.from(SIGN);
const DIGITS = 4;

/** How many edits one run can tell apart. */
export const MAX_TAGS = 36 ** DIGITS;

/** The words of edit number `tag`: whoever finds them in a stream of bytes knows that this edit has arrived. */
export function tagOf(tag: number): string {
  return SIGN + tag.toString(36).padStart(DIGITS, '0');
}

/** Finds every tag that stands whole between two places of a buffer. */
export function findTags(bytes: Buffer, from: number, to: number, found: (tag: number) => void): void {
  for (let at = bytes.indexOf(SIGN_BYTES, from); at !== -1; at = bytes.indexOf(SIGN_BYTES, at + 1)) {
    const end = at + SIGN_BYTES.length + DIGITS;
    if (end > to) return;
    const tag = readTag(bytes, at + SIGN_BYTES.length, end);
    if (tag !== null) found(tag);
  }
}

function readTag(bytes: Buffer, from: number, to: number): number | null {
  let tag = 0;
  for (let at = from; at < to; at += 1) {
    const digit = valueOf(bytes[at] ?? 0);
    if (digit === null) return null;
    tag = tag * 36 + digit;
  }
  return tag;
}

/** 0–9 and a–z, as {@link Number.toString} writes them. */
function valueOf(byte: number): number | null {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  return byte >= 0x61 && byte <= 0x7a ? byte - 0x61 + 10 : null;
}
