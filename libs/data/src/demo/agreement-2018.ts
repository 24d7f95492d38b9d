import type { DemoAgreement } from './content';
import { developmentFocusAreas2018 } from './focus-2018-development';
import { steeringFocusAreas2018 } from './focus-2018-steering';

/** The agreement of 2018–20: real titles, strands and outcomes; coordinators, goals and actions are invented. */
export const agreement2018: DemoAgreement = {
  key: 'rammeaftale-2018-2020',
  title: 'Rammeaftale 2018–20 for det specialiserede social- og undervisningsområde',
  label: 'Demo – titler og resultater efter forslaget fra 2020, resten er opdigtet til demonstration',
  periodFrom: '2018-01-01',
  periodTo: '2020-12-31',
  developmentChapters: [
    {
      key: 'background',
      title: 'Om aftalen',
      body: [
        'Aftalen blev forberedt fra efteråret 2016 til foråret 2017 sammen med politikere, brugere og fagfolk. Kommunerne godkendte den i efteråret 2017 for to år og forlængede den et år senere, så den kom til at gælde til og med 2020.',
        'Samme efterår som forlængelsen blev der godkendt en allonge for 2019 med nye oplysninger om udbud og efterspørgsel af pladser.',
      ],
    },
  ],
  focusAreas: [...developmentFocusAreas2018, ...steeringFocusAreas2018],
  steeringChapters: [],
  annexes: [],
  lineageOutsideFocusAreas: [],
};
