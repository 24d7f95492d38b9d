export { anchorOf, type Anchor } from './anchor';
export { placeOf, placesOf, type AnchorPlace, type FoundPlace, type PlacedAnchor } from './anchor-place';
export type { PlacedText } from './anchor-index';
export { sentencesIn, type Stretch } from './sentences';
export { MAX_ANCHOR_LENGTH, readAnchor, writtenAnchor } from './anchor-json';
export {
  ENTRY_FIELDS,
  isTextKind,
  isWellFormedId,
  ITEM_FIELDS,
  LIST_NAMES,
  REMARK_LISTS,
  rootsOf,
  SCHEMA_VERSION,
  TEXT_KINDS,
  type AnyListName,
  type FieldShape,
  type ListName,
  type RemarkListName,
  type RootShape,
  type TextKind,
} from './kinds';
export {
  EMPTY_ENTRY,
  EMPTY_RICH,
  emptyJson,
  type ActionJson,
  type CaseJson,
  type ChapterJson,
  type CommentJson,
  type EasyReadJson,
  type EntryJson,
  type FocusAreaJson,
  type GoalJson,
  type HearingResponseJson,
  type ItemJson,
  type NotedBy,
  type ProseAttributes,
  type ProseMark,
  type ProseNode,
  type RichText,
  type SpokenHow,
  type StatementJson,
  type SubmissionJson,
  type SubmittedFileJson,
  type TextJson,
  type TextJsonOf,
  type ThemeJson,
} from './json';
export { UnknownContent, type UnknownContentCode } from './unknown-content';
export { isSafeHref, type AttributeCheck } from './attributes';
export { CrossReference, type CrossReferenceOptions } from './cross-reference';
export {
  TextBlockquote,
  textExtensions,
  TextHeading,
  TextLink,
  TextListItem,
  TextOrderedList,
  TextTableCell,
  TextTableHeader,
} from './extensions';
export { allowedMarks, allowedNodes, textSchema, type AttributeRule, type MarkRule, type NodeRule } from './schema';
export { canonicalRich, cleanText, MAX_DEPTH, type RawMark, type RawNode } from './normalise';
export { readFragment, yFragment } from './fragment';
export { removedItems, toJson, type ItemLists } from './doc';
export { readNoted, writtenNoted } from './noted';
export { markEntry, readRemarks, type Remarks } from './remarks';
export { completeSubmission, entryOf, GENERAL_ENTRY, saysSomething, type Entry, type EntryState } from './response';
export { applyLog } from './replay';
export { seedUpdate, writeInto } from './seed';
export {
  addItem,
  itemsInOrder,
  moveItem,
  putBackItem,
  removeItem,
  setItemValue,
  type LiveItem,
  type NewItem,
  type ValueField,
} from './items';
export { itemSlots, mapProse, slotsOf, type Slot, type SlotPath, type SlotValue } from './slots';
export { danglingReferences, resolveReferences, type DanglingReference, type Names } from './resolve';
export { textBytes, textHash } from './canonical';
export { plainOf, plainText, plainValue } from './plain';
export { escapeHtml, richTextHtml, type HtmlOptions } from './html';
export { headingDepths, isEmptyRich, richFromPlain } from './rich-text';
export { diffWords, type WordChange } from './words';
export { diffText, type SlotDiff, type SlotLabel } from './diff';
