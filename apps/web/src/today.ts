import { instantOf, localDateAt, type LocalDate } from '@enig/kernel';

/** The day it is in Copenhagen by this computer's clock. Only for showing how long is left; the server decides. */
export function today(): LocalDate {
  return localDateAt(instantOf(new Date()));
}
