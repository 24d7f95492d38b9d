import type { Response } from 'express';

/** Sends canonical bytes by their hash. Named by its content, it never changes; but who may read it can. */
export function sendBytes(response: Response, bytes: Uint8Array, hash: string): void {
  response.setHeader('Content-Type', 'application/json');
  response.setHeader('Content-Disposition', `inline; filename="${hash}.json"`);
  response.setHeader('Cache-Control', 'private, no-cache');
  response.setHeader('ETag', `"${hash}"`);
  response.send(Buffer.from(bytes));
}
