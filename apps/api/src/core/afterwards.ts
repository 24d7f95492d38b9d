import type { Result } from '@enig/kernel';
import { NotFound } from './errors';
import type { AppViewer } from './viewer';

/**
 * What a store answered, as the resolver goes on with it: what was read before shows what was, and the answer must show
 * what is.
 *
 * @throws NotFound for what was not there.
 */
export function afterwards<Value, Refusal>(
  viewer: AppViewer,
  done: Result<Value, Refusal> | null,
  what: string,
): Result<Value, Refusal> {
  viewer.forget();
  if (!done) throw new NotFound(what);
  return done;
}
