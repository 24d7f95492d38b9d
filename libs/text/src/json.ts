import type { ItemId, Json, Sha256 } from '@enig/kernel';
import type { Anchor } from './anchor';
import { SCHEMA_VERSION, type TextKind } from './kinds';

/** Attributes of a node or a mark. Those that equal the schema's default are left out. */
export type ProseAttributes = { readonly [name: string]: Json };

/** Emphasis, strong emphasis or a link over a stretch of text. */
export type ProseMark = { readonly type: string; readonly attrs?: ProseAttributes };

/** A paragraph, a list, a stretch of text …: what ProseMirror calls a node, as plain JSON. */
export type ProseNode = {
  readonly type: string;
  readonly attrs?: ProseAttributes;
  readonly content?: readonly ProseNode[];
  readonly text?: string;
  readonly marks?: readonly ProseMark[];
};

/** Prose: what one editor holds. Without words its content is the empty list. */
export type RichText = { readonly type: 'doc'; readonly content: readonly ProseNode[] };

/**
 * What a focus area will reach, and how one can tell (`criterion`). `owner` is a party's id; `due` a day as
 * `2026-10-15`. `ownerName` is there once references are resolved. da: mål
 */
export type GoalJson = {
  readonly id: ItemId;
  readonly title: string;
  readonly body: RichText;
  readonly criterion: string;
  readonly owner: string | null;
  readonly ownerName?: string | null;
  readonly due: string | null;
};

/** A subject the focus area works with. da: tematik */
export type ThemeJson = { readonly id: ItemId; readonly title: string; readonly body: RichText };

/**
 * What somebody will or may do. `responsible` is a party's id; `from` and `to` are days. `responsibleName` is there
 * once references are resolved. da: handling
 */
export type ActionJson = {
  readonly id: ItemId;
  readonly title: string;
  readonly body: RichText;
  readonly responsible: string | null;
  readonly responsibleName?: string | null;
  readonly from: string | null;
  readonly to: string | null;
};

/** Any item of a focus area. */
export type ItemJson = GoalJson | ThemeJson | ActionJson;

/** Items in the order they are read; removed ones are left out. da: fokusområde */
export type FocusAreaJson = {
  readonly kind: 'focus-area';
  readonly schema: number;
  readonly title: string;
  readonly intro: RichText;
  readonly goals: readonly GoalJson[];
  readonly themes: readonly ThemeJson[];
  readonly actions: readonly ActionJson[];
};

/** da: kapitel */
export type ChapterJson = {
  readonly kind: 'chapter';
  readonly schema: number;
  readonly title: string;
  readonly body: RichText;
};

/** The text that explains another in plain words. da: letlæst udgave */
export type EasyReadJson = { readonly kind: 'easy-read'; readonly schema: number; readonly body: RichText };

/** What a council says of one entry of its answer without words: nothing to remark, and that it is ready. */
export type EntryJson = { readonly noRemarks: boolean; readonly ready: boolean };

/** How something was said that somebody wrote down. da: i telefon, på mødet */
export type SpokenHow = 'phone' | 'meeting';

/**
 * What a council remarks on a stretch of the heard text. `section` is the focus area's id; `anchor` is null where a
 * program lost it: the words are kept all the same. da: kommentar
 */
export type CommentJson = {
  readonly id: ItemId;
  readonly section: string;
  readonly anchor: Anchor | null;
  readonly body: RichText;
};

/** Who wrote down what somebody said: their name, and the kind of seat they did it in, as `libs/access` names it. */
export type NotedBy = { readonly name: string; readonly capacity: string };

/**
 * What was said by phone or at the meeting, written down by somebody who speaks for the council. `section` is the focus
 * area it is about, null in general; `who` said it, in words; `on` is the day; `noted` is left out where nobody is known
 * to have written it down. da: mundtlig udtalelse
 */
export type StatementJson = {
  readonly id: ItemId;
  readonly section: string | null;
  readonly how: SpokenHow;
  readonly who: string;
  readonly on: string | null;
  readonly noted?: NotedBy;
  readonly body: RichText;
};

/**
 * What a council answers: in general, by focus area (id → prose) and as a minority; `entries` by focus-area id and
 * `general`. Comments and statements stand in order, removed ones are left out. da: høringssvar
 */
export type HearingResponseJson = {
  readonly kind: 'hearing-response';
  readonly schema: number;
  readonly general: RichText;
  readonly sections: { readonly [focusAreaId: string]: RichText };
  readonly minority: RichText;
  readonly entries: { readonly [focusAreaIdOrGeneral: string]: EntryJson };
  readonly comments: readonly CommentJson[];
  readonly statements: readonly StatementJson[];
};

/** A document that was sent with an answer: its bytes by their hash. `section` is null for one about everything. */
export type SubmittedFileJson = {
  readonly name: string;
  readonly sha256: Sha256;
  /** In bytes. */
  readonly size: number;
  readonly section: string | null;
};

/** What a council has sent: its response as it was written, and the documents with it. da: indsendt høringssvar */
export type SubmissionJson = HearingResponseJson & { readonly files: readonly SubmittedFileJson[] };

/** What is put before a party's bodies when they decide. da: sagsfremstilling */
export type CaseJson = {
  readonly kind: 'case';
  readonly schema: number;
  readonly title: string;
  readonly summary: string;
  readonly case: RichText;
  readonly recommendation: RichText;
  readonly economy: RichText;
  readonly hearing: RichText;
  /** The law it rests on. */
  readonly legal: string;
  /** The subjects it is filed under (KLE), by number. */
  readonly kle: string;
};

/** A whole text as plain JSON. In the canonical form, which is the only one this library returns, it can be hashed. */
export type TextJson = FocusAreaJson | ChapterJson | EasyReadJson | HearingResponseJson | CaseJson;

/** The text of one kind. */
export type TextJsonOf<Kind extends TextKind> = Extract<TextJson, { readonly kind: Kind }>;

/** Prose without a word. */
export const EMPTY_RICH: RichText = { type: 'doc', content: [] };

/** An entry of an answer nobody has marked. */
export const EMPTY_ENTRY: EntryJson = { noRemarks: false, ready: false };

/**
 * A text of the kind without a word, to seed from and to compare with. A hearing response needs one place per focus
 * area from the start, made on the server: two members who each made it would overwrite one another.
 *
 * @param sectionIds the focus areas a hearing response answers, each with an entry of its own beside that in general; left
 *        out it has no entry yet, as the other kinds have none.
 */
export function emptyJson<Kind extends TextKind>(kind: Kind, sectionIds?: readonly string[]): TextJsonOf<Kind>;
export function emptyJson(kind: TextKind, sectionIds?: readonly string[]): TextJson {
  const schema = SCHEMA_VERSION;
  switch (kind) {
    case 'focus-area':
      return { kind, schema, title: '', intro: EMPTY_RICH, goals: [], themes: [], actions: [] };
    case 'chapter':
      return { kind, schema, title: '', body: EMPTY_RICH };
    case 'easy-read':
      return { kind, schema, body: EMPTY_RICH };
    case 'hearing-response': {
      const sections = Object.fromEntries([...(sectionIds ?? [])].sort().map((id) => [id, EMPTY_RICH]));
      const marked = sectionIds ? ['general', ...sectionIds].sort() : [];
      const entries = Object.fromEntries(marked.map((id) => [id, EMPTY_ENTRY]));
      const lists = { entries, comments: [], statements: [] };
      return { kind, schema, general: EMPTY_RICH, sections, minority: EMPTY_RICH, ...lists };
    }
    case 'case':
      return { ...caseProse(), kind, schema, title: '', summary: '', legal: '', kle: '' };
  }
}

function caseProse(): Pick<CaseJson, 'case' | 'recommendation' | 'economy' | 'hearing'> {
  return { case: EMPTY_RICH, recommendation: EMPTY_RICH, economy: EMPTY_RICH, hearing: EMPTY_RICH };
}
