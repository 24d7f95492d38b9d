export {
  isTextKind,
  isWellFormedId,
  ITEM_FIELDS,
  LIST_NAMES,
  rootsOf,
  SCHEMA_VERSION,
  TEXT_KINDS,
  type FieldShape,
  type ListName,
  type RootShape,
  type TextKind,
} from './kinds';
export {
  EMPTY_RICH,
  emptyJson,
  type ActionJson,
  type CaseJson,
  type ChapterJson,
  type EasyReadJson,
  type FocusAreaJson,
  type GoalJson,
  type HearingResponseJson,
  type ItemJson,
  type ProseAttributes,
  type ProseMark,
  type ProseNode,
  type RichText,
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
