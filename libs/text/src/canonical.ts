import { canonicalBytes, canonicalHash, type Sha256 } from '@enig/kernel';
import type { TextJson } from './json';

/** The bytes of a text (RFC 8785, no newline): what is stored, exported and hashed. */
export function textBytes(json: TextJson): Uint8Array {
  return canonicalBytes(json);
}

/** The SHA-256 of a text's bytes; `sha256sum` on the exported file gives the same. */
export function textHash(json: TextJson): Sha256 {
  return canonicalHash(json);
}
