import type { DocumentModel } from '@enig/documents';
import { DocumentThreads } from './document-threads';

let threads: DocumentThreads;

beforeAll(() => {
  threads = new DocumentThreads();
});

afterAll(() => threads.close());

const model: DocumentModel = {
  ...{ title: 'Rammeaftale', language: 'da', subtitle: '', foot: 'Version 1', margin: 'normal' },
  blocks: [{ kind: 'paragraph', runs: [{ text: 'Ord' }] }],
};

describe('documents made in a worker thread', () => {
  it('a PDF and a Word file', async () => {
    const [pdf, word] = await Promise.all([threads.make('pdf', model), threads.make('docx', model)]);
    expect(Buffer.from(pdf).subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(Buffer.from(word).subarray(0, 2).toString('latin1')).toBe('PK');
  });

  it('and tell when all is set and only to be written, once', async () => {
    for (const format of ['pdf', 'docx'] as const) {
      const told: string[] = [];
      await threads.make(format, model, () => told.push('set'));
      expect(told).toEqual(['set']);
    }
  });

  it('nothing of what is refused, and then the next', async () => {
    await expect(threads.make('pdf', { ...model, title: '' })).rejects.toThrow('DOC-1-TITLE-MISSING');
    expect((await threads.make('docx', model)).length).toBeGreaterThan(1_000);
  });
});
