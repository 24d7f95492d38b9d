import type { acts as first } from '../da/acts';
import type { Translated } from '../sentence';

/** The log of acts: what was done. */
export const acts: Translated<typeof first> = {
  'act.createAgreement': 'The agreement “{title}” was created.',
  'act.editAgreement': 'Name, period or deadlines of the agreement were changed: “{title}”, deadline {deadline}.',
  'act.setParties': 'The parties of the agreement were set to {parties}.',
  'act.addSection': 'The section “{title}” was added.',
  'act.moveSection': 'The section “{section}” was moved.',
  'act.removeSection': 'The section “{section}” was removed.',
  'act.putBackSection': 'The section “{section}” was put back.',
  'act.setCoordinators': 'Coordinators of “{section}” are now: {parties}.',
  'act.addEasyRead': '“{section}” got an easy-read version.',
  'act.addAnnex': 'Annex {number}, “{title}”, was added.',
  'act.removeAnnex': 'Annex {number}, “{title}”, was removed.',
  'act.freezeForHearing': 'The text was frozen and sent for hearing as version {version}.',
  'act.openRound': 'The hearing round was opened with the deadline {dueDate}.',
  'act.extendRound': 'The deadline of the hearing was moved to {dueDate}: {reason}',
  'act.endRound': 'The hearing round was ended.',
  'act.endHearing': 'The hearing was ended and writing opened again.',
  'act.closeRound': 'The hearing round was closed. Every point has its answer.',
  'act.submitResponse': '{council} sent its response, {reference}.',
  'act.withdrawResponse': '{council} withdrew its response, {reference}.',
  'act.treatPoint': 'A point from {council} was answered: {outcome}.',
  'act.freezeForDecision': 'The text was frozen and sent for decision as version {version}.',
  'act.reopenWriting': 'Writing was opened again and the approvals lapsed: {reason}',
  'act.recordDecision': 'Decision recorded for {party}: {outcome}.',
  'act.recordSharedDecision': 'Decision recorded for {body}: {outcome}.',
  'act.enterDecision': 'Decision entered for {party}: {outcome}. It waits to be confirmed.',
  'act.confirmDecision': 'The decision for {party} was confirmed: {outcome}.',
  'act.conclude': 'Every party has approved the same text. The agreement is concluded.',
  'act.abandon': 'The agreement was abandoned: {reason}',
};
