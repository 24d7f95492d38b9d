import { createRequire } from 'node:module';
import { createMessages } from '@enig/messages';
import type * as Typst from '@myriaddreamin/typst-ts-node-compiler';
import { localeOf, readable } from './check';
import { Fonts } from './font';
import type { DocumentModel } from './model';
import { TEMPLATE } from './pdf-template';

interface Press {
  readonly typst: Typst.NodeCompiler;
  readonly fonts: Fonts;
}

let started: Press | null = null;

/** The compiler is large and native, so it is loaded where a PDF is made, and nowhere else. */
function press(): Press {
  if (started) return started;
  const { NodeCompiler } = createRequire(__filename)('@myriaddreamin/typst-ts-node-compiler') as typeof Typst;
  const fonts = new Fonts();
  return (started = { fonts, typst: NodeCompiler.create({ fontArgs: [{ fontBlobs: [...fonts.files] }] }) });
}

/**
 * The document as PDF, tagged and checked against PDF/UA-1 while it is made. Takes about a second for a hundred pages:
 * in the server it is called in a worker thread.
 *
 * @param set is called when the pages are set, and are only to be written.
 * @throws DocumentRefused · Error with what the compiler says of the model's form.
 */
export function toPdf(model: DocumentModel, set: () => void = () => undefined): Uint8Array {
  const { title, subtitle, language, foot, margin, keywords = [], blocks } = readable(model);
  const say = createMessages(localeOf(language));
  const words = { removed: say('document.removed'), added: say('document.added') };
  const page = say('document.page', { page: '{page}', pages: '{pages}' });
  const lang = language.slice(0, 2);
  const sheet = { wide: margin === 'wide', dense: margin === 'narrow' };
  const input = { ...words, ...sheet, page, title, subtitle, lang, foot, keywords, blocks };
  const { typst, fonts } = press();
  const document = JSON.stringify(input, (_, value: unknown) =>
    typeof value === 'string' ? fonts.settable(value) : value,
  );
  const compiled = typst.compile({ mainFileContent: TEMPLATE, inputs: { document } });
  const faults = compiled.takeDiagnostics();
  if (!compiled.result)
    throw new Error(`Typst: ${faults ? messagesOf(typst.fetchDiagnostics(faults)) : 'no document'}`);
  set();
  try {
    return new Uint8Array(typst.pdf(compiled.result, { pdfStandard: 'ua-1' }));
  } finally {
    typst.evictCache(0);
  }
}

function messagesOf(diagnostics: readonly unknown[]): string {
  return diagnostics
    .map((each) => (typeof each === 'object' && each !== null && 'message' in each ? String(each.message) : ''))
    .join('; ');
}
