import type { Say } from '@enig/messages';

const PLACES = [
  'screening.place.body',
  'screening.place.deleted',
  'screening.place.header',
  'screening.place.footer',
  'screening.place.notes',
  'screening.place.comments',
  'screening.place.form',
  'screening.place.properties',
  'screening.place.embedded',
  'screening.place.name',
  'screening.place.noText',
  'screening.place.attachment',
  'screening.place.refused',
  'screening.place.author',
] as const;

/** Where in a file something stands, in words; never what it is. */
export function wordPlace(
  say: Say,
  { place, number }: { readonly place: string; readonly number: number | null },
): string {
  if (number !== null && place === 'pageWithoutText') return say('screening.place.pageWithoutText', { number });
  if (number !== null && place === 'earlier') return say('screening.place.earlierPage', { number });
  if (number !== null && (place === 'page' || place === 'form')) return say('screening.place.page', { number });
  return say(PLACES.find((each) => each === `screening.place.${place}`) ?? 'screening.place.other');
}
