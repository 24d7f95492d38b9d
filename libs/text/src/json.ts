import type { ItemId, Json } from '@enig/kernel';
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

/** What a council answers: in general, by focus area (id → prose) and as a minority. da: høringssvar */
export type HearingResponseJson = {
  readonly kind: 'hearing-response';
  readonly schema: number;
  readonly general: RichText;
  readonly sections: { readonly [focusAreaId: string]: RichText };
  readonly minority: RichText;
};

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
};

/** A whole text as plain JSON. In the canonical form, which is the only one this library returns, it can be hashed. */
export type TextJson = FocusAreaJson | ChapterJson | EasyReadJson | HearingResponseJson | CaseJson;

/** The text of one kind. */
export type TextJsonOf<Kind extends TextKind> = Extract<TextJson, { readonly kind: Kind }>;

/** Prose without a word. */
export const EMPTY_RICH: RichText = { type: 'doc', content: [] };

/**
 * A text of the kind without a word, to seed from and to compare with. A hearing response needs one place per focus
 * area from the start, made on the server: two members who each made it would overwrite one another.
 *
 * @param sectionIds the focus areas a hearing response answers; the other kinds have none.
 */
export function emptyJson<Kind extends TextKind>(kind: Kind, sectionIds?: readonly string[]): TextJsonOf<Kind>;
export function emptyJson(kind: TextKind, sectionIds: readonly string[] = []): TextJson {
  const schema = SCHEMA_VERSION;
  switch (kind) {
    case 'focus-area':
      return { kind, schema, title: '', intro: EMPTY_RICH, goals: [], themes: [], actions: [] };
    case 'chapter':
      return { kind, schema, title: '', body: EMPTY_RICH };
    case 'easy-read':
      return { kind, schema, body: EMPTY_RICH };
    case 'hearing-response': {
      const sections = Object.fromEntries([...sectionIds].sort().map((id) => [id, EMPTY_RICH]));
      return { kind, schema, general: EMPTY_RICH, sections, minority: EMPTY_RICH };
    }
    case 'case':
      return { ...caseProse(), kind, schema, title: '', summary: '' };
  }
}

function caseProse(): Pick<CaseJson, 'case' | 'recommendation' | 'economy' | 'hearing'> {
  return { case: EMPTY_RICH, recommendation: EMPTY_RICH, economy: EMPTY_RICH, hearing: EMPTY_RICH };
}
