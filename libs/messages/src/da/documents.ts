import type { Room } from '../sentence';

/** What stands in pages, Word files and PDFs beside the words people wrote. */
export const documents = {
  'document.goals': 'Mål',
  'document.themes': 'Tematikker',
  'document.actions': 'Handlinger',
  'document.untitled': 'Uden titel',
  'document.criterion': 'Nået, når',
  'document.owner': 'Ansvarlig',
  'document.due': 'Senest',
  'document.responsible': 'Ansvarlig',
  'document.from': 'Fra',
  'document.to': 'Til',
  'document.table': 'Tabel {number}',
  'document.column': 'Kolonne {number}',
  'document.noRemarks': 'Ingen bemærkninger.',
  'document.comment': 'Kommentar til teksten',
  'document.commentTo': 'Kommentar til »{words}«',
  'document.said.phone': 'Sagt i telefonen',
  'document.said.meeting': 'Sagt på mødet',
  'document.case': 'Sagsfremstilling',
  'document.economy': 'Økonomi',
  'document.hearing': 'Høring',
  'document.recommendation': 'Indstilling',
  'document.removed': 'Taget ud:',
  'document.added': 'Sat ind:',
  'document.page': 'Side {page} af {pages}',
} as const satisfies Room;
