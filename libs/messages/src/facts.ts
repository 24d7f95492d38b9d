import { instantOf, isSha256, localDateOf } from '@enig/kernel';
import type { acts } from './da/acts';
import type { RuleCode } from './codes';
import { wordDueAt } from './deadline';
import { formatDate, formatList } from './format';
import { isMessageCode, languageOf, sentences, type Locale, type MessageCode } from './message';
import { fill, placesOf, type Word } from './sentence';

/** What can be done to an agreement and is kept in its log; the sentence is `act.<kind>`. */
export type ActKind = KindIn<keyof typeof acts>;
type KindIn<Code> = Code extends `act.${infer Kind}` ? Kind : never;

/** Gives the name of what an id stands for: a party, a body, a section. Null where it knows none. */
export type NameOf = (id: string) => string | null;

/** Which group of labels a fact's value belongs to, by the code that carries it: the same word means more than one thing. */
const groups: Readonly<
  Partial<Record<RuleCode | `${'act' | 'actCorrected'}.${ActKind}`, Readonly<Record<string, string>>>>
> = {
  'AG-1-NOT-IN-THIS-STATE': { state: 'state' },
  'AG-10-CONTENT-MISSING': { content: 'content' },
  'AG-17-PART-MISSING': { part: 'partKind' },
  'AG-22-WRITING-CLOSED': { state: 'state' },
  'AG-34-PARENT-NOT-CONCLUDED': { standing: 'standing' },
  'act.createSupplement': { act: 'agreementAct' },
  'act.hangSupplement': { act: 'agreementAct' },
  'CA-3-NOT-WRITTEN': { missing: 'caseField' },
  'HE-6-NOT-IN-THIS-STATE': { state: 'roundState' },
  'HE-17-NOT-BEING-TREATED': { state: 'roundState' },
  'HE-47-ROUND-NOT-CLOSED': { state: 'roundState' },
  'AP-4-REASON-REQUIRED': { outcome: 'outcome' },
  'AP-6-OUTCOME-NOT-FOR-THIS-BODY': { allowed: 'outcome' },
  'act.treatPoint': { outcome: 'treatment' },
  'act.treatPoints': { outcome: 'treatment' },
  'act.recordDecision': { outcome: 'outcome' },
  'act.recordSharedDecision': { outcome: 'outcome' },
  'act.enterDecision': { outcome: 'outcome' },
  'act.confirmDecision': { outcome: 'outcome' },
  'actCorrected.recordDecision': { outcome: 'outcome' },
  'actCorrected.recordSharedDecision': { outcome: 'outcome' },
  'actCorrected.enterDecision': { outcome: 'outcome' },
};

/**
 * Words a refusal or a warning of any rule: its facts fill the sentence, ids as names, dates as dates, closed values as
 * their labels, lists as "Greve, Holbæk og Solrød".
 */
export function wordRefusal(locale: Locale, refusal: { readonly code: RuleCode }, nameOf: NameOf = () => null): string {
  return worded(locale, refusal.code, refusal, nameOf);
}

/** Words a line of the log of acts from the facts it carries; what an old act does not carry is shown as "–". */
export function wordAct(
  locale: Locale,
  kind: ActKind,
  facts: Readonly<Record<string, unknown>>,
  nameOf: NameOf = () => null,
): string {
  return worded(locale, `act.${kind}`, facts, nameOf);
}

/** Words an act that puts right what was recorded before; null for a kind of act that says nothing of it. */
export function wordCorrection(
  locale: Locale,
  kind: ActKind,
  facts: Readonly<Record<string, unknown>>,
  nameOf: NameOf = () => null,
): string | null {
  const code = `actCorrected.${kind}`;
  return isMessageCode(code) ? worded(locale, code, facts, nameOf) : null;
}

/** Whether a stored kind of act is one there is a sentence for. */
export function isActKind(kind: string): kind is ActKind {
  return isMessageCode(`act.${kind}`);
}

function worded(locale: Locale, code: MessageCode, facts: object, nameOf: NameOf): string {
  const sentence = sentences[locale][code];
  const known = new Map(Object.entries(facts).map(([name, value]: [string, unknown]) => [name, value]));
  const groupOf: Readonly<Partial<Record<string, Readonly<Record<string, string>>>>> = groups;
  const word = (place: string): Word => {
    if (place === 'count') return countIn([...known.values()]);
    if (place === 'title' && known.get(place) === '') return labelOf(locale, 'page', 'agreement.untitled') ?? '';
    return wordFor(
      locale,
      known.get(place),
      (value) => labelOf(locale, groupOf[code]?.[place], value) ?? nameOf(value),
    );
  };
  return fill(
    sentence,
    Object.fromEntries([...placesOf(sentence)].map((place) => [place, word(place)])),
    languageOf[locale],
  );
}

function wordFor(locale: Locale, value: unknown, nameOf: NameOf): Word {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return nameOf(value) ?? formatFact(locale, value);
  if (!Array.isArray(value)) return '–';
  const words = value.map((each: unknown) => String(wordFor(locale, each, nameOf)));
  return words.length === 0 ? '–' : formatList(words, locale);
}

/** How many a refusal is about: its number, or the length of its list. */
function countIn(values: readonly unknown[]): number {
  const counted = values.map((value) => (Array.isArray(value) ? value.length : value));
  return counted.find((value) => typeof value === 'number') ?? 0;
}

function labelOf(locale: Locale, group: string | undefined, value: string): string | null {
  const code = `${group}.${value}`;
  if (group === undefined || !isMessageCode(code)) return null;
  return fill(sentences[locale][code], {}, languageOf[locale]);
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function formatFact(locale: Locale, value: string): string {
  if (DAY.test(value)) return formatDate(localDateOf(value), locale);
  if (MOMENT.test(value)) return wordDueAt(instantOf(value), locale);
  return isSha256(value) ? shortHash(value) : value;
}

/** "a41f…9c": enough to tell two versions apart on a page; the whole hash is one click away. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 4)}…${hash.slice(-2)}`;
}
