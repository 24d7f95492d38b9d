export type { ClosedBecause, LabelCode, RuleCode, RuleRefused, TaskKind, UpdateRefusedCode } from './codes';
export { isActKind, shortHash, wordAct, wordRefusal, type ActKind, type NameOf } from './facts';
export {
  formatDate,
  formatDateTime,
  formatDaysLeft,
  formatDeadline,
  formatDue,
  formatList,
  formatNumber,
  formatShortDate,
  formatTime,
  formatWeekday,
  formatWhen,
  sortDanish,
} from './format';
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
export type { Plural, Room, Sentence, Translated, Word } from './sentence';
