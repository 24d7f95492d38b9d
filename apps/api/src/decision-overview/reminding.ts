import { sendDecisionReminder } from '@enig/data';
import type { Works } from '../jobs/work';

/** Reminds the parties that are missing when it is time (AP-33). A worker that is stopped delays it and nothing else. */
export const remindingOfDecisions: Works = (work) => {
  work.timers.handle('decisionReminder', async (transaction, timer) => {
    await sendDecisionReminder(transaction, timer);
  });
};
