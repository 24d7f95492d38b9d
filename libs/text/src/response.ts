import type { CommentJson, HearingResponseJson, RichText, StatementJson, SubmissionJson } from './json';
import { isEmptyRich } from './rich-text';

/** The entry that is about everything, beside one for each focus area. da: bemærkninger i øvrigt */
export const GENERAL_ENTRY = 'general';

/**
 * How far an entry of an answer has come. One that says nothing is not begun, whatever mark it has.
 * da: ikke begyndt, kladde, klar
 */
export type EntryState = 'notStarted' | 'draft' | 'ready';

/** What is said in one entry of an answer. */
export type Entry = {
  readonly prose: RichText;
  /** Only in general: what a minority says. */
  readonly minority: RichText | null;
  readonly comments: readonly CommentJson[];
  readonly statements: readonly StatementJson[];
  /** Nothing is said in it. */
  readonly isSilent: boolean;
  /** The council says that it has no remarks; only where it says nothing else. */
  readonly noRemarks: boolean;
  readonly state: EntryState;
};

/** What came later: a submission may have been stored before there were any. */
type Later = 'entries' | 'comments' | 'statements' | 'files';

/** A submission as it was stored, also one from before there were marks, comments, statements and documents. */
export function completeSubmission(stored: Omit<SubmissionJson, Later> & Partial<SubmissionJson>): SubmissionJson {
  const { entries = {}, comments = [], statements = [], files = [] } = stored;
  return { ...stored, entries, comments, statements, files };
}

/**
 * What is said in an entry. "No remarks" gives way to anything that is said, also by somebody else a moment later.
 *
 * @param entry a focus area's id or `GENERAL_ENTRY`; the latter also has what hangs on no focus area.
 * @param files how many documents belong to the entry.
 */
export function entryOf(json: HearingResponseJson, entry: string, files = 0): Entry {
  const isGeneral = entry === GENERAL_ENTRY;
  const prose = isGeneral ? json.general : (json.sections[entry] ?? { type: 'doc', content: [] });
  const minority = isGeneral ? json.minority : null;
  const comments = json.comments.filter(({ section }) => (isGeneral ? section === '' : section === entry));
  const statements = json.statements.filter(({ section }) => section === (isGeneral ? null : entry));
  const bodies = [prose, ...(minority ? [minority] : []), ...[...comments, ...statements].map(({ body }) => body)];
  const isSilent = files === 0 && bodies.every(isEmptyRich);
  const { noRemarks = false, ready = false } = json.entries[entry] ?? {};
  const saysNone = noRemarks && isSilent;
  const said = ready ? 'ready' : 'draft';
  const state = isSilent ? (saysNone ? 'ready' : 'notStarted') : said;
  return { prose, minority, comments, statements, isSilent, noRemarks: saysNone, state };
}

/** Whether a response says something without its documents: words anywhere, or that there are no remarks (HE-9). */
export function saysSomething(json: HearingResponseJson): boolean {
  const bodies = [...json.comments, ...json.statements].map(({ body }) => body);
  const prose = [json.general, json.minority, ...Object.values(json.sections), ...bodies];
  return !prose.every(isEmptyRich) || Object.values(json.entries).some(({ noRemarks }) => noRemarks);
}
