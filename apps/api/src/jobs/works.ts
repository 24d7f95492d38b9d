import { enclosingDecisionReceipts } from '../approval/enclosing-decision-receipts';
import { makingBundles } from '../bundle/making-bundles';
import { makingCases } from '../cases/making-cases';
import { enclosingReceipts } from '../hearing/enclosing-receipts';
import { makingOnePages } from '../decision-overview/making-one-pages';
import { remindingOfDecisions } from '../decision-overview/reminding';
import { reminding } from '../overview/reminding';
import { turningAgreements } from '../published-agreement/turning';
import { lookingAgain } from '../screening/looking-again';
import { makingPapers } from '../treatment/making-papers';
import type { Works } from './work';

/** What workers do, one line for each part of the product that has work for them. */
export const WORKS: readonly Works[] = [
  reminding,
  remindingOfDecisions,
  enclosingReceipts,
  enclosingDecisionReceipts,
  makingPapers,
  makingBundles,
  makingCases,
  makingOnePages,
  lookingAgain,
  turningAgreements,
];
