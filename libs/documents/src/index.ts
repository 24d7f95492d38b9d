export type { Block, DocumentModel, Run } from './model';
export { checkDocument, DocumentRefused, type DocumentFault } from './check';
export { Html, html, type HtmlPart } from './html-template';
export { blocksHtml, htmlPage, toHtml, type HtmlPage } from './html';
export { toPdf } from './pdf';
export { toWord } from './word';
export { textBlocks, type TextOptions } from './text-blocks';
export { DOMAIN_WORDS, explainsAny, explainWords, type DomainWord } from './explain';
export { inspectFile } from './incoming/inspect-file';
export { zipOf, type ZipEntry } from './zip-file';
export { bundleIndex, type BundleIndex, type IndexedFile, type IndexedGroup } from './bundle-index';
export { labelled } from './labelled';
export { versionDocument, type VersionData } from './version';
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
export { calendarOf, type CalendarEvent } from './calendar';
export { lix, lixLevel, wordsBesideTables, type LixLevel, type Readability } from './lix';
export {
  ONE_PAGE_WORDS,
  onePage,
  type OnePage,
  type OnePageData,
  type OnePageHearing,
  type OnePageStanding,
} from './one-page';
export { newsAtAGlance, type OnePageNews } from './one-page-news';
export { caseDocument, computedFields, type CaseAnnexLine, type CaseData, type CaseText } from './case';
export { carriedOver, prefillCase, type CaseFacts, type CaseHearing, type CaseNews } from './case-prefill';
