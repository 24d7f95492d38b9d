import { brandId } from '@enig/kernel';
import { NotFound } from './errors';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a string that came from outside can be asked the database about as an id. */
export function isUuid(given: string): boolean {
  return UUID.test(given);
}

/** An id that came from outside. @throws NotFound for what can be no id: there is no such thing. */
export function idOf<Id extends string>(given: string, what: string): Id {
  if (!isUuid(given)) throw new NotFound(what);
  return brandId<Id>(given.toLowerCase());
}
