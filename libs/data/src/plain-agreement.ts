import { numberSections, type PlainAgreement, type PlainSection } from '@enig/agreement';
import { plainValue, resolveReferences, slotsOf, type TextJson } from '@enig/text';
import type { AgreementView } from './agreement-reads';
import { itemsOf, namesIn, type Contents } from './draft';
import { titleOf } from './text-content';
import type { FrozenContent, VersionView } from './version-reads';

/**
 * The agreement in plain words, as libs/agreement looks it through for what does not fit: the sections that stand and
 * can be read, with references called by their present names.
 */
export function plainAgreementOf(view: AgreementView, contents: Contents): PlainAgreement {
  const names = namesIn(view, contents);
  const standing = view.sections.filter(({ row }) => row.removedAt === null);
  const sections = view.parts.flatMap((part) => {
    const own = standing.filter(({ row }) => row.part === part.id);
    const numbers = numberSections(own.map(({ row }) => ({ id: row.id, kind: row.kind })));
    return own.flatMap(({ row }) => {
      const content = contents.get(row.text);
      const number = numbers.get(row.id) ?? null;
      return content ? [plainSection({ ...row, part: part.kind, number }, resolveReferences(content, names))] : [];
    });
  });
  return {
    sections,
    parties: view.parties.map(({ party, name }) => ({ id: party, name })),
    annexes: view.annexes.map(({ number }) => number),
    years: yearsOf(view.row.periodFrom, view.row.periodTo),
  };
}

/** The same of a frozen version, which says itself what its references are called. */
export function plainVersionOf({ manifest }: VersionView, texts: readonly FrozenContent[]): PlainAgreement {
  const sections = manifest.parts.flatMap((part) =>
    part.texts.flatMap(({ section, kind, number }) => {
      const content = texts.find((each) => each.section === section)?.content;
      return content ? [plainSection({ id: section, kind, part: part.kind, number }, content)] : [];
    }),
  );
  const { parties, annexes, period } = manifest;
  return { sections, parties, annexes: annexes.map(({ number }) => number), years: yearsOf(period.from, period.to) };
}

function yearsOf(from: string, to: string): PlainAgreement['years'] {
  return { from: Number(from.slice(0, 4)), to: Number(to.slice(0, 4)) };
}

function plainSection(
  { id, kind, part, number }: Pick<PlainSection, 'id' | 'kind' | 'part' | 'number'>,
  content: TextJson,
): PlainSection {
  const { goals, themes, actions } = itemsOf(content);
  const slots = slotsOf(content).flatMap(({ path, value }) => {
    const text = value.shape === 'prose' || value.shape === 'line' ? plainValue(value) : '';
    return text === '' ? [] : [{ path: path.flatMap((step) => step ?? []), text }];
  });
  return { id, kind, part, number, title: titleOf(content), slots, goals, themes: themes.length, actions };
}
