import type { Response } from 'express';
import type { Readable } from 'node:stream';
import { TooLarge } from './errors';

/**
 * Sends canonical bytes by their hash. Named by its content, it never changes; but who may read it can.
 *
 * @param keep  whether a browser may keep them to ask whether it still may; not what a council has sent.
 */
export function sendBytes(response: Response, bytes: Uint8Array, hash: string, keep = true): void {
  response.setHeader('Content-Type', 'application/json');
  response.setHeader('Content-Disposition', `inline; filename="${hash}.json"`);
  response.setHeader('Cache-Control', keep ? 'private, no-cache' : 'private, no-store');
  response.setHeader('ETag', `"${hash}"`);
  response.send(Buffer.from(bytes));
}

/** Everything that comes in. @throws TooLarge as soon as there is too much, whatever the length was said to be. */
export async function readBytes(body: Readable, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > most) throw new TooLarge();
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
