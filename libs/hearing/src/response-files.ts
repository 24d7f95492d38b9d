import { err, ok, type Result } from '@enig/kernel';

declare const responseFileId: unique symbol;
/** One document put with a response (UUID). da: dokument i et høringssvar */
export type ResponseFileId = string & { readonly [responseFileId]: true };

/** Most documents in one response: enough for one with each focus area, few enough to be read. */
export const MAX_RESPONSE_FILES = 20;

/** Largest file in bytes that is taken in: a document of a response, a file of what is heard, an annex. */
export const MAX_FILE_SIZE = 10 * 1024 * 1024;

/** Names of files that can be a document of a response end in one of these. */
export const RESPONSE_FILE_ENDINGS: readonly string[] = ['.pdf', '.docx'];

/** The response is not written in now: it has been sent, or its round is closed (HE-35). */
export type ResponseLocked = { readonly code: 'HE-35-RESPONSE-LOCKED' };

/** Why a document is not put with a response. */
export type AddFileRefused = ResponseLocked | { readonly code: 'HE-36-TOO-MANY-FILES'; readonly most: number };

/** Whether a document may be taken out of a response: only while it is written in (HE-35). */
export function removeFile(isOpen: boolean): Result<null, ResponseLocked> {
  return isOpen ? ok(null) : err({ code: 'HE-35-RESPONSE-LOCKED' });
}

/** Whether one more document may be put with a response: while it is written in (HE-35), and not too many (HE-36). */
export function addFile(isOpen: boolean, present: number): Result<null, AddFileRefused> {
  if (!isOpen) return err({ code: 'HE-35-RESPONSE-LOCKED' });
  return present < MAX_RESPONSE_FILES ? ok(null) : err({ code: 'HE-36-TOO-MANY-FILES', most: MAX_RESPONSE_FILES });
}
