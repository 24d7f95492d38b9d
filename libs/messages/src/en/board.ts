import type { board as first } from '../da/board';
import type { Translated } from '../sentence';

/** How far the parties have come, as a colleague would say it. */
export const board: Translated<typeof first> = {
  'board.nobody': {
    one: 'The only party of the agreement has not approved yet. The agreement is not concluded.',
    other: 'None of the {count} parties has approved yet. The agreement is not concluded.',
  },
  'board.some': '{approved} of {total} have approved · not concluded. Missing: {missing}.',
  'board.someMany': '{approved} of {total} have approved · not concluded. {missing} are missing.',
  'board.awaiting': {
    one: 'The decision of {waiting} is waiting to be confirmed.',
    other: 'The decisions of {waiting} are waiting to be confirmed.',
  },
  'board.awaitingBeside': {
    one: 'A new decision for {waiting} is waiting to be confirmed. Until then the one on record counts.',
    other: 'New decisions for {waiting} are waiting to be confirmed. Until then those on record count.',
  },
  'board.concluded': {
    one: 'The only party of the agreement has approved the text. The agreement was concluded on {date}.',
    other: 'All {count} have approved the same text. The agreement was concluded on {date}.',
  },
  'board.lapsed': 'The text has been opened for rewriting. What was decided no longer counts.',
  'board.abandoned': 'The agreement was abandoned. {approved} of {total} had approved.',

  'api.field.answer': 'Answer',
  'api.field.item': 'Item on the agenda',
  'api.field.wording': 'Wording',
  'api.field.minutesLink': 'Link to the minutes',
  'round.responseTitle': 'Response from {council}',
  'round.unknownCouncil': 'One of those chosen cannot be consulted on this agreement. Choose from the list.',

  'tasks.responseCorrected': '{council} · the response is being corrected, and what was sent stands meanwhile',
  'tasks.responseLate': '{council} · the deadline has passed, but the response can still be sent',
  'tasks.treatPoints': { one: '{count} point lacks a reply', other: '{count} points lack a reply' },
  'tasks.endHearing': '{answered} of {invited} councils have answered',
  'tasks.closeRound': 'Every point has its answer',
  'tasks.recordDecision': '{body} has to decide',
  'tasks.askToConfirm': {
    one: 'The decision of {parties} is entered from the minutes and waits to be confirmed',
    other: 'The decisions of {parties} are entered from the minutes and wait to be confirmed',
  },
  'tasks.endStandstill': '{parties} said no, set a condition or sent the case back',
  'tasks.confirmDecision': 'The secretariat has entered: {outcome}, {date}',
};
