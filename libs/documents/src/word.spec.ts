import { convertToHtml } from 'mammoth';
import type { Block } from './model';
import { everyBlock, unzipped } from './test-documents';
import { toWord } from './word';

const LINKS: Block = {
  kind: 'paragraph',
  runs: ['a', 'b'].map((text) => ({ text, href: `https://enig.example.org/${text}` })),
};

async function partsOf(changed: Parameters<typeof everyBlock>[0] = {}): Promise<Map<string, string>> {
  return unzipped(await toWord(everyBlock(changed)));
}

describe('a document as a Word file', () => {
  it('says its title and its language', async () => {
    const parts = await partsOf();
    expect(parts.get('docProps/core.xml')).toContain('<dc:title>Rammeaftale</dc:title>');
    expect(parts.get('word/styles.xml')).toMatch(/<w:docDefaults>.*<w:lang w:val="da-DK"\/>.*<\/w:docDefaults>/s);
  });

  it('LO-6 is the same bytes each time the same is written', async () => {
    const linked = { blocks: [...everyBlock().blocks, LINKS] };
    const first = await toWord(everyBlock(linked));
    const again = await toWord(everyBlock(linked));
    expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true);
    const parts = await unzipped(first);
    expect(parts.get('docProps/core.xml')).not.toContain('dcterms:created');
    expect(parts.get('word/_rels/document.xml.rels')).toMatch(/Id="rIdLink2"[^>]*https:\/\/enig\.example\.org\/a/);
  });

  it('has real headings, without a level skipped', async () => {
    const document = (await partsOf()).get('word/document.xml') ?? '';
    const styles = [...document.matchAll(/<w:pStyle w:val="(Heading\d)"\/>/g)].map(([, style]) => style);
    expect(styles).toEqual(['Heading1', 'Heading2', 'Heading3']);
  });

  it('says the level of each heading in its style, without which LibreOffice sees none', async () => {
    const styles = (await partsOf()).get('word/styles.xml') ?? '';
    const levels = [...styles.matchAll(/w:styleId="Heading(\d)">(?:(?!<\/w:style>).)*<w:outlineLvl w:val="(\d)"\/>/gs)];
    expect(levels.map(([, style, level]) => [style, level])).toEqual(
      ['1', '2', '3', '4', '5'].map((style, index) => [style, `${index}`]),
    );
  });

  it('has real lists, each ordered one counted for itself', async () => {
    const parts = await partsOf();
    const document = parts.get('word/document.xml') ?? '';
    expect(document.match(/<w:numPr>/g)).toHaveLength(3);
    expect(document).toContain('<w:ilvl w:val="1"/>');
    expect(parts.get('word/numbering.xml')).toContain('<w:start w:val="3"/>');
  });

  it('has tables with a caption and a row of headers that is repeated', async () => {
    const document = (await partsOf()).get('word/document.xml') ?? '';
    expect(document).toMatch(/<w:pStyle w:val="Caption"\/>.*?Pladser.*?<w:tbl>/s);
    const [first = '', second = ''] = document.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    expect(first).toContain('<w:tblHeader/>');
    expect(first).toContain('Kommune');
    expect(second).not.toContain('<w:tblHeader/>');
  });

  it('has changes as Word tracks them, by whom and when', async () => {
    const document = (await partsOf()).get('word/document.xml') ?? '';
    expect(document).toMatch(/<w:del [^>]*w:author="Sekretariatet"[^>]*>.*?<w:delText[^>]*>før<\/w:delText>/s);
    expect(document).toMatch(/<w:ins [^>]*w:date="2027-04-01T10:00:00Z"[^>]*>.*?nu/s);
  });

  it('explains words at the foot, and has its own foot on every page', async () => {
    const parts = await partsOf();
    expect(parts.get('word/footnotes.xml')).toContain('Prisen for en plads.');
    const footers = [...parts].filter(([name]) => name.startsWith('word/footer')).map(([, xml]) => xml);
    expect(footers.join('')).toContain('Version 3 · 1. april 2027');
  });

  it('reads as the same words with another library', async () => {
    const { value, messages } = await convertToHtml({ buffer: Buffer.from(await toWord(everyBlock())) });
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    expect(value).toMatch(/<h1>.*Rammeaftale<\/h1>/);
    expect(value).toMatch(/<ul><li>Punkt<\/li><li>Punkt med liste<ol><li>Tre<\/li><\/ol><\/li><\/ul>/);
    expect(value).toContain('<a href="https://example.org/a?b=1&amp;c=2">Læs mere</a>');
  });

  it('holds what XML cannot', async () => {
    const blocks = [{ kind: 'paragraph', runs: [{ text: '<w:p>&\u0000\u0007\ud800\uffff ]]> slut' }] }] as const;
    const document = (await partsOf({ blocks })).get('word/document.xml') ?? '';
    expect(document).toContain('&lt;w:p&gt;&amp;\ufffd ]]&gt; slut');
  });
});
