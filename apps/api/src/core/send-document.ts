import type { Response } from 'express';
import type { FileFormat } from '../threads/document-jobs';

/** The media types of the files that are made. */
export const MEDIA: Readonly<Record<FileFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Bytes with what they are, and what they are called when they are saved, with the ending. */
export interface SavedFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly name: string;
}

/** How long a browser may keep what it fetched: not at all, or as long as it asks each time whether it still may. */
export type Keeping = 'private, no-store' | 'private, no-cache' | 'no-cache';

/** Sends a page. Who may read it can change, and machines are shared, so nobody keeps it. */
export function sendPage(response: Response, page: string): void {
  response.setHeader('Cache-Control', 'private, no-store');
  response.type('html').send(page);
}

/** Sends a file: a PDF is shown by the browser, a Word file is saved. @param title  what it is called, without an ending. */
export function sendFile(response: Response, bytes: Uint8Array, format: FileFormat, title: string): void {
  const how = format === 'pdf' ? 'inline' : 'attachment';
  const file = { bytes, mediaType: MEDIA[format], name: fileName(title, format) };
  sendAs(response, how, file, 'private, no-store');
}

/** Sends a file as something to save, never to be opened in a page. */
export function sendAttachment(response: Response, file: SavedFile, keeping: Keeping = 'private, no-store'): void {
  sendAs(response, 'attachment', file, keeping);
}

/** What a zip file is. */
export const ZIP = 'application/zip';

/** What a file of this title can be called everywhere, with its ending. */
export function fileName(title: string, format: FileFormat | 'zip'): string {
  const cleaned = title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').replace(/\s+/gu, ' ');
  return `${cleaned.trim().slice(0, 120).trim()}.${format}`;
}

function sendAs(response: Response, how: 'inline' | 'attachment', file: SavedFile, keeping: Keeping): void {
  const { bytes, mediaType, name } = file;
  response.setHeader('Content-Type', mediaType);
  response.setHeader('Content-Disposition', `${how}; filename*=UTF-8''${headerValue(name)}`);
  response.setHeader('Cache-Control', keeping);
  response.send(Buffer.from(bytes));
}

/** By RFC 8187; what `encodeURIComponent` leaves and a header's value must not have is escaped too. */
function headerValue(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
