/**
 * The most there is room for in what people type into forms: characters in UTF-16 units, without the space around. The
 * fields say so while somebody writes, and the server refuses what is longer.
 */
export const LONGEST = {
  /** A title, or the number of an item. */
  line: 300,
  /** A reason, a wording or an answer. */
  text: 5_000,
  /** The name of a person or a body. */
  name: 120,
} as const;
