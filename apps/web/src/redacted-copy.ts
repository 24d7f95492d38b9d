import { sentTo, type Sent } from './upload';

/** Which file of which answer a copy stands for, and why it does. */
export interface CopyOf {
  readonly submission: string;
  readonly sha256: string;
  readonly reason: string;
}

/** Sends a redacted copy that is published in the place of a file. */
export function redactedCopySent({ submission, sha256, reason }: CopyOf, file: File): Promise<Sent> {
  const asked = new URLSearchParams({ name: file.name, reason });
  return sentTo(`/redacted-copies/${submission}/${sha256}?${asked}`, file);
}
