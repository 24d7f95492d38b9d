import type { signIn as da } from '../da/sign-in';
import type { Translated } from '../sentence';

/** Coming in by a mailed link, and the demo's mails. */
export const signIn: Translated<typeof da> = {
  'api.busy': 'Many are fetching something right now. Wait a little and try again.',
  'api.tooMany': 'This has been tried many times within a short while. Wait a little and try again.',

  'page.signIn.byMail': 'Get a link in a mail',
  'page.signIn.byMailHint': 'You need no password. The link in the mail signs you in.',
  'page.signIn.email': 'Your e-mail',
  'page.signIn.emailWrong': 'Write your e-mail. It should look like name@municipality.dk.',
  'page.signIn.send': 'Send me a link',
  'page.signIn.sent':
    'If we know {email}, a link is on its way. It usually arrives within a minute. Look among unwanted mail, too.',
  'page.signIn.notSent': 'Asking for a link did not succeed. Try again in a little while.',
  'page.signIn.asDemo': 'Or choose a person of the demo',
  'page.signIn.post': 'See the mails of the demo',

  'link.title': 'Sign in',
  'link.text': 'The link is for {name}. Press the button to come in.',
  'link.once': 'It can be used once, until {until}.',
  'link.button': 'Sign in as {name}',
  'link.stale.title': 'The link cannot be used any more',
  'link.stale.text': 'The link for {name} has been used or is too old. What you have written and saved is still there.',
  'link.stale.button': 'Send me a new one',
  'link.stale.where': 'The new link comes in a mail to the address we know, and leads to the same place.',
  'link.unknown.title': 'The link cannot be used',
  'link.unknown.text':
    'Perhaps a part of it is missing. Copy the whole link from the mail, or write your e-mail so that we can send another.',
  'link.sent.title': 'Look in your mail',
  'link.sent.text':
    'If we know the address, a link is on its way. It usually arrives within a minute. Look among unwanted mail, too.',
  'link.sent.again': 'If nothing has come within ten minutes, try again, or write to the secretariat.',
  'link.tooMany.title': 'Wait a little',

  'post.title': 'Mails of the demo',
  'post.state': 'Mails of the demo are not sent. They are put here.',
  'post.empty': 'There are no mails here yet.',
  'post.to': 'To',
  'post.line': 'To {to}, {at}',
  'post.at': 'Put here',
  'post.enclosed': 'Enclosed',
  'post.html': 'See the mail as a mail program shows it',
  'post.back': 'All mails',
};
