import type { Manifest } from '@enig/agreement';
import { localDateAt, type Instant, type VersionHash } from '@enig/kernel';
import { createMessages, formatDate, formatList, shortHash, type Locale, type Say } from '@enig/messages';
import type { TextJson } from '@enig/text';
import { explainWords } from './explain';
import type { Block, DocumentModel } from './model';
import { textBlocks } from './text-blocks';

/** A frozen version, as it is read from one end to the other. */
export interface VersionData {
  readonly hash: VersionHash;
  readonly manifest: Manifest;
  readonly frozenAt: Instant;
  /** What each of the manifest's texts says, by its section. */
  readonly texts: ReadonlyMap<string, TextJson>;
}

/** A whole version as one document: what it is, every text in order, and the annexes by name. */
export function versionDocument({ hash, manifest, frozenAt, texts }: VersionData, locale: Locale): DocumentModel {
  const say = createMessages(locale);
  const { agreement, number, act, parts } = manifest;
  const day = formatDate(localDateAt(frozenAt), locale);
  const named = say('bundle.version', { number, act: say(`versionAct.${act}`) });
  return {
    ...{ title: agreement.title, language: locale, margin: 'normal', subtitle: named },
    foot: [agreement.title, named, shortHash(hash), day].join(' · '),
    blocks: [
      factsOf({ hash, manifest }, { day, say, locale }),
      ...parts.flatMap((part) => [
        heading(2, say(`partKind.${part.kind}`)),
        ...part.texts.flatMap((text) => [
          heading(3, text.number === null ? text.title : `${text.number} ${text.title}`),
          ...bodyOf(texts.get(text.section), locale),
        ]),
      ]),
      ...annexesOf(manifest, say),
    ],
  };
}

function factsOf(
  { hash, manifest }: Pick<VersionData, 'hash' | 'manifest'>,
  { day, say, locale }: { readonly day: string; readonly say: Say; readonly locale: Locale },
): Block {
  const { period, parties } = manifest;
  const fact = (name: string, text: string) => ({ name, value: [{ text }] });
  const [from, to] = [formatDate(period.from, locale), formatDate(period.to, locale)];
  return {
    kind: 'facts',
    facts: [
      fact(say('bundle.period'), say('bundle.fromTo', { from, to })),
      fact(say('bundle.frozen'), day),
      fact(
        say('bundle.parties'),
        formatList(
          parties.map(({ name }) => name),
          locale,
        ),
      ),
      fact(say('bundle.hash'), hash),
    ],
  };
}

function bodyOf(text: TextJson | undefined, locale: Locale): Block[] {
  return text ? explainWords(textBlocks(text, { level: 4, locale })) : [];
}

function annexesOf({ annexes }: Manifest, say: Say): Block[] {
  if (annexes.length === 0) return [];
  const items = annexes.map(({ number, title }): Block[] => [
    { kind: 'paragraph', runs: [{ text: say('reading.annex', { number, title }) }] },
  ]);
  return [heading(2, say('bundle.annexes')), { kind: 'list', ordered: false, items }];
}

function heading(level: 2 | 3, text: string): Block {
  return { kind: 'heading', level, runs: [{ text: text.trim() === '' ? '–' : text }] };
}
