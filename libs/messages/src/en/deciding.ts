import type { Room } from '../sentence';

/** What comes after a decision: who confirms, the ways on of a blocked chain, approving again, taking a step otherwise. */
export const deciding = {
  'next.approved': 'The party is done. When all have approved the same text, the agreement is concluded.',
  'next.approvedWithRemark': 'It is an approval. The remark goes with it, and the text stays as it is.',
  'next.approvedOnCondition':
    'It is no approval. Either the council lifts its condition and records an approval, or the text is changed and sent out again.',
  'next.rejected':
    'It is a no. Either the council takes the matter up again at a later meeting, or the text is changed and sent out again.',
  'next.postponed': 'The matter comes up again at the meeting that is noted. The agreement waits until then.',
  'next.referredBack':
    'The matter has been sent back. It comes to a meeting again when it has been treated, or the text is changed and sent out again.',
  'tasks.confirmSecond': 'A colleague has recorded: {outcome}, {date}',
  'tasks.reaffirm': '{body} approved the earlier text',
  'board.blocked': 'The agreement stands still.',
  'board.vacant':
    '{party} cannot decide: {council} is no more, and its last day was {until}. The secretariat can ask that the council that has come after it decides instead. It counts when somebody of the party or of the new council agrees. If nobody is to decide instead, the text must be opened again and the party taken out.',
  'board.blockedAt': '{party}: {outcome}. {next} The reason is: {reason}',
  'changed.nothing': 'The words are the same. Only the number of the version is new.',
  'changed.title': 'The agreement is now called “{title}”.',
  'changed.period': 'The period has changed.',
  'changed.parties': {
    one: '{count} party has come, gone or got another name.',
    other: '{count} parties have come, gone or got another name.',
  },
  'changed.annexes': { one: '{count} annex has changed.', other: '{count} annexes have changed.' },
  'changed.added': 'New section: {title}.',
  'changed.removed': 'Section taken out: {title}.',
  'changed.section': {
    one: '{title}: {count} place has changed ({places}).',
    other: '{title}: {count} places have changed ({places}).',
  },
  'decisionReceipt.title': 'Receipt for a decision',
  'decisionReceipt.subtitle': 'The decision is recorded.',
  'decisionReceipt.waiting':
    'The decision is recorded and counts only when one of the party’s own people has confirmed it.',
  'decisionReceipt.superseded': 'A later decision has taken the place of this one. Both are kept.',
  'decisionReceipt.lapsed': 'The text has since been opened again, so the decision no longer counts. It is kept.',
  'decisionReceipt.fellAway': 'Nobody confirmed the decision in time, so it fell away and changes nothing. It is kept.',
  'decisionReceipt.reference': 'Receipt number',
  'decisionReceipt.agreement': 'Agreement',
  'decisionReceipt.number': 'Version',
  'decisionReceipt.party': 'Party',
  'decisionReceipt.body': 'Decided by',
  'decisionReceipt.outcome': 'Decision',
  'decisionReceipt.meeting': 'The meeting',
  'decisionReceipt.item': 'Item on the agenda',
  'decisionReceipt.wording': 'Wording',
  'decisionReceipt.reason': 'Remark or reason',
  'decisionReceipt.minority': 'Minority statement',
  'decisionReceipt.nextMeeting': 'Next meeting',
  'decisionReceipt.minutes': 'Minutes',
  'decisionReceipt.minutesFile': '{name} (SHA-256 {sha256})',
  'decisionReceipt.version': 'Fingerprint of the text (SHA-256)',
  'decisionReceipt.recorded': 'Recorded',
  'decisionReceipt.confirmed': 'Confirmed',
  'decisionReceipt.by': '{name}, {capacity}, {at}',
  'decisionReceipt.log': 'The log of the case',
  'decisionReceipt.keep':
    'Keep the receipt. With the fingerprint of the log anybody can see whether anything has been changed since.',
  'page.approval.waysOn': 'One of these ways leads on:',
  'page.approval.unconfirmedSecond': 'waits for a colleague to confirm,',
  'page.approval.since': 'Recorded since:',
  'page.approval.fellAway': 'was not confirmed and fell away,',
  'page.approval.corrected': 'corrected {date}',
  'page.approval.followed': 'new decision {date}',
  'page.approval.neverConfirmed': 'was not confirmed,',
  'page.approval.recorded': 'The decision of {party} is recorded.',
  'page.approval.recordedEntered': 'It counts only when somebody of {party} has confirmed it.',
  'page.approval.recordedSecond': 'It counts only when a colleague has confirmed it.',
  'page.approval.recordedReceipt': 'Fetch the receipt',
  'page.approval.minutesFile': 'minutes (file)',
  'page.approval.minutesHeld':
    'The minutes are shown to the party itself alone: there seems to be a personal number in them, or they cannot be looked through.',
  'page.approval.receipt': 'receipt',
  'page.approval.minority': 'Minority: {words}',
  'page.approval.confirmChanged':
    'The decision has been confirmed or corrected meanwhile. What is to be confirmed now is something else: {body}, “{outcome}”, the meeting of {date}. If that is right, confirm it.',
  'page.approval.reaffirm': 'See the changes and approve again',
  'page.recordDecision.correctsEntered':
    'The secretariat has entered “{outcome}” from the meeting on {date} for {body}. It is not confirmed and does not count yet. If it is right, somebody of the party can confirm it on the board. Otherwise write here what was decided: it takes its place, and both can be seen.',
  'page.recordDecision.correctsSecond':
    '{name} has recorded “{outcome}” from the meeting on {date} for {body}. It waits for a colleague to confirm it and does not count yet. What you record now takes its place, and both can be seen.',
  'page.recordDecision.recordedBy': 'Recorded by {name} {at}: item {item}. “{wording}”',
  'page.recordDecision.other':
    'What you have written is still here. If you record again, you correct the decision that the other has recorded:',
  'page.recordDecision.placeGone':
    'While you were writing, it was changed who deals with the case: “{gone}” no longer does. What you have written is still here and is now recorded for “{place}”. Read it through before you record.',
  'page.recordDecision.waitsFor':
    'It cannot be recorded yet. There is a step before this one, and these have yet to have their say: {names}. That is recorded first.',
  'page.recordDecision.concluded':
    'The agreement is concluded. Now only mistakes in what was recorded are put right, such as a wrong date. An approval cannot be taken back.',
  'page.recordDecision.newMeeting': 'It is a new meeting: empty the fields',
  'page.recordDecision.emptied': 'The fields are empty.',
  'page.recordDecision.afterEntered':
    'It counts only when somebody of {party} has confirmed it. It can be corrected, and the correction is seen.',
  'page.recordDecision.second':
    'The party has chosen that two people look at the decision. It counts when a colleague has confirmed it.',
  'page.recordDecision.minutesFile': 'The minutes as a file (PDF or Word)',
  'page.recordDecision.minutesFileHint':
    'Choose either a file or an address. Everybody who can see the agreement can fetch the file, if there are no personal numbers in it.',
  'minutes.numbers': {
    one: 'There seems to be a personal number in “{name}”: {places}. Only you and the party’s own people can fetch the file. Choose an edition without personal numbers, so that all can read the minutes.',
    other:
      'There seem to be {count} personal numbers in “{name}”: {places}. Only you and the party’s own people can fetch the file. Choose an edition without personal numbers, so that all can read the minutes.',
  },
  'minutes.unread':
    'Something in “{name}” cannot be looked through for personal numbers: {places}. Only you and the party’s own people can fetch the file. Choose an edition with text, so that all can read the minutes.',
  'minutes.linkHasNumber':
    'The address of the minutes seems to hold a personal number (CPR), and it is shown to everyone. Choose the minutes as a file instead.',
  'minutes.nameHasNumber':
    'There seems to be a personal number in the name of the file. Rename the file and choose it again.',
  'page.recordDecision.minutesUnreadable': 'The file cannot be read. Choose it again.',
  'page.recordDecision.minutesBoth': 'Choose either the file or the address, not both.',
  'page.recordDecision.minutesWaiting': 'Wait until the file has been sent.',
  'page.reaffirm.title': 'Approve again: {party}',
  'page.reaffirm.intro':
    '{body} approved version {version} on {date}. The text has changed since. Here is everything that has.',
  'page.reaffirm.introSame':
    '{body} approved version {version} on {date}. The text was sent out again as a new version, and nothing in it has changed. It is to be approved again before the approval counts.',
  'page.reaffirm.changed': 'What has changed since you approved?',
  'page.reaffirm.words': 'In short',
  'page.reaffirm.exactly': 'Word by word, section by section',
  'page.reaffirm.again': 'Approve again',
  'page.reaffirm.hint':
    'When {body} has seen the changes and approved the new text, write the meeting here. The committees need not treat the matter again.',
  'page.reaffirm.hintSame':
    'When {body} has approved the new version, write the meeting here. The committees do not treat the matter again.',
  'page.reaffirm.otherwise': 'Was it not an approval? Record the decision in the usual way.',
  'page.reaffirm.nothing': 'There is no earlier approval to repeat.',
  'page.changedSince.title': 'What has changed since {party} approved?',
  'page.changedSince.rewriting':
    'The text is being rewritten. Once the new text is put to the parties, what has changed can be seen here.',
  'page.changedSince.neverApproved': '{party} has not approved a text before, so there is nothing to compare with.',
  'page.changedSince.noNewer':
    '{party} has decided about the newest text. What has changed from version to version can be seen in the history.',
  'page.changedSince.lead': 'From version {before} to version {after}',
  'page.twoPeople.title': 'Should two people look at the decision?',
  'page.twoPeople.text':
    'When you turn it on, a decision you record yourselves counts only when a colleague has confirmed it. When you turn it off, that counts from the next text that is put to decision.',
  'page.twoPeople.is': 'Two people look at the decisions of {party} before they count.',
  'page.twoPeople.isNot': 'One person is enough to record the decisions of {party}.',
  'page.twoPeople.letGo':
    'Two people look at the decisions of {party} about this text. From the next text on one person is enough.',
  'page.twoPeople.turnOn': 'Let two people look at it',
  'page.twoPeople.turnOff': 'Let one person be enough',
  'page.twoPeople.done': 'The choice is saved.',
  'page.override.heading': 'Steps taken otherwise',
  'page.override.ask': 'Take a step otherwise',
  'page.override.explain':
    'It never changes that all parties must approve. One of the party’s people must agree before it counts. Where its council is no more, somebody of the new council can agree too.',
  'page.override.succeeds': '{party}: {council} is no more, so another council decides',
  'page.override.step': 'Which step?',
  'page.override.kind': 'How?',
  'page.override.skip': 'Nobody need wait for it',
  'page.override.replaceBody': 'Another takes it',
  'page.override.taker': 'Who takes it instead?',
  'page.override.reason': 'Why?',
  'page.override.reasonMissing': 'Write why.',
  'page.override.takerMissing': 'Choose who takes it.',
  'page.override.send': 'Ask for it',
  'page.override.asked': 'It has been asked for. Now another must agree.',
  'page.override.agree': 'Agree',
  'page.override.agreed': 'It has been agreed to. The step is taken otherwise now.',
  'page.override.skipped': '{party}: “{step}” is not waited for. The reason is: {reason}',
  'page.override.replaced': '{party}: “{step}” is taken by {body}. The reason is: {reason}',
  'page.override.overtaken': 'Asked for by {asked}. The step has been taken meanwhile, so nobody is to agree.',
  'page.override.forAll': 'All',
  'page.override.by': 'Asked for by {asked}, agreed to by {agreed}',
  'page.override.waits': 'Asked for by {asked}. Waits for another to agree',
} as const satisfies Room;
