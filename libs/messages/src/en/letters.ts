import type { letters as da } from '../da/letters';
import type { Translated } from '../sentence';

/** What letters say. */
export const letters: Translated<typeof da> = {
  'letter.greeting': 'Hello {name}',
  'letter.signIn.subject': 'Your link to Enig',
  'letter.signIn.text': 'Here is the link you asked for. It signs you in without a password.',
  'letter.signIn.verb': 'Sign in',
  'letter.roundOpened.subject': '{body} is consulted on “{round}”',
  'letter.roundOpened.text':
    '{owner} asks for an answer from {body} on “{round}”. The deadline is {due}. There is an easy-read version of the text too, and it can be downloaded and printed.',
  'letter.roundOpened.short': 'The notice is shorter than usual. The reason is: {reason}',
  'letter.roundOpened.verb': 'Read and answer',
  'letter.deadlineExtended.subject': 'More time to answer on “{round}”',
  'letter.deadlineExtended.text':
    '{body} has been given longer to answer on “{round}”. The new deadline is {due}. The reason is: {reason}',
  'letter.deadlineExtended.verb': 'Read and answer',
  'letter.reminder.subject': 'The deadline for “{round}” is near',
  'letter.reminder.text':
    '{body} has not sent its answer on “{round}” yet. The deadline is {due}. If you need more time, you can ask for it on the page.',
  'letter.reminder.verb': 'Read and answer',
  'letter.receipt.subject': 'Receipt {reference}: the answer on “{round}” has been received',
  'letter.receipt.text':
    'The answer from {body} on “{round}” was received {at}. The receipt number is {reference}, and the fingerprint (SHA-256) is {sha256}. Keep this mail as your receipt.',
  'letter.receipt.late':
    'The answer came after the deadline. It has been received and will be read, and is marked as late.',
  'letter.receipt.replaces': 'It stands in place of what you sent before, {replaced}, which is kept.',
  'letter.receipt.verb': 'See the answer and the receipt',
  'letter.answersUsed.subject': 'How your response on “{round}” was used',
  'letter.answersUsed.text':
    'The hearing on “{round}” is closed. {body} can now see the reply to each of your points and what was changed in the text.',
  'letter.answersUsed.verb': 'See how the response was used',
  'letter.extensionAsked.subject': '{body} asks for more time',
  'letter.extensionAsked.text':
    '{body} has asked for longer to answer on “{round}”. Read why, and let them know: extend the deadline, or say no with a reason.',
  'letter.extensionAsked.verb': 'Read and answer them',
  'letter.extensionDeclined.subject': 'No more time to answer on “{round}”',
  'letter.extensionDeclined.text':
    '{body} has asked for longer to answer on “{round}”, and does not get it. The deadline is still {due}. The reason is on the page.',
  'letter.extensionDeclined.verb': 'See the reason',
  'letter.answerWithdrawn.subject': 'The answer {reference} on “{round}” has been withdrawn',
  'letter.answerWithdrawn.text':
    '{by} has withdrawn the answer from {body} on “{round}”. You can change it and send it again. Until you do, {body} has not answered. The deadline is {due}.',
  'letter.answerWithdrawn.verb': 'See the answer',
  'letter.correctionNotSent.subject': 'The correction of {reference} was not sent',
  'letter.correctionNotSent.text':
    'You were correcting the answer from {body} on “{round}” when the collecting of answers was ended. The correction was not sent. The answer with the receipt number {reference} stands as you sent it. If you changed anything, you can still read it on the page.',
  'letter.correctionNotSent.verb': 'See the answer and the receipt',
  'letter.pointAssigned.subject': 'Responses on “{round}” are waiting for your reply',
  'letter.pointAssigned.text': {
    one: '{count} point in the responses on “{round}” is yours to reply to. It needs an outcome, a reply and a reason.',
    other:
      '{count} points in the responses on “{round}” are yours to reply to. They need an outcome, a reply and a reason.',
  },
  'letter.pointAssigned.verb': 'Reply to the points',
  'letter.lookAgain.subject': 'Look through the published answers to “{round}” again',
  'letter.lookAgain.text': {
    one: 'Enig has become better at finding personal numbers, and there is {count} new finding in the answers to “{round}” that are published. It is covered until two people have released it or it is taken out.',
    other:
      'Enig has become better at finding personal numbers, and there are {count} new findings in the answers to “{round}” that are published. They are covered until two people have released them or they are taken out.',
  },
  'letter.lookAgain.verb': 'Look through the answers',
  'letter.jobDone.subject': '{what} is ready',
  'letter.jobDone.text': '{what}, which you asked for, is ready to be downloaded.',
  'letter.jobDone.verb': 'Download',

  'letter.lacksPdf': 'The PDF that belongs in this mail could not be made in time. You can download it on the page.',
  'letter.personal':
    'The link is for you alone: do not pass it on. It can be used once. If it has been used or is too old, you can get a new one when you open it.',
  'letter.asked': 'If you did not ask for a link, do nothing. Nobody has come in.',
  'letter.reply': 'If you have questions, answer this mail.',
  'help.contact': 'Need help? Call or write to us: {contact}',

  'job.underWay': '{title}: {what}',
  'job.titleAs': '{title} ({format})',
  'job.looking': 'Looking up how far it is …',
  'job.unread': 'How far it is cannot be seen right now. It will be looked up again by itself.',
  'job.notStopped': 'It could not be stopped. Try again in a moment.',
  'job.waiting': 'waiting to start',
  'job.done': '{title} is ready.',
  'job.failed': '{title} could not be made. Try again, and tell the secretariat if it goes on.',
  'job.cancelled': '{title} was stopped, and nothing has been made.',
  'job.fetch': 'Download {name}',
  'job.kind.memo': 'The response memo',
  'job.kind.used': 'The overview of how the response was used',
  'job.step.reading': 'Fetching what is needed',
  'job.step.comparing': 'Comparing with the text that followed',
  'job.step.setting': 'Setting the pages',
  'job.step.writing': 'Writing the document',
};
