import type { overview as first } from '../da/overview';
import type { Translated } from '../sentence';

/** Words about deadlines, meetings, reminders and the overview of a hearing round. */
export const overview: Translated<typeof first> = {
  'deadline.midnight': 'the end of {date}',
  'deadline.extended': 'extended',
  'deadline.tooLate': 'an answer is late now',
  'deadline.hoursLeft': { one: 'today, {count} hour left', other: 'today, {count} hours left' },
  'deadline.minutesLeft': { one: 'today, {count} minute left', other: 'today, {count} minutes left' },
  'deadline.secondsLeft': 'today, less than a minute left',
  'deadline.passedToday': 'passed today',
  'deadline.passedYesterday': 'passed yesterday',
  'deadline.passedDays': { one: 'passed {count} day ago', other: 'passed {count} days ago' },

  // The columns of the table and of the file.
  'overview.body': 'Who is consulted',
  'overview.progress': 'How far',
  'overview.opened': 'Has opened the material',
  'overview.begun': 'Has begun',
  'overview.sent': 'Response sent',
  'overview.late': 'Late',
  'overview.moreTime': 'Has asked for more time',
  'overview.nextMeeting': 'Next meeting',
  'overview.meets': 'Meets before the deadline',
  'overview.yes': 'yes',
  'overview.no': 'no',
  'overview.notYet': 'not yet',
  'overview.askedFor': 'yes, until {date} – waiting for a reply',
  'overview.declined': 'yes, until {date} – declined',
  'overview.given': 'yes – extended to {date}',
  'overview.meets.meets': 'yes',
  'overview.meets.doesNotMeet': 'does not meet before the deadline',
  'overview.meets.unknown': 'not known',

  // What the counts come to.
  'overview.answered': '{answered} of {total} have responded.',
  'overview.ofThemLate': { one: '{count} of them was late.', other: '{count} of them were late.' },
  'overview.rest': 'Still to come: {parts}.',
  'overview.waiting.begun': { one: '{count} has begun', other: '{count} have begun' },
  'overview.waiting.opened': { one: '{count} has opened the material', other: '{count} have opened the material' },
  'overview.waiting.notOpened': { one: '{count} has not opened it', other: '{count} have not opened it' },

  'page.overview.titleOf': 'Overview of hearing round {number}',
  'page.overview.link': 'Overview: who has not responded',
  'page.overview.onlyMissing': 'Show only those who have not responded',
  'page.overview.csv': 'Download the table as CSV',
  'page.overview.caption': { one: '{count} is consulted', other: '{count} are consulted' },
  'page.overview.captionMissing': { one: '{count} has not responded', other: '{count} have not responded' },
  'page.overview.nobody': 'Nobody is consulted in this round.',
  'page.overview.nobodyMissing': 'Everybody has responded.',
  'page.overview.notInTime': {
    one: 'One does not meet before the deadline has passed',
    other: '{count} do not meet before the deadline has passed',
  },
  'page.overview.meetsFirst': '{body}: next meeting {date}',
  'page.overview.meetingsUnknown': 'We do not know when {bodies} meet. Ask them, or enter the days below.',

  'page.meetings.title': 'Meetings',
  'page.meetings.why':
    'When the days are here, everybody sees whether there is a meeting before the deadline has passed.',
  'page.meetings.own': 'Your meetings',
  'page.meetings.ownWhy':
    'Enter when you meet. Then those who consult you see whether you can talk about the response before the deadline has passed.',
  'page.meetings.whose': 'Whose meetings do you want to see?',
  'page.meetings.of': 'Meetings of {body}',
  'page.meetings.empty': 'No coming meetings of {body} are entered.',
  'page.meetings.notInTime': '{body} does not meet before the deadline has passed.',
  'page.meetings.addTo': 'Enter a meeting of {body}',
  'page.meetings.date': 'Day of the meeting',
  'page.meetings.add': 'Add the meeting',
  'page.meetings.added': 'The meeting is added.',
  'page.meetings.remove': 'Remove the meeting on {date}',
  'page.meetings.removed': 'The meeting on {date} is removed.',

  'page.reminders.title': 'Reminders',
  'page.reminders.none': 'No more reminders are sent before the deadline.',
  'page.reminders.coming': 'Those who have not responded get a mail on {moments}.',
  'page.reminders.change': 'Change the plan of reminders',
  'page.reminders.days': 'Days before the deadline',
  'page.reminders.daysHint':
    'Write the numbers with commas between them, as 14, 7, 2. Leave the field empty if nobody is to be reminded.',
  'page.reminders.notNumbers': 'Write whole numbers only, with commas between them, as 14, 7, 2.',
  'page.reminders.save': 'Save the plan',
  'page.reminders.changed': 'The plan of reminders is saved.',
};
