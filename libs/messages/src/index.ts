export type { ClosedBecause, LabelCode, RuleCode, RuleRefused, TaskKind, UpdateRefusedCode } from './codes';
export { deadlineChangesAt, wordDeadline, wordDueAt, wordTimeLeft, type Deadline } from './deadline';
export { isActKind, shortHash, wordAct, wordCorrection, wordRefusal, type ActKind, type NameOf } from './facts';
export {
  formatDate,
  formatDateTime,
  formatDaysLeft,
  formatList,
  formatMoment,
  formatNumber,
  formatShortDate,
  formatTime,
  formatWeekday,
  formatWhen,
  sortDanish,
} from './format';
export type { LetterFacts, LetterKind } from './letter-facts';
export { writeLetter, type JobReason, type JobStep, type LetterTo, type WrittenLetter } from './letter';
export { markOf, type Mark } from './marks';
export {
  createMessages,
  isMessageCode,
  languageOf,
  message,
  type Locale,
  type MessageCode,
  type MessageWords,
  type Say,
  type WordsOf,
} from './message';
export { wordNoted } from './noted';
export type { Plural, Room, Sentence, Translated, Word } from './sentence';
