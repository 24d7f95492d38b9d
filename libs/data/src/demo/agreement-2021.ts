import { annexes2021 } from './annexes-2021';
import { developmentChapters2021, steeringChapters2021 } from './chapters-2021';
import type { DemoAgreement, DemoProposal } from './content';
import { citizensAndRelatives } from './focus-2021-citizens';
import { interMunicipalCooperation } from './focus-2021-cooperation';
import { mentalHealth } from './focus-2021-mental-health';
import { practiceMethodsAndEffect } from './focus-2021-practice-methods';
import { betterSteeringData } from './focus-2021-steering-data';

/** The nine new proposals from the dialogue meeting of 29 November 2019, with the numbers they had there. */
export const proposals2019: readonly DemoProposal[] = [
  { number: 8, name: 'Psykiatri (Sammenhæng til sundhedsaftaler)' },
  { number: 9, name: 'Særligt dyre enkeltsager' },
  { number: 10, name: 'Øget politisk ejerskab' },
  { number: 11, name: 'Styrker brugerinddragelse i visitationsprocessen' },
  { number: 12, name: 'Mellemkommunalt samarbejde' },
  { number: 13, name: 'Fælles fokus på sårbare unge' },
  { number: 14, name: 'Fastholdelse af personale' },
  { number: 15, name: 'Specialiseret forebyggelse' },
  { number: 16, name: 'Når målgrupperne bliver ældre. Hvordan udvikler vi tilbuddene derefter?' },
];

/** The demo agreement of 2021–22: titles, order, strands and lineage after the proposal of 2020; the rest is invented. */
export const agreement2021: DemoAgreement = {
  key: 'rammeaftale-2021-2022',
  title: 'Rammeaftale 2021–22 for det specialiserede social- og undervisningsområde',
  label: 'Demo – lavet efter forslaget fra 2020, ikke den vedtagne aftale',
  periodFrom: '2021-01-01',
  periodTo: '2022-12-31',
  developmentChapters: developmentChapters2021,
  focusAreas: [
    citizensAndRelatives,
    interMunicipalCooperation,
    mentalHealth,
    practiceMethodsAndEffect,
    betterSteeringData,
  ],
  steeringChapters: steeringChapters2021,
  annexes: annexes2021,
  lineageOutsideFocusAreas: [
    {
      from: 'steering-data',
      relation: 'dropped',
      basis: 'document',
      note: 'Forslagets oversigt lader fokusområdet udgå.',
    },
    {
      from: 'rising-need',
      relation: 'dropped',
      basis: 'document',
      note: 'Forslagets oversigt lader fokusområdet udgå.',
    },
    {
      from: 'Øget politisk ejerskab',
      relation: 'built-into-process',
      basis: 'document',
      note: 'Ønsket er taget ind i den måde, aftalen bliver til på, og er ikke et fokusområde for sig.',
    },
    {
      from: 'Når målgrupperne bliver ældre. Hvordan udvikler vi tilbuddene derefter?',
      relation: 'dropped',
      basis: 'interpretation',
      note: 'Forslaget nævner ikke, hvad der er sket med ønsket.',
    },
  ],
};
