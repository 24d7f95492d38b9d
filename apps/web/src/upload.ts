import { SIGNED_OUT } from './client';

/** How a file came to the server: with what it answered, or why it has not kept it: its own words where it answered. */
export type Sent =
  | { readonly ok: true; readonly answer: unknown }
  | {
      readonly ok: false;
      /** Nothing where the server was not reached, or the sending was stopped. */
      readonly reason: string | undefined;
    };

/** A file the server has kept, or why it has not. */
export type Uploaded =
  | {
      readonly ok: true;
      readonly sha256: string;
      /** What the server says of it all the same; nothing where there is nothing to say. */
      readonly note?: string | undefined;
    }
  | { readonly ok: false; readonly reason: string | undefined };

/** What somebody who waits for a file to be sent can see and do. */
export interface Waiting {
  /** Told how many bytes have left, as they do. */
  readonly progress?: (bytes: number) => void;
  /** Stops it. */
  readonly signal?: AbortSignal;
}

/** Sends the bytes of a file as they are. */
export async function uploaded(file: File): Promise<Uploaded> {
  return uploadedTo(`/files?name=${encodeURIComponent(file.name)}`, file);
}

/** The same to an address that says what the file is for. */
export async function uploadedTo(address: string, file: File, waiting: Waiting = {}): Promise<Uploaded> {
  const sent = await sentTo(address, file, waiting);
  if (!sent.ok) return sent;
  const sha256 = textIn(sent.answer, 'sha256');
  return sha256 === undefined
    ? { ok: false, reason: undefined }
    : { ok: true, sha256, note: textIn(sent.answer, 'note') };
}

/** Sends the bytes of a file. Not by `fetch`: it cannot say how far it has come. */
export function sentTo(address: string, file: File, { progress, signal }: Waiting = {}): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    request.open('POST', address);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded }) => progress?.(loaded));
    request.addEventListener('loadend', () => {
      signal?.removeEventListener('abort', stop);
      resolve(answered(request));
    });
    if (signal?.aborted) return resolve({ ok: false, reason: undefined });
    signal?.addEventListener('abort', stop);
    request.send(file);
  });
}

/** No connection and a stop have status 0; somebody between may not speak JSON. */
function answered({ status, responseText }: XMLHttpRequest): Sent {
  const answer = readJson(responseText);
  if (status === 401) window.dispatchEvent(new Event(SIGNED_OUT));
  return status >= 200 && status < 300 ? { ok: true, answer } : { ok: false, reason: textIn(answer, 'message') };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function textIn(answer: unknown, name: string): string | undefined {
  const value: unknown =
    typeof answer === 'object' && answer !== null ? Object.getOwnPropertyDescriptor(answer, name)?.value : undefined;
  return typeof value === 'string' ? value : undefined;
}
