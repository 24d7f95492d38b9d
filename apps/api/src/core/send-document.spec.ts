import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express, { type Response as Sent } from 'express';
import { fileName, sendAttachment, sendFile } from './send-document';

async function fetched(send: (response: Sent) => void): Promise<Response> {
  const server = express()
    .get('/', (_request, response) => send(response))
    .listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/`);
  await response.arrayBuffer();
  server.close();
  return response;
}

const NAME = `Rådets "svar" (2) 'nyt'*.pdf`;
const bytes = Buffer.from('x');

describe('what a file is called when it is saved', () => {
  it('is one value of the header, whatever signs are in it', async () => {
    const file = { bytes, mediaType: 'application/octet-stream', name: NAME };
    const { headers } = await fetched((response) => sendAttachment(response, file));
    const [how, name = ''] = (headers.get('content-disposition') ?? '').split("; filename*=UTF-8''");
    expect(how).toBe('attachment');
    expect(name).toMatch(/^[\w.%~!-]+$/);
    expect(decodeURIComponent(name)).toBe(NAME);
    expect([headers.get('cache-control'), headers.get('content-type')]).toEqual([
      'private, no-store',
      'application/octet-stream',
    ]);
  });

  it('a PDF is shown and a Word file saved, under its title', async () => {
    const disposition = async (format: 'pdf' | 'docx') =>
      (await fetched((response) => sendFile(response, bytes, format, 'Notat: 1/2'))).headers.get('content-disposition');
    expect(await disposition('pdf')).toBe("inline; filename*=UTF-8''Notat%201%202.pdf");
    expect(await disposition('docx')).toBe("attachment; filename*=UTF-8''Notat%201%202.docx");
  });

  it('has no sign that some system cannot have, and is not too long', () => {
    expect(fileName('a\\b/c:d*e?f"g<h>i|j\u0000k  l', 'pdf')).toBe('a b c d e f g h i j k l.pdf');
    expect(fileName('x'.repeat(500), 'docx')).toHaveLength(125);
  });
});
