import type { CaseTask, PartyConcerns } from '@enig/agreement';
import type { TreatmentOutcome } from '@enig/hearing';
import type { LocalDate, VersionHash } from '@enig/kernel';
import { createMessages, formatDate, shortHash, type Locale, type Say } from '@enig/messages';
import { canonicalRich, emptyJson, isEmptyRich, type CaseJson, type ProseNode, type RichText } from '@enig/text';

/** What is new for a party: since it last approved, or against the agreement this one began with. */
export interface CaseNews {
  /** What it is compared with: "Greve godkendte version 2", "»Rammeaftale 2018«". */
  readonly since: string;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** What the party's own disability council was asked and said, and what became of it. */
export interface CaseHearing {
  readonly council: string;
  /** What was heard, by its name. */
  readonly about: string;
  /** Null where the council has not answered. */
  readonly reference: string | null;
  /** What it said, as others may read it (HE-50), and what was answered. */
  readonly points: readonly { readonly words: string; readonly outcome: TreatmentOutcome; readonly answer: string }[];
}

/** What a case begins with: facts and words of the text, of what concerns the party alone (CA-2). */
export interface CaseFacts {
  /** By its short name, as `Greve`. */
  readonly party: string;
  /** The council that decides for it. */
  readonly council: string;
  readonly title: string;
  readonly number: number;
  readonly version: VersionHash;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly deadline: LocalDate;
  readonly partyCount: number;
  readonly concerns: PartyConcerns;
  /** Null where there is nothing to compare with. */
  readonly news: CaseNews | null;
  /** What the text says about money, word for word, with the section it stands in. */
  readonly economy: readonly { readonly section: string; readonly quote: string }[];
  /** One for each round its council was asked in that is closed; null where nobody was heard in the agreement. */
  readonly hearing: readonly CaseHearing[] | null;
  /** Why its council decides, as the chain's template says it; empty where it says nothing. */
  readonly ground: string;
  /** Numbers of the subjects it is filed under (KLE), the first before all. */
  readonly kle: readonly string[];
}

/** The case a party begins with: every field filled with what Enig knows, and nothing that somebody must have meant. */
export function prefillCase(facts: CaseFacts, locale: Locale = 'da'): CaseJson {
  const written = { facts, locale, say: createMessages(locale) };
  const { say } = written;
  const { party, council, title, number, version, from, to, deadline, partyCount } = facts;
  const days = { from: formatDate(from, locale), to: formatDate(to, locale), deadline: formatDate(deadline, locale) };
  return {
    ...emptyJson('case'),
    title: say('casePrefill.title', { title }),
    summary: say('casePrefill.summary', { party, title, number, ...days, count: partyCount }),
    case: prose([paragraph(say('casePrefill.whole', { number })), ...concerns(written), ...news(written)]),
    recommendation: prose([
      paragraph(say('casePrefill.recommendation', { council, title, number, hash: shortHash(version) })),
    ]),
    economy: prose(economy(written)),
    hearing: prose(hearing(written)),
    legal: [say('casePrefill.legal'), facts.ground].filter((each) => each !== '').join(' '),
    kle: kleLine(facts.kle, say),
  };
}

/**
 * The case on a new version (CA-4): what the party wrote stays as it wrote it, and what has changed since stands under
 * it; what must be true of the new version (heading, summary, recommendation) is said anew; so is what it left empty.
 */
export function carriedOver(earlier: CaseJson, facts: CaseFacts, locale: Locale = 'da'): CaseJson {
  const begun = prefillCase(facts, locale);
  const changes = news({ facts, locale, say: createMessages(locale) });
  const kept = (words: RichText, otherwise: RichText): RichText => (isEmptyRich(words) ? otherwise : words);
  return {
    ...begun,
    case: isEmptyRich(earlier.case) ? begun.case : prose([...earlier.case.content, ...changes]),
    economy: kept(earlier.economy, begun.economy),
    hearing: kept(earlier.hearing, begun.hearing),
    legal: earlier.legal.trim() === '' ? begun.legal : earlier.legal,
    kle: earlier.kle.trim() === '' ? begun.kle : earlier.kle,
  };
}

interface Written {
  readonly facts: CaseFacts;
  readonly locale: Locale;
  readonly say: Say;
}

function concerns({ facts, say, locale }: Written): ProseNode[] {
  const { party, concerns: own } = facts;
  const task = ({ title, area, by }: CaseTask): string =>
    by === null
      ? say('casePrefill.task', { title, area })
      : say('casePrefill.taskBy', { title, area, date: formatDate(by, locale) });
  const areas = own.coordinates.map(({ number, title }) =>
    number === null ? title : say('casePrefill.area', { number, title }),
  );
  const lists = [
    ...listed(say('casePrefill.coordinates', { party }), areas),
    ...listed(say('casePrefill.goals', { party }), own.goals.map(task)),
    ...listed(say('casePrefill.actions', { party }), own.actions.map(task)),
  ];
  return lists.length > 0 ? lists : [paragraph(say('casePrefill.noConcerns', { party }))];
}

function news({ facts, say }: Written): ProseNode[] {
  if (!facts.news) return [];
  const { since, added, changed, removed } = facts.news;
  const lines = [
    ...added.map((title) => say('casePrefill.added', { title })),
    ...changed.map((title) => say('casePrefill.changed', { title })),
    ...removed.map((title) => say('casePrefill.removed', { title })),
  ];
  const title = say('casePrefill.news', { since });
  return lines.length > 0 ? listed(title, lines) : [heading(title), paragraph(say('casePrefill.noNews'))];
}

function economy({ facts, say }: Written): ProseNode[] {
  if (facts.economy.length === 0) return [paragraph(say('casePrefill.noEconomy'))];
  return [
    paragraph(say('casePrefill.economy')),
    list(facts.economy.map(({ section, quote }) => say('casePrefill.economyLine', { section, quote }))),
  ];
}

function hearing({ facts, say }: Written): ProseNode[] {
  if (facts.hearing === null) return [paragraph(say('casePrefill.noHearing'))];
  if (facts.hearing.length === 0) return [paragraph(say('casePrefill.notHeard', { party: facts.party }))];
  return facts.hearing.flatMap(({ council, about, reference, points }) => {
    if (reference === null) return [paragraph(say('casePrefill.notAnswered', { council, about }))];
    if (points.length === 0) return [paragraph(say('casePrefill.answeredNothing', { council, about, reference }))];
    return [
      paragraph(say('casePrefill.answered', { council, about, reference })),
      list(points.map((point) => pointLine(point, say))),
    ];
  });
}

function pointLine({ words, outcome, answer }: CaseHearing['points'][number], say: Say): string {
  const came = { words: words.replace(/\s+/gu, ' ').trim(), outcome: say(`treatment.${outcome}`) };
  return answer.trim() === ''
    ? say('casePrefill.pointOnly', came)
    : say('casePrefill.point', { ...came, answer: answer.replace(/\s+/gu, ' ').trim() });
}

function kleLine([first = '', ...more]: readonly string[], say: Say): string {
  return more.length === 0 ? first : say('casePrefill.kle', { first, numbers: more.join(', ') });
}

function listed(title: string, lines: readonly string[]): ProseNode[] {
  return lines.length === 0 ? [] : [heading(title), list(lines)];
}

function prose(nodes: readonly ProseNode[]): RichText {
  return canonicalRich([...nodes]);
}

function paragraph(text: string): ProseNode {
  return { type: 'paragraph', content: [{ type: 'text', text }] };
}

function heading(text: string): ProseNode {
  return { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text }] };
}

function list(lines: readonly string[]): ProseNode {
  return { type: 'bulletList', content: lines.map((line) => ({ type: 'listItem', content: [paragraph(line)] })) };
}
