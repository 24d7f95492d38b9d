import type { Result } from '@enig/kernel';
import type { DataSource, EntityManager } from 'typeorm';

/** Raised inside a transaction so that it is rolled back. */
class Refused extends Error {
  constructor() {
    super('Refused by a rule');
  }
}

/**
 * One transaction that a rule may refuse: where `act` answers with a refusal everything it wrote before is rolled back,
 * and the refusal is what comes of it.
 *
 * @returns null where `act` found nothing to change.
 */
export async function refusable<Value, Refusal>(
  source: DataSource,
  act: (manager: EntityManager) => Promise<Result<Value, Refusal> | null>,
): Promise<Result<Value, Refusal> | null> {
  const refusals: Result<Value, Refusal>[] = [];
  try {
    return await source.transaction(async (manager) => {
      const done = await act(manager);
      if (done === null || done.ok) return done;
      refusals.push(done);
      throw new Refused();
    });
  } catch (error) {
    const [refusal] = refusals;
    if (error instanceof Refused && refusal) return refusal;
    throw error;
  }
}
