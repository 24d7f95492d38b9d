/** What was met that a text of this kind cannot hold. */
export type UnknownContentCode =
  'TE-ROOT' | 'TE-FIELD' | 'TE-ID' | 'TE-NODE' | 'TE-MARK' | 'TE-ATTRIBUTE' | 'TE-STRUCTURE' | 'TE-DEPTH';

/**
 * A document holds something the schema does not know. It is thrown rather than left out: a word that was accepted
 * must be in the text or be shown to be missing. The message names the place in the schema, never what was written.
 */
export class UnknownContent extends Error {
  override readonly name = 'UnknownContent';

  constructor(
    /** What kind of thing is unknown. */
    readonly code: UnknownContentCode,
    /** Its name, as `heading.level` or `table > heading`; at most 100 characters. */
    readonly what: string,
  ) {
    super(`${code}: ${what.slice(0, 100)}`);
  }
}
