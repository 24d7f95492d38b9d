import type { comparing as danish } from '../da/comparing';
import type { Translated } from '../sentence';

/** The same in English. */
export const comparing: Translated<typeof danish> = {
  'page.consistency.heading': 'What does not fit in the text',
  'page.consistency.lead':
    'The text has been looked through for numbers, references, dates and names that do not fit. These are suggestions: you can open the hearing without correcting them.',
  'page.consistency.count': { one: '{count} thing to look at', other: '{count} things to look at' },
  'page.consistency.none': 'Nothing was found that does not fit.',
  'page.consistency.theCheck': 'the check of the text',
  'page.consistency.look': 'Look the text through for mistakes',
  'page.consistency.again': 'Look the text through again',
  'page.consistency.goTo': 'Go to the place',
  'page.consistency.goToWords': 'Go to the place: {words}',

  'documentCheck.heading': 'What was seen in the document',
  'documentCheck.lead':
    'Once the hearing is open, everybody who is asked can read the document, and it cannot be corrected. You can open the hearing all the same.',
  'documentCheck.count': { one: '{count} thing to look at', other: '{count} things to look at' },
  'documentCheck.none': 'No civil registration numbers were found, and nothing that does not fit.',
  'documentCheck.title': 'The title',
  'documentCheck.text': 'The text',
  'documentCheck.easyRead': 'The easy-read version',
  'documentCheck.files': 'The files',
  'documentCheck.number': 'Line {line}: A civil registration number seems to stand here.',
  'documentCheck.at': 'Line {line}: {message}',
  'documentCheck.goTo': 'Go to the place',

  'page.comments.heading': 'Comments from hearings',
  'page.comments.lead': 'Comments councils put on this version or an earlier one, and what became of the place.',
  'page.comments.count': { one: '{count} comment', other: '{count} comments' },
  'page.comments.from': '{body}, on version {version}',
  'page.comments.late': 'sent late',
  'page.comments.quote': 'The place then',
  'page.comments.now': 'The place now',
  'page.comments.movedTo': 'Now stands in “{title}”',
  'page.comments.goTo': 'Go to the place in “{title}”',
  'page.comments.gone': 'Sections that are no longer there',

  'commentState.same': 'Unchanged',
  'commentState.moved': 'Moved',
  'commentState.changed': 'Changed',
  'commentState.removed': 'Removed',
  'commentState.unplaced': 'Place not known',
};
