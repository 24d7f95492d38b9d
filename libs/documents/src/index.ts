export type { Block, DocumentModel, Run } from './model';
export { checkDocument, DocumentRefused, type DocumentFault } from './check';
export { Html, html, type HtmlPart } from './html-template';
export { blocksHtml, htmlPage, toHtml, type HtmlPage } from './html';
export { toPdf } from './pdf';
export { toWord } from './word';
export { textBlocks, type TextOptions } from './text-blocks';
export { DOMAIN_WORDS, explainsAny, explainWords, type DomainWord } from './explain';
export { inspectFile } from './incoming/inspect-file';
export {
  FILE_LIMITS,
  FILE_PLACES,
  type FileKind,
  type FilePart,
  type FilePlace,
  type InspectedFile,
  type NumbersInPlace,
  type UnreadPart,
} from './incoming/inspected';
export type { ReadParagraph } from './incoming/paragraphs';
export { memoDocument, type HeardBody, type MemoData, type MemoExtension, type MemoTheme } from './memo';
export { usedDocument, type UsedData } from './used';
export type { Answered, ChangedWords, PlaceChange, TextChange, TreatedPoint } from './treated';
