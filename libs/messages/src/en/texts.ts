import type { texts as first } from '../da/texts';
import type { Translated } from '../sentence';

/** How texts came to be: what they were before most of them was deleted, and who wrote what. */
export const texts: Translated<typeof first> = {
  'texts.massDeletion': 'Most of the text in “{title}” was deleted on {at} by {who}.',

  'page.textHistory.heading': 'History',
  'page.textHistory.who': 'Who wrote what',
  'page.textHistory.before': 'The text before most of it was deleted on {at}',
  'page.textHistory.look': 'See the text as it was before',

  'page.before.title': '“{title}” as the text was before',
  'page.before.seen': 'Seen by {who} ({capacity}, {body}) on {at}.',
  'page.before.unseen': 'None of those who write the text has said that they have seen it.',
  'page.before.see': 'I have seen it',
  'page.before.seeThen':
    'Then the task goes away for everyone who writes the text. It says here that you have seen it.',
  'page.before.missing': 'What is missing in the text now',
  'page.before.missingCount': { one: '{count} piece is missing', other: '{count} pieces are missing' },
  'page.before.nothingMissing': 'Everything the text said then stands in it now.',
  'page.before.then': 'The text as it was',
  'page.before.forgotten':
    'What the text said then was erased with the drafts of the response. It cannot be found again.',
  'page.before.putBack': 'Bring back what was deleted',
  'page.before.comes': {
    one: '{count} piece is missing and is put back where it stood.',
    other: '{count} pieces are missing and are put back where they stood.',
  },
  'page.before.keeps': 'Nothing that stands in the text now is removed or changed, nor what others write meanwhile.',
  'page.before.twice':
    'A paragraph that has been rewritten since may come to stand twice. Then you delete one of them.',
  'page.before.yours': 'What comes back stands as written by you.',

  'page.whoWrote.title': 'Who wrote what: {title}',
  'page.whoWrote.state': 'Under each paragraph it says who wrote it, and when',
  'page.whoWrote.empty': 'The text says nothing.',
  'page.whoWrote.unreadable': 'The text holds something that cannot be read, so nothing can be shown here.',
  'page.whoWrote.erased': 'The drafts have been erased. When the oldest of it was written can no longer be seen.',
  'page.whoWrote.reading': 'The history of the text is being read',
  'page.whoWrote.stopped': 'You have stopped it. Nothing has changed.',
  'page.whoWrote.again': 'Read the history',
  'page.whoWrote.by': 'Written by {who}',
};
