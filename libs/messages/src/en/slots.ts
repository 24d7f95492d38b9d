import type { slots as first } from '../da/slots';
import type { Translated } from '../sentence';

/** What the pieces of a text are called, where two versions are compared. */
export const slots: Translated<typeof first> = {
  'slot.title': 'Title',
  'slot.intro': 'Introduction',
  'slot.body': 'Text',
  'slot.general': 'Other remarks',
  'slot.minority': 'Minority statement',
  'slot.place': 'Place in the part',
  'slot.strand': 'Development or steering',
  'slot.goals': 'Goal',
  'slot.themes': 'Theme',
  'slot.actions': 'Action',
  'slotField.title': 'title',
  'slotField.body': 'description',
  'slotField.criterion': 'when it counts as reached',
  'slotField.owner': 'owner',
  'slotField.due': 'date',
  'slotField.responsible': 'responsible party',
  'slotField.from': 'start',
  'slotField.to': 'end',
  'slot.moved': '{what}: number',
};
