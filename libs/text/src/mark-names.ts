import { encodeAny, toBase64 } from 'lib0/buffer';
import { digest } from 'lib0/hash/sha256';
import type { ProseMark } from './json';

/*
 * How the editor's binding (y-tiptap 3.0.9) names marks in a Y.XmlText: by the mark's name; a mark that may stand twice
 * on the same text has a short hash of itself after it, `comment--AbCdEfGh`.
 */

const HASHED = /^(.*)--[a-zA-Z0-9+/=]{8}$/;
const HASH_LENGTH = 6;

/** The name a mark is written under in a Y.XmlText. `attrs` must be all attributes of the mark, defaults included. */
export function attributeNameOf(mark: ProseMark, overlaps: boolean): string {
  if (!overlaps) return mark.type;
  const { type, attrs = {} } = mark;
  return `${type}--${shortHash(Object.keys(attrs).length > 0 ? { type, attrs } : { type })}`;
}

/** The mark that is meant by a name in a Y.XmlText. */
export function markTypeOf(attributeName: string): string {
  return HASHED.exec(attributeName)?.[1] ?? attributeName;
}

/** SHA-256 folded to six bytes by exclusive or, in base 64. */
function shortHash(value: object): string {
  const bytes = digest(encodeAny(value));
  const folded = bytes.slice(0, HASH_LENGTH);
  bytes.subarray(HASH_LENGTH).forEach((byte, index) => {
    folded[index % HASH_LENGTH] = (folded[index % HASH_LENGTH] ?? 0) ^ byte;
  });
  return toBase64(folded);
}
