import type { writing as first } from '../da/writing';
import type { Translated } from '../sentence';

/** What is said where a text is written: saved or not, closed or read-only and why, and what becomes of the words. */
export const writing: Translated<typeof first> = {
  'ui.save.connecting': 'Loading the text …',
  'ui.save.synced': 'Everything is saved',
  'ui.save.saving': 'Saving …',
  'ui.save.saved': 'Saved at {time}',
  'ui.save.unsaved': 'Not saved since {time}',
  'ui.save.unsavedOn': 'Not saved since {date} at {time}',
  'ui.save.unsavedHelp':
    'The connection is gone or slow. Stay on the page; the text is saved as soon as there is a connection.',
  'ui.save.keptHelp':
    'Your words are kept in this browser and are sent when there is a connection. You can safely go on writing.',
  'ui.save.offline': 'No connection since {time}',
  'ui.save.offlineHelp': 'All you have written is saved. The page keeps trying to connect again.',
  'ui.save.readOnly': 'You can read but not write',
  'ui.save.refused': 'The last you wrote was not saved',
  'ui.save.signedOut': 'You are signed out. Everything is saved',
  'ui.save.signedOutUnsaved': 'You are signed out, and your last words are not saved',
  'ui.save.refusedHelp':
    'The server did not accept your words. They are still here. Copy them before you load the saved text.',
  'ui.save.copyWords': 'Copy my words',
  'ui.save.copied': 'Your words are copied',
  'ui.save.copyFailed': 'They could not be copied. Select them here and copy them yourself.',
  'ui.save.yourWords': 'Your words that are not saved',
  'ui.save.reload': 'Load the saved text',
  'ui.save.copyFirst': 'Copy your last words before you go on. They are not saved.',
  'ui.save.moreThanWords':
    'Something you changed cannot be copied: a date, a choice, an order or something you deleted. It is not saved, so you must do it again.',
  'ui.save.signIn': 'Sign in again',
  'ui.save.reloadPage': 'Reload the page',
  'ui.save.tryAgain': 'Try again',
  'ui.leftWords.title': 'Words that were not saved',
  'ui.leftWords.help':
    'You wrote them in a text that did not accept them. They stay in this browser until you copy or remove them, or sign out. If somebody else signs in in this browser, though, they are removed after 30 days.',
  'ui.leftWords.written': 'Written {moment}',
  'ui.leftWords.onlyHere':
    'The browser has no room for all of it, so some of it is gone when you close the page. Copy it now.',
  'ui.leftWords.writtenIn': 'Written in “{title}” {moment}',
  'ui.leftWords.goTo': 'Go to “{title}”',
  'ui.leftWords.came': 'Something you wrote was not saved. It stands at the top of the page.',
  'ui.leftWords.cameIn': 'Something you wrote in “{title}” was not saved. It stands at the top of the page.',
  'ui.leftWords.dismiss': 'Remove the words',
  'ui.leftWords.dismissNote': 'Remove the message',

  'ui.closed.malformed':
    'The connection was closed because something went wrong in what the page sent. Fetch the saved text to go on writing.',
  'ui.closed.signedOut': 'You are signed out. Sign in again to go on writing.',
  'ui.closed.noRight': 'You have no access to this text. Talk to the secretariat if you need it.',
  'ui.closed.noSuchText': 'There is no such text. Talk to the secretariat if you miss it.',
  'ui.closed.oldSchema': 'The page is from before an update. Reload it to go on writing.',
  'ui.closed.tooLarge':
    'What you pasted is too large to be saved. Fetch the saved text and paste it in smaller pieces.',
  'ui.closed.tooFast': 'Too much came at once from this page. Wait a little and try again.',
  'ui.closed.stopped': 'The connection is closed.',

  'ui.readOnly.deciding': 'The text has been sent for decision and cannot be changed.',
  'ui.readOnly.concluded': 'The agreement is concluded. The text cannot be changed.',
  'ui.readOnly.abandoned': 'The agreement has been abandoned. The text cannot be changed.',
  'ui.readOnly.submitted': 'The answer has been sent and cannot be changed.',
  'ui.readOnly.correctionNotSent':
    'The correction was not sent. What you had sent stands, and the text cannot be changed.',
  'ui.readOnly.removed': 'The section has been removed from the agreement. It can be read but not changed.',
  'ui.readOnly.roundClosed': 'The hearing round is closed. The answer cannot be changed.',
  'ui.readOnly.noRight': 'The coordinators write this text. You can read it.',
  'ui.readOnly.other': 'The text cannot be changed right now.',

  'ui.fate.kept': 'Your words are kept in this browser and are sent when there is a connection.',
  'ui.fate.keptUntilOpened': 'Your words are kept in this browser and are sent when you open the text again.',
  'ui.fate.keptUntilSignIn': 'Your words are kept in this browser and are sent when you have signed in again.',
  'ui.fate.keptForCopying':
    'Your words are kept in this browser. They cannot be sent, but you can copy them, also after reloading.',
  'ui.fate.setAside': 'Your words are not saved. They stay in this browser until you copy or remove them, or sign out.',
};
