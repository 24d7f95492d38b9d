import type { DocumentModel } from '@enig/documents';
import { Busy } from '../core/errors';
import { DocumentThreads } from './document-threads';
import { MadeDocuments } from './made-documents';

const model = (title: string): DocumentModel => ({
  ...{ title, language: 'da', subtitle: '', foot: 'fod', margin: 'normal' },
  blocks: [{ kind: 'paragraph', runs: [{ text: 'Ordene.' }] }],
});

let threads: DocumentThreads;
let made: MadeDocuments;

beforeEach(() => {
  threads = new DocumentThreads();
  made = new MadeDocuments(threads);
});

afterEach(() => threads.close());

describe('files of what is heard', () => {
  it('are made once, also for two who ask at once', async () => {
    const [one, other] = await Promise.all([made.file('docx', model('A')), made.file('docx', model('A'))]);
    expect(other).toBe(one);
    await threads.close();
    expect(await made.file('docx', model('A'))).toBe(one);
  });

  it('are others in another format, and when anything in them is another', async () => {
    const [word, pdf, longer] = await Promise.all([
      made.file('docx', model('A')),
      made.file('pdf', model('A')),
      made.file('docx', model('AB')),
    ]);
    expect(Buffer.from(pdf.subarray(0, 5)).toString('latin1')).toBe('%PDF-');
    expect(longer).not.toBe(word);
  });

  it('are not queued for without end, and what was refused can be asked for again', async () => {
    const many = Array.from({ length: 30 }, (_, index) => made.file('docx', model(`${index}`)));
    const settled = await Promise.allSettled(many);
    const refused = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(refused).toHaveLength(6);
    for (const reason of refused) expect(reason).toBeInstanceOf(Busy);
    expect((await made.file('docx', model('29'))).length).toBeGreaterThan(0);
  });

  it('are not kept where the making failed', async () => {
    await expect(made.file('pdf', model(''))).rejects.toThrow();
    await expect(made.file('pdf', model(''))).rejects.toThrow();
  });
});
