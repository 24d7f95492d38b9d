import type { documents as danish } from '../da/documents';
import type { Translated } from '../sentence';

/** What stands in pages, Word files and PDFs beside the words people wrote. */
export const documents: Translated<typeof danish> = {
  'document.goals': 'Goals',
  'document.themes': 'Themes',
  'document.actions': 'Actions',
  'document.untitled': 'Untitled',
  'document.criterion': 'Reached when',
  'document.owner': 'Responsible',
  'document.due': 'No later than',
  'document.responsible': 'Responsible',
  'document.from': 'From',
  'document.to': 'To',
  'document.table': 'Table {number}',
  'document.column': 'Column {number}',
  'document.noRemarks': 'No remarks.',
  'document.comment': 'Comment on the text',
  'document.commentTo': 'Comment on “{words}”',
  'document.said.phone': 'Said on the phone',
  'document.said.meeting': 'Said at the meeting',
  'document.case': 'Presentation of the case',
  'document.economy': 'Economy',
  'document.hearing': 'Hearing',
  'document.recommendation': 'Recommendation',
  'document.removed': 'Taken out:',
  'document.added': 'Put in:',
  'document.page': 'Page {page} of {pages}',
};
