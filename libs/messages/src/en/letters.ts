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
  'letter.decisionAsked.subject': '{body} is to decide on “{agreement}”',
  'letter.decisionAsked.text':
    'The text of “{agreement}” is finished and has been put to the parties. The deadline is {due}. When {body} has decided, you write four things: the date of the meeting, the item, the decision and its wording.',
  'letter.decisionAsked.verb': 'Read the text and record the decision',
  'letter.decisionAskedAgain.subject': '{body} is to decide on “{agreement}” again',
  'letter.decisionAskedAgain.text':
    '{body} has approved an earlier text of “{agreement}”. There is a new version now, and it has been put to the parties. The deadline is {due}. The page shows what has changed since {body} approved. When {body} has approved the new version, you record it in the same place in one step.',
  'letter.decisionAskedAgain.verb': 'See what has changed, and approve again',
  'letter.caseReady.subject': 'You can make your case on “{agreement}”',
  'letter.caseReady.text':
    'The text of “{agreement}” is finished and has been put to the parties. Now you can make the case for {party}: Enig fills it in with what concerns you. Correct it together, and copy its fields into your agenda. The decision is due {due}.',
  'letter.caseReady.verb': 'Go to the case',
  'letter.decisionReminder.subject': 'The decision on “{agreement}” is missing',
  'letter.decisionReminder.text': '“{agreement}” still lacks a decision by {body}. The deadline is {due}.',
  'letter.decisionReminder.record':
    'If you have decided, please record it on the page. If you have not, put the matter on the agenda of a meeting before the deadline.',
  'letter.decisionReminder.confirm':
    'The decision has been written down. It counts only once one of you confirms it on the page.',
  'letter.decisionReminder.verb': 'Record or confirm the decision',
  'letter.decisionEscalated.subject': '“{agreement}”: the deadline is near and decisions are missing',
  'letter.decisionEscalated.text': {
    one: '{count} of {total} parties has not approved “{agreement}” yet: {names}. The deadline is {due}. Those who can record a decision have been reminded. Do call them if you can help.',
    other:
      '{count} of {total} parties have not approved “{agreement}” yet: {names}. The deadline is {due}. Those who can record a decision have been reminded. Do call them if you can help.',
  },
  'letter.decisionEscalated.verb': 'See who is missing',
  'letter.decisionToConfirm.subject': 'Confirm the decision on “{agreement}”',
  'letter.decisionToConfirm.text': 'A decision by {body} on “{agreement}” has been recorded.',
  'letter.decisionToConfirm.secretariat':
    'The secretariat has entered what your minutes say. If it is right, confirm it with one press. It counts only then.',
  'letter.decisionToConfirm.colleague':
    'A colleague recorded it. You have chosen that two people look at it. If it is right, confirm it with one press. It counts only then.',
  'letter.decisionToConfirm.verb': 'See it and confirm',
  'letter.overrideAsked.subject': 'Your yes is needed for a step of “{agreement}”',
  'letter.overrideAsked.text':
    'The secretariat asks that the step “{step}” on the way to “{agreement}” is taken otherwise. It counts only once one of you agrees. The page says what is to happen, and why. If you do not agree, do nothing and call the secretariat.',
  'letter.overrideAsked.verb': 'See what is asked',
  'letter.decisionReceipt.subject': 'Receipt {reference}: the decision on “{agreement}” is recorded',
  'letter.decisionReceipt.text':
    'The decision by {body} on “{agreement}” was recorded {at}. The receipt number is {reference}. The log of the case ends at number {number}, and its fingerprint (SHA-256) is {log}. Keep this mail: it can prove that nothing has been changed since.',
  'letter.decisionReceipt.verb': 'See the board',
  'letter.approvalsLapsed.subject': '“{agreement}” is being rewritten, and your decision has lapsed',
  'letter.approvalsLapsed.text':
    'The text of “{agreement}” has been opened again. The decision by {body} was about the earlier text and no longer counts. When there is a new text you are told, and can see what has changed. If you approved before, you can do so again in one step.',
  'letter.approvalsLapsed.why': 'The reason is: {reason}',
  'letter.approvalsLapsed.verb': 'See how far the agreement is',
  'letter.chainBlocked.subject': '“{agreement}” stands still at {body}',
  'letter.chainBlocked.text':
    'The decision by {body} on “{agreement}” is no approval, and there is no agreement while it stands. The page shows the ways on. Call them first.',
  'letter.chainBlocked.verb': 'See the ways on',
  'letter.agreementConcluded.subject': '“{agreement}” is concluded',
  'letter.agreementConcluded.text':
    'All {total} parties have approved the same text of “{agreement}”. The agreement is concluded. Thank you for your help.',
  'letter.agreementConcluded.days': 'It holds from {from} until {to}, the last day included.',
  'letter.agreementConcluded.verb': 'See the agreement',
  'letter.agreementInForce.subject': '“{agreement}” is in force',
  'letter.agreementInForce.text':
    '“{agreement}” holds from {from} until {to}, the last day included. Everybody can read it: its permanent address is on the page.',
  'letter.agreementInForce.replaces': 'It replaces {replaces}, which no longer holds.',
  'letter.agreementInForce.verb': 'See the agreement',
  'letter.agreementEnded.subject': '“{agreement}” has ended',
  'letter.agreementEnded.text':
    'The last day of “{agreement}” was {to}. No new agreement is in force in Enig after it. The agreement can still be read.',
  'letter.agreementEnded.verb': 'See the agreement',
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
  'job.kind.bundle': 'The whole case',
  'job.kind.memo': 'The response memo',
  'job.kind.used': 'The overview of how the response was used',
  'job.kind.case': 'The case',
  'job.kind.cases': 'The cases for the parties',
  'job.kind.onePage': 'The overview for politicians',
  'job.reason.neverAtRest':
    'Something new was recorded each time the case was gathered. Wait until it has come to rest, and make it again.',
  'job.step.gathering': 'Gathering the case',
  'job.step.reading': 'Fetching what is needed',
  'job.step.comparing': 'Comparing with the text that followed',
  'job.step.setting': 'Setting the pages',
  'job.step.writing': 'Writing the document',
};
