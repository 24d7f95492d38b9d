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
  'act.hearVersion': 'Version {version} blev sendt i høring.',
  'act.askMoreTime': '{council} bad om mere tid.',
  'act.answerMoreTime': '{council} fik svar på sin anmodning om mere tid.',
  'act.extendRound': 'Fristen for høringen blev flyttet til {dueDate}: {reason}',
  'act.planReminders': 'Der mindes om fristen så mange dage før: {days}.',
  'act.endRound': 'Indsamlingen af svar blev afsluttet.',
  'act.endHearing': 'Indsamlingen af svar om aftalens tekst blev afsluttet.',
  'act.closeRound': 'Høringsrunden blev lukket. Alle punkter har fået svar.',
  'act.submitResponse': '{council} sendte sit høringssvar, {reference}.',
  'act.replaceResponse': '{council} sendte et rettet høringssvar, {reference}, i stedet for {replaced}.',
  'act.withdrawResponse': '{council} trak sit høringssvar tilbage, {reference}.',
  'act.treatPoint': 'Et punkt fra {council} blev behandlet: {outcome}.',
  'act.treatPoints': {
    one: '{count} punkt blev behandlet: {outcome}.',
    other: '{count} punkter blev behandlet med samme svar: {outcome}.',
  },
  'act.splitPoint': 'Et punkt blev delt.',
  'act.mergePoints': { one: '{count} punkt blev samlet.', other: '{count} punkter blev samlet til ét.' },
  'act.movePoints': {
    one: '{count} punkt blev flyttet til et andet sted i aftalen.',
    other: '{count} punkter blev flyttet til et andet sted i aftalen.',
  },
  'act.assignPoints': {
    one: '{count} punkt fik en anden behandler.',
    other: '{count} punkter fik en anden behandler.',
  },
  'act.undoPointChange': 'En ændring af punkterne blev fortrudt.',
  'act.undoAnswer': {
    one: 'Et svar på {count} punkt blev taget tilbage.',
    other: 'Et svar på {count} punkter blev taget tilbage.',
  },
  'act.releaseFinding': 'Et fund i svaret fra {council} blev set igennem, og det må offentliggøres.',
  'act.redactResponse': 'Noget i svaret fra {council} blev taget ud af det, der offentliggøres.',
  'act.liftRedaction': 'Noget, der var taget ud af svaret fra {council}, blev sat tilbage.',
  'act.withholdFile': 'En fil i svaret fra {council} blev holdt tilbage fra offentliggørelse.',
  'act.putBackFile': 'En fil i svaret fra {council}, der var holdt tilbage, må offentliggøres.',
  'act.publishResponses': 'Svarene i høringsrunde {number} blev offentliggjort.',
  'act.unpublishResponses': 'Svarene i høringsrunde {number} blev taget ned igen.',
  'act.freezeForDecision': 'Teksten blev frosset og sendt til beslutning som version {version}.',
  'act.reopenWriting': 'Skrivningen blev åbnet igen, og godkendelserne faldt bort: {reason}',
  'act.recordDecision': 'Beslutning registreret for {party}: {outcome}.',
  'act.recordSharedDecision': 'Beslutning registreret for {body}: {outcome}.',
  'act.enterDecision': 'Beslutning indskrevet for {party}: {outcome}. Den venter på at blive bekræftet.',
  'act.confirmDecision': 'Beslutningen for {party} blev bekræftet: {outcome}.',
  'act.conclude': 'Alle parter har godkendt samme tekst. Aftalen er indgået.',
  'act.abandon': 'Aftalen blev opgivet: {reason}',
} as const satisfies Room & Readonly<Record<`act.${AgreementEvent}`, Sentence>>;
