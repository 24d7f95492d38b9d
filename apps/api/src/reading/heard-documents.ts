import { formatDate, shortHash, wordDeadline, wordDueAt, type Say } from '@enig/messages';
import { explainWords, labelled, textBlocks, type Block, type DocumentModel } from '@enig/documents';
import type { Edition, HeardText, Material } from './material';

/** Which of a section's two texts are shown. */
export type View = 'begge' | 'fuld' | 'letlaest';

/** Every view, the first unless another is asked for. */
export const VIEWS: readonly View[] = ['begge', 'fuld', 'letlaest'];

/** Lines to write on after each section. */
const LINES = 8;

/** The full text of a section, its own headings at this level, and the files that belong to it. */
export function fullBlocks({ full, files }: HeardText, level: number): Block[] {
  const links = files.map(({ name, url }): Block[] => [{ kind: 'paragraph', runs: [{ text: name, href: url }] }]);
  const list: Block[] = links.length === 0 ? [] : [{ kind: 'list', ordered: false, items: links }];
  return [...explainWords(textBlocks(full, { level })), ...list];
}

/** The easy-read text of a section; a sentence that there is none where there is none. */
export function easyReadBlocks({ easyRead }: HeardText, level: number, say: Say): Block[] {
  if (!easyRead) return [{ kind: 'paragraph', tone: 'note', runs: [{ text: say('reading.noEasyRead') }] }];
  return explainWords(textBlocks(easyRead, { level }));
}

/** Room to write by hand. */
export function notes(say: Say): Block {
  return { kind: 'lines', count: LINES, label: say('reading.notes') };
}

/** One section, to be fetched. */
export function sectionDocument(material: Material, text: HeardText, view: View): DocumentModel {
  const blocks = [...facts(material), ...section(material, text, view, 2)];
  return labelled({ ...frame(material, `/${text.id}`), title: text.title, blocks }, material.label);
}

/** Everything the round asks about, for the meeting. */
export function packDocument(material: Material, view: View): DocumentModel {
  const model = { ...frame(material, '/samlet'), title: material.title, blocks: packBlocks(material, view) };
  return labelled(model, material.label);
}

/** What the pack holds, in order. */
export function packBlocks(material: Material, view: View): Block[] {
  const texts = material.texts.filter(({ isHeard }) => isHeard);
  const contents: Block = {
    kind: 'list',
    ordered: false,
    items: texts.map(({ title }) => [{ kind: 'paragraph', runs: [{ text: title }] }]),
  };
  const pieces = texts.flatMap((text): Block[] => [
    { kind: 'pageBreak' },
    { kind: 'heading', level: 2, runs: [{ text: text.title }], id: `afsnit-${text.id}` },
    ...section(material, text, view, 3),
  ]);
  return [...facts(material), contents, ...notInPack(material), ...pieces];
}

/** What the pack is without: files that are read for themselves, and what is not asked about. */
export function notInPack({ viewer: { say }, texts, beside }: Material): Block[] {
  const note = (text: string): Block => ({ kind: 'paragraph', tone: 'note', runs: [{ text }] });
  const other = texts.some(({ isHeard }) => !isHeard) ? [note(say('reading.otherBeside'))] : [];
  if (beside.length === 0) return other;
  const items = beside.map(({ name, url }): Block[] => [{ kind: 'paragraph', runs: [{ text: name, href: url }] }]);
  return [...other, note(say('reading.filesBeside')), { kind: 'list', ordered: false, items }];
}

/** The two texts under headings at this level. Alone, the full text needs none; a chapter has no other. */
function section({ viewer: { say } }: Material, text: HeardText, view: View, level: 2 | 3): Block[] {
  const alone = view === 'fuld' || (view === 'begge' && !text.easyRead);
  if (alone) return [...fullBlocks(text, level), notes(say)];
  const named = (code: 'reading.full' | 'reading.easyRead'): Block => {
    return { kind: 'heading', level, runs: [{ text: say(code) }] };
  };
  const full = view === 'begge' ? [named('reading.full'), ...fullBlocks(text, level + 1)] : [];
  return [...full, named('reading.easyRead'), ...easyReadBlocks(text, level + 1, say), notes(say)];
}

function frame(material: Material, path: string): Omit<DocumentModel, 'title' | 'blocks'> {
  const { viewer } = material;
  return {
    ...{ language: viewer.locale, subtitle: nameOf(material), margin: 'wide' },
    foot: footOf(material, path),
  };
}

type Facts = Extract<Block, { kind: 'facts' }>['facts'];

/** Why the time is short, and why it was made longer: who is asked to answer in it is told (HE-3, HE-4). */
export function reasonsForTime({ viewer: { say, locale }, round }: Material): Facts {
  const value = (text: string) => [{ text }];
  return [
    ...(round.shortReason === null ? [] : [{ name: say('reading.fact.short'), value: value(round.shortReason) }]),
    ...round.extensions.map(({ dueDate, reason }) => ({
      name: say('reading.fact.extended', { date: formatDate(dueDate, locale) }),
      value: value(reason),
    })),
  ];
}

function facts(material: Material): Block[] {
  const { viewer, round, edition, address } = material;
  const { say } = viewer;
  const value = (text: string) => [{ text }];
  return [
    {
      kind: 'facts',
      facts: [
        { name: say('reading.fact.due'), value: value(wordDueAt(round.dueAt, viewer.locale)) },
        ...reasonsForTime(material),
        { name: say('reading.fact.version'), value: value(editionOf(say, edition)) },
        { name: say('reading.fact.address'), value: value(address) },
      ],
    },
  ];
}

/** Where the hearing stands, and by when, in one line. */
export function stateOf(material: Material): string {
  const { viewer, round, now } = material;
  const { say, locale } = viewer;
  const state = nameOf(material);
  if (round.state !== 'collecting')
    return `${state} · ${say('reading.ended', { date: formatDate(round.dueDate, locale) })}`;
  const deadline = wordDeadline({ dueAt: round.dueAt, isExtended: round.extensions.length > 0 }, now, locale);
  return `${state} · ${say('reading.due', { deadline })}`;
}

/** What kind of hearing it is. A file says no more: how long is left would soon be wrong. */
function nameOf({ viewer: { say }, edition: { number } }: Material): string {
  return number === null ? say('reading.stateOfDocument') : say('reading.state', { number });
}

/** Which text it is, of which day, and where it is found. */
export function footOf({ viewer: { say, locale }, title, edition, address }: Material, path: string): string {
  const day = formatDate(edition.day, locale);
  return [title, editionOf(say, edition), day, `${address}${path}`].join(' · ');
}

function editionOf(say: Say, { number, hash }: Edition): string {
  const short = shortHash(hash);
  return number === null ? short : say('reading.edition', { number, hash: short });
}
