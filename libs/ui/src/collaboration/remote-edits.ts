import type { Awareness } from 'y-protocols/awareness';
import type { Transaction } from 'yjs';
import { othersIn } from './people';

type AnyType = Transaction['changed'] extends Map<infer Type, unknown> ? Type : never;

/** What somebody else changed: their names as far as known, and the shared types that changed. */
export type RemoteEdit = { readonly names: readonly string[]; readonly changed: readonly AnyType[] };

/** What a transaction from elsewhere changed, and who of those here wrote it. */
export function remoteEditIn(transaction: Transaction, awareness: Awareness): RemoteEdit {
  const wrote = [...transaction.afterState].filter(([client, end]) => transaction.beforeState.get(client) !== end);
  const names = othersIn(awareness).filter(({ client }) => wrote.some(([writer]) => writer === client));
  return { names: [...new Set(names.map(({ name }) => name))], changed: [...transaction.changed.keys()] };
}
