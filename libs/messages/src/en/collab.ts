import type { collab as first } from '../da/collab';
import type { Translated } from '../sentence';

/** What the editor says of writing together. */
export const collab: Translated<typeof first> = {
  'readOnly.because': 'Read only, because {reason}.',

  'closed.deciding': 'the agreement is up for decision',
  'closed.concluded': 'the agreement is concluded',
  'closed.abandoned': 'the agreement is abandoned',
  'closed.removed': 'the section has been removed from the agreement',
  'closed.submitted': 'the response has been sent',
  'closed.correctionNotSent': 'the correction was not sent, and what you had sent stands',
  'closed.roundClosed': 'the hearing round is closed',
  'closed.caseSentOn': 'the case has been sent on',
  'closed.caseLapsed': 'the text is being rewritten; your words are kept and can be used when the case is made again',
  'closed.noRight': 'others write this text',
  'closed.other': 'the text is closed',

  'CO-4-MALFORMED':
    'What you last wrote could not be read and is not saved. Copy it, reload the page and paste it again.',
  'CO-5-UNKNOWN-ROOT':
    'What you last wrote does not belong in this text and is not saved. Copy it and reload the page.',
  'CO-6-CLOSED':
    'Writing was closed before your last words arrived. They are not saved. Copy them and talk to the secretariat.',
  'CO-6-NO-RIGHT':
    'You may no longer write here, so your last words are not saved. Copy them and talk to the secretariat.',
  'CO-6-SIGNED-OUT': 'You are signed out, so your last words are not saved. Sign in again, and they are sent.',
  'CO-6-NO-SUCH-TEXT': 'The text is gone, so your last words are not saved. Copy them and talk to the secretariat.',
  'CO-8-GAP':
    'Some of what you wrote did not arrive, so your last words are not saved. Copy them, and fetch the saved text.',
  'CO-13-TEXT-FULL':
    'The text cannot get longer, so your last words are not saved. Copy them, and delete something before you paste them again.',
  'CO-19-FOREIGN-CLIENT':
    'Your last words came from a page somebody else has used and are not saved. Copy them and fetch the saved text.',
  'CO-20-UNKNOWN-CONTENT':
    'What you last wrote or pasted holds something the text cannot have. It is not saved. Copy the words and fetch the saved text.',
  'CO-21-UNSOUND': 'Your last words were damaged on the way and are not saved. Copy them and fetch the saved text.',
};
