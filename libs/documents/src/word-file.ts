import { createMessages } from '@enig/messages';
import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type ISectionOptions,
  type IStylesOptions,
} from 'docx';
import { localeOf } from './check';
import type { DocumentModel } from './model';
import { sameEachTime } from './word-again';
import { WordBlocks } from './word-blocks';

const FONT = 'IBM Plex Sans';
/** What Word calls the languages. */
const REGION: Readonly<Record<string, string>> = { da: 'da-DK', en: 'en-GB' };

/** A checked document as the bytes of a .docx. */
export async function writeWord(model: DocumentModel, set: () => void): Promise<Uint8Array> {
  const { title, subtitle, language, keywords = [], blocks } = model;
  const writer = new WordBlocks(model);
  const children = [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(title)] }),
    ...(subtitle === '' ? [] : [new Paragraph({ children: [new TextRun({ text: subtitle, bold: true })] })]),
    ...writer.all(blocks),
  ];
  const file = new Document({
    title,
    creator: 'Enig',
    lastModifiedBy: 'Enig',
    keywords: keywords.join(', '),
    styles: styles(REGION[language] ?? language),
    numbering: { config: [writer.bullets, ...writer.numberings] },
    footnotes: writer.footnotes,
    sections: [{ properties: { page: pageOf(model) }, footers: { default: footer(model) }, children }],
  });
  set();
  return sameEachTime(await Packer.toBuffer(file));
}

function pageOf({ margin }: DocumentModel): NonNullable<NonNullable<ISectionOptions['properties']>['page']> {
  const mm = convertMillimetersToTwip;
  const right = mm(margin === 'wide' ? 60 : 22);
  return {
    size: { width: mm(210), height: mm(297) },
    margin: { top: mm(20), bottom: mm(24), left: mm(22), right },
  };
}

function footer({ foot, language }: DocumentModel): Footer {
  const say = createMessages(localeOf(language));
  const [before = '', between = '', after = ''] = say('document.page', { page: '\t', pages: '\t' }).split('\t');
  const count = [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after];
  const small = { size: 16 };
  return new Footer({
    children: [
      new Paragraph({ children: [new TextRun({ text: foot, ...small })] }),
      new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ children: count, ...small })] }),
    ],
  });
}

/**
 * Sizes in half points, distances in twentieths of a point. A heading's level is said, too: Word knows it from the
 * style's name, LibreOffice does not, and would show large letters and no headings.
 */
function styles(language: string): IStylesOptions {
  const heading = (level: number, size: number) => ({
    run: { font: FONT, size, bold: true, color: '1A1A1A' },
    paragraph: { keepNext: true, spacing: { before: 320, after: 120 }, outlineLevel: level - 1 },
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: 22, language: { value: language } },
        paragraph: { spacing: { after: 140, line: 300 } },
      },
      heading1: heading(1, 34),
      heading2: heading(2, 28),
      heading3: heading(3, 24),
      heading4: heading(4, 22),
      heading5: heading(5, 20),
      caption: { run: { font: FONT, size: 22, bold: true, color: '1A1A1A' }, paragraph: { keepNext: true } },
    },
    paragraphStyles: [
      { id: 'Quote', name: 'Quote', basedOn: 'Normal', quickFormat: true, paragraph: { indent: { left: 560 } } },
      { id: 'Note', name: 'Note', basedOn: 'Normal', quickFormat: true, paragraph: { indent: { left: 280 } } },
    ],
  };
}
