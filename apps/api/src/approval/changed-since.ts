import type { Say } from '@enig/messages';
import type { SectionDiffModel, VersionDiffModel } from '../versions/models';

/** So many places of a section are named; the rest is seen word by word below. */
const PLACES = 4;

/** What has changed, in plain words: one sentence for each thing, those of the texts last. */
export function changeSentences(say: Say, diff: VersionDiffModel): readonly string[] {
  const told = [
    ...(diff.title ? [say('changed.title', { title: diff.title.after })] : []),
    ...(diff.period ? [say('changed.period')] : []),
    ...(diff.parties.length > 0 ? [say('changed.parties', { count: diff.parties.length })] : []),
    ...(diff.annexes.length > 0 ? [say('changed.annexes', { count: diff.annexes.length })] : []),
    ...diff.sections.map((section) => sectionSentence(say, section)),
  ];
  return told.length > 0 ? told : [say('changed.nothing')];
}

function sectionSentence(say: Say, { title, change, slots }: SectionDiffModel): string {
  if (change !== 'changed') return say(`changed.${change}`, { title });
  const labels = [...new Set(slots.map(({ label }) => label))];
  const places = labels.slice(0, PLACES).join('; ') + (labels.length > PLACES ? ' …' : '');
  return say('changed.section', { title, count: slots.length, places });
}
