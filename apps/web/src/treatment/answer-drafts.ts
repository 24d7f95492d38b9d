import type { TreatmentOutcome } from '../generated/graphql';

/** What somebody has begun to answer. */
export interface AnswerDraft {
  readonly outcome: TreatmentOutcome | null;
  readonly answer: string;
  readonly reason: string;
  readonly change: { readonly section: string; readonly when: 'now' | 'next' } | null;
}

/** Which answer each point had when it was last looked at, by the point's id; null for none. */
export type SeenAnswers = Readonly<Record<string, string | null>>;

/** A draft with the answers that stood when it was begun: another's that came since is not written over unseen. */
export interface KeptDraft {
  readonly draft: AnswerDraft;
  readonly seen: SeenAnswers;
}

/** Begins the name of everything kept here. */
const PREFIX = 'enig:answer:';

/** Names what is kept of one answer: whose, and to which points. */
export function draftKey(person: string, points: readonly string[]): string {
  return `${PREFIX}${person}:${points.toSorted().join(',')}`;
}

/** What was begun here and not saved; null where nothing was, or what is there cannot be read. */
export function keptDraft(key: string): KeptDraft | null {
  try {
    const given: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isKept(given) ? given : null;
  } catch {
    return null; // something else's words, or a browser that keeps nothing
  }
}

/**
 * Keeps what is begun in this browser, so that a reload does not take it. Null: it is saved, or given up.
 *
 * @returns whether the browser does as asked.
 */
export function keepDraft(key: string, kept: KeptDraft | null): boolean {
  try {
    if (kept === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** Takes away what anybody has begun: the browser is somebody else's now. */
export function forgetDrafts(): void {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
    for (const key of keys.filter((each) => each.startsWith(PREFIX))) localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function isKept(given: unknown): given is KeptDraft {
  if (typeof given !== 'object' || given === null || !('draft' in given) || !('seen' in given)) return false;
  const { draft, seen } = given;
  if (typeof draft !== 'object' || draft === null || typeof seen !== 'object' || seen === null) return false;
  return 'answer' in draft && 'reason' in draft && 'outcome' in draft;
}
