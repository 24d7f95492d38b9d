import type { Room } from '../sentence';

/** What the pieces of a text are called, where two versions are compared. */
export const slots = {
  'slot.title': 'Titel',
  'slot.intro': 'Indledning',
  'slot.body': 'Tekst',
  'slot.general': 'Bemærkninger i øvrigt',
  'slot.minority': 'Mindretalsudtalelse',
  'slot.place': 'Plads i delen',
  'slot.strand': 'Udvikling eller styring',
  'slot.goals': 'Mål',
  'slot.themes': 'Tematik',
  'slot.actions': 'Handling',
  'slotField.title': 'titel',
  'slotField.body': 'beskrivelse',
  'slotField.criterion': 'kriterium for nået i mål',
  'slotField.owner': 'ansvarlig',
  'slotField.due': 'dato',
  'slotField.responsible': 'ansvarlig part',
  'slotField.from': 'start',
  'slotField.to': 'slut',
  'slot.moved': '{what}: nummer',
} as const satisfies Room;
