import { sendReminder } from '@enig/data';
import type { Works } from '../jobs/work';

/** Reminds those who have not answered when it is time (HE-33). A worker that is stopped delays it and nothing else. */
export const reminding: Works = (work) => {
  work.timers.handle('reminder', async (transaction, timer) => {
    await sendReminder(transaction, timer);
  });
};
