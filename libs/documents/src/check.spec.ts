import { checkDocument } from './check';
import type { Block, DocumentModel } from './model';
import { toHtml } from './html';
import { toPdf } from './pdf';
import { everyBlock } from './test-documents';
import { toWord } from './word';

function codeOf(changed: Partial<DocumentModel>): string {
  const checked = checkDocument(everyBlock(changed));
  return checked.ok ? 'ok' : checked.error.code;
}

const heading = (level: 2 | 3 | 4 | 5, text = 'Overskrift'): Block => ({ kind: 'heading', level, runs: [{ text }] });
const table = (changed: Partial<Block & { kind: 'table' }>): Block => {
  return { kind: 'table', caption: 'Tal', head: ['A', 'B'], rows: [[[], []]], ...changed };
};

describe('what everybody must be able to read', () => {
  it('a document with every kind of block in it passes', () => {
    expect(codeOf({})).toBe('ok');
  });

  it('DOC-1 has a title', () => {
    expect(codeOf({ title: ' \n' })).toBe('DOC-1-TITLE-MISSING');
  });

  it.each(['', 'dansk', 'DA', 'da_DK', 'da-DK"'])('DOC-2 says its language: not %j', (language) => {
    expect(codeOf({ language })).toBe('DOC-2-LANGUAGE-UNKNOWN');
    expect(codeOf({ language: 'da-DK' })).toBe('ok');
  });

  it('DOC-3 skips no level of headings', () => {
    expect(codeOf({ blocks: [heading(3)] })).toBe('DOC-3-HEADING-SKIPPED');
    expect(codeOf({ blocks: [heading(2), heading(4)] })).toBe('DOC-3-HEADING-SKIPPED');
    expect(codeOf({ blocks: [heading(2), heading(3), heading(4), heading(2), heading(3)] })).toBe('ok');
  });

  it('DOC-3 has no heading without words, and none in a list', () => {
    expect(codeOf({ blocks: [heading(2, ' ')] })).toBe('DOC-3-HEADING-EMPTY');
    expect(codeOf({ blocks: [{ kind: 'list', ordered: true, items: [[heading(2)]] }] })).toBe('DOC-3-HEADING-IN-LIST');
  });

  it('DOC-4 names each table and each of its columns', () => {
    expect(codeOf({ blocks: [table({ caption: ' ' })] })).toBe('DOC-4-TABLE-WITHOUT-CAPTION');
    expect(codeOf({ blocks: [table({ head: [] })] })).toBe('DOC-4-TABLE-WITHOUT-HEAD');
    expect(codeOf({ blocks: [table({ head: ['A', ''] })] })).toBe('DOC-4-TABLE-WITHOUT-HEAD');
    expect(codeOf({ blocks: [table({ rows: [[[]]] })] })).toBe('DOC-4-ROW-UNEVEN');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '//example.org', 'file:///etc/passwd', ''])(
    'DOC-5 leads nowhere that does harm: not %j',
    (href) => {
      const runs = [{ text: 'her', href }];
      expect(codeOf({ blocks: [{ kind: 'paragraph', runs }] })).toBe('DOC-5-LINK-UNSAFE');
      const inList: Block = { kind: 'list', ordered: false, items: [[{ kind: 'paragraph', runs }]] };
      expect(codeOf({ blocks: [inList] })).toBe('DOC-5-LINK-UNSAFE');
      expect(codeOf({ blocks: [table({ rows: [[runs, []]] })] })).toBe('DOC-5-LINK-UNSAFE');
      expect(codeOf({ blocks: [{ kind: 'facts', facts: [{ name: 'Sted', value: runs }] }] })).toBe('DOC-5-LINK-UNSAFE');
    },
  );

  it('nothing is made of what is refused', async () => {
    const model = everyBlock({ title: '' });
    expect(() => toHtml(model)).toThrow('DOC-1-TITLE-MISSING');
    expect(() => toPdf(model)).toThrow('DOC-1-TITLE-MISSING');
    await expect(toWord(model)).rejects.toThrow('DOC-1-TITLE-MISSING');
  });
});
