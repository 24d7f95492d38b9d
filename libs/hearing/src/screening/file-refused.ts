/** Why a file that is sent in is not taken (HE-45). */
export type FileRefusedCode =
  | 'HE-45-FILE-EMPTY'
  | 'HE-45-FILE-TOO-LARGE'
  | 'HE-45-FILE-KIND-UNKNOWN'
  | 'HE-45-FILE-NOT-AS-NAMED'
  | 'HE-45-FILE-OLD-WORD'
  | 'HE-45-FILE-ENCRYPTED'
  | 'HE-45-FILE-MACROS'
  | 'HE-45-FILE-DAMAGED'
  | 'HE-45-FILE-UNPACKS-TOO-LARGE'
  | 'HE-45-FILE-TOO-MANY-PARTS'
  | 'HE-45-FILE-TOO-HEAVY';

/** A file that is not taken, with why. */
export interface FileRefused {
  readonly code: FileRefusedCode;
}
