import { sha256 as digest } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import canonicalize from 'canonicalize';
import { brandId, type Sha256 } from './ids';

/** What JSON can hold. `undefined`, functions, `NaN` and infinities cannot, so nothing is lost on the way to bytes. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** JSON writes half a surrogate pair as an escape, and nothing else in this range; `\\ud800` is a backslash and letters. */
const HALF_A_PAIR = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;

/**
 * The canonical bytes of a JSON value: RFC 8785 (keys sorted, no white space, UTF-8), without a newline at the end.
 * Two values with the same meaning have the same bytes, so `sha256sum` on the exported file gives the hash we show.
 *
 * @throws RangeError when the value cannot be written as JSON, or holds half a surrogate pair.
 */
export function canonicalBytes(value: Json): Uint8Array {
  const text = canonicalize(value);
  if (text === undefined) throw new RangeError('The value cannot be written as JSON');
  if (HALF_A_PAIR.test(text)) throw new RangeError('The value holds half a surrogate pair');
  return new TextEncoder().encode(text);
}

/** SHA-256 of bytes. A string is refused by type: say how it becomes bytes first. */
export function sha256(bytes: Uint8Array): Sha256 {
  return brandId<Sha256>(bytesToHex(digest(bytes)));
}

/** SHA-256 of the canonical bytes of a JSON value. */
export function canonicalHash(value: Json): Sha256 {
  return sha256(canonicalBytes(value));
}
