import { turnAgreement } from '@enig/data';
import type { Works } from '../jobs/work';

/** Notes and tells that an agreement is in force, or has ended, when its day has come (AG-40). */
export const turningAgreements: Works = (work) => {
  work.timers.handle('agreementTurn', (transaction, timer) => turnAgreement(transaction, timer));
};
