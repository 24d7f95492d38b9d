import type { collab as first } from '../da/collab';
import type { Translated } from '../sentence';

/** What the editor says of writing together. */
export const collab: Translated<typeof first> = {
  'saved.at': 'Saved at {time}',
  'saved.saving': 'Saving …',
  'saved.notSince': 'Not saved since {time}',
  'saved.notYet': 'Not saved yet',
  'saved.connecting': 'Fetching the text …',
  'saved.offline': 'No connection. You can go on writing. It is saved when the connection is back.',
  'readOnly.because': 'Read only, because {reason}.',

  'closed.hearing': 'the agreement is in hearing',
  'closed.deciding': 'the agreement is up for decision',
  'closed.concluded': 'the agreement is concluded',
  'closed.abandoned': 'the agreement is abandoned',
  'closed.removed': 'the section has been removed from the agreement',
  'closed.submitted': 'the response has been sent',
  'closed.roundClosed': 'the hearing round is closed',
  'closed.noRight': 'others write this text',
  'closed.other': 'the text is closed',

  'CO-3-TOO-LARGE': 'What you last wrote or pasted is too much to be saved. Copy it and paste it in smaller pieces.',
  'CO-4-MALFORMED':
    'What you last wrote could not be read and is not saved. Copy it, reload the page and paste it again.',
  'CO-5-UNKNOWN-ROOT':
    'What you last wrote does not belong in this text and is not saved. Copy it and reload the page.',
  'CO-6-CLOSED':
    'Writing was closed before your last words arrived. They are not saved. Copy them and talk to the secretariat.',
  'CO-6-NO-RIGHT':
    'You may no longer write here, so your last words are not saved. Copy them and talk to the secretariat.',
  'CO-6-SIGNED-OUT': 'You are signed out, so your last words are not saved. Copy them, sign in again and paste them.',
  'CO-6-NO-SUCH-TEXT': 'The text is gone, so your last words are not saved. Copy them and talk to the secretariat.',
  'CO-8-GAP': 'Something you wrote is missing on the way. It is being sent again. Stay on the page for a moment.',

  'socket.signedOut': 'You are signed out. Sign in again to go on writing. You can copy what has not been saved.',
  'socket.noRight': 'You have no access to this text.',
  'socket.noSuchText': 'There is no such text.',
  'socket.oldSchema': 'The page is from an older version of Enig. Copy what has not been saved and reload the page.',
  'socket.tooLarge': 'What you pasted is too much. Copy it and paste it in smaller pieces.',
  'socket.tooFast': 'Too much came at once. Wait a moment. The connection comes back by itself.',
  'socket.malformed':
    'The connection sent something that cannot be read. Copy what has not been saved and reload the page.',
  'socket.tryAgain': 'The connection was broken. We are trying again.',
  'socket.goingDown': 'Enig is restarting. The connection comes back by itself.',

  'refused.copy': 'Copy what has not been saved',
  'presence.others': { one: '{count} other is writing here now', other: '{count} others are writing here now' },
};
