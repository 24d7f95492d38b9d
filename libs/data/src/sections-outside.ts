import type { Manifest } from '@enig/agreement';
import type { SectionId, VersionHash } from '@enig/kernel';
import type { EntityManager } from 'typeorm';
import { VersionSchema } from './versions';

/** What the sections are called that an addendum can refer to beside its own: those of the version it hangs on. */
export async function sectionsOutside(
  manager: EntityManager,
  version: VersionHash | null,
): Promise<ReadonlyMap<SectionId, string>> {
  const row = version && (await manager.findOne(VersionSchema, { where: { hash: version } }));
  if (!row) return new Map();
  // Only what this product has written is in the table, so its shape is known.
  const { parts } = JSON.parse(row.manifest.toString('utf8')) as Manifest;
  return new Map(
    parts.flatMap(({ texts }) => texts).map(({ section, number, title }) => [section, named(number, title)]),
  );
}

/** What a reference to a section is called: by its number, where it has one, and its title. */
export function named(number: number | null, title: string): string {
  if (number === null) return title;
  return title === '' ? `Fokusområde ${number}` : `Fokusområde ${number}: ${title}`;
}
