import type { AgreementEvent } from '@enig/agreement';
import type { Room, Sentence } from '../sentence';

/**
 * The log of acts: what was done, as `act.<kind>`. Who did it, and in what capacity, stands beside the sentence. A place
 * is named after the fact the act carries; ids are given as names, closed values as their labels.
 */
export const acts = {
  'act.createAgreement': 'Aftalen »{title}« blev oprettet.',
  'act.editAgreement': 'Aftalens navn, periode eller frister blev ændret: »{title}«, frist {deadline}.',
  'act.setParties': 'Aftalens parter blev sat til {parties}.',
  'act.addSection': 'Afsnittet »{title}« blev tilføjet.',
  'act.moveSection': 'Afsnittet »{section}« blev flyttet.',
  'act.removeSection': 'Afsnittet »{section}« blev fjernet.',
  'act.putBackSection': 'Afsnittet »{section}« blev lagt tilbage.',
  'act.setCoordinators': 'Tovholdere for »{section}« er nu: {parties}.',
  'act.addEasyRead': '»{section}« fik en letlæst udgave.',
  'act.addAnnex': 'Bilag {number}, »{title}«, blev tilføjet.',
  'act.removeAnnex': 'Bilag {number}, »{title}«, blev fjernet.',
  'act.freezeForHearing': 'Teksten blev frosset og sendt i høring som version {version}.',
  'act.openRound': 'Høringsrunden blev åbnet med frist {dueDate}.',
  'act.extendRound': 'Fristen for høringen blev flyttet til {dueDate}: {reason}',
  'act.endRound': 'Høringsrunden blev afsluttet.',
  'act.endHearing': 'Høringen blev afsluttet, og skrivningen åbnet igen.',
  'act.closeRound': 'Høringsrunden blev lukket. Alle punkter har fået svar.',
  'act.submitResponse': '{council} sendte sit høringssvar, {reference}.',
  'act.withdrawResponse': '{council} trak sit høringssvar tilbage, {reference}.',
  'act.treatPoint': 'Et punkt fra {council} blev behandlet: {outcome}.',
  'act.freezeForDecision': 'Teksten blev frosset og sendt til beslutning som version {version}.',
  'act.reopenWriting': 'Skrivningen blev åbnet igen, og godkendelserne faldt bort: {reason}',
  'act.recordDecision': 'Beslutning registreret for {party}: {outcome}.',
  'act.recordSharedDecision': 'Beslutning registreret for {body}: {outcome}.',
  'act.enterDecision': 'Beslutning indskrevet for {party}: {outcome}. Den venter på at blive bekræftet.',
  'act.confirmDecision': 'Beslutningen for {party} blev bekræftet: {outcome}.',
  'act.conclude': 'Alle parter har godkendt samme tekst. Aftalen er indgået.',
  'act.abandon': 'Aftalen blev opgivet: {reason}',
} as const satisfies Room & Readonly<Record<`act.${AgreementEvent}`, Sentence>>;
