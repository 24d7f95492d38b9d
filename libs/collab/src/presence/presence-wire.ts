import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { Malformed, presenceMessage, reading } from '../protocol';

/** The longest state in characters of JSON that is passed on; a caret needs about 300. */
const MAX_STATE = 8_192;

/** A message without entries: says only that the server is there. */
export const KEEP_ALIVE = presenceMessage(encoding.encode((encoder) => encoding.writeVarUint(encoder, 0)));

/** A message that tells of some clients; a state of null says that one has left. */
export function encodeEntries(
  entries: readonly (readonly [id: number, { readonly clock: number; readonly state: string | null }])[],
): Uint8Array {
  return presenceMessage(
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, entries.length);
      for (const [id, { clock, state }] of entries) {
        encoding.writeVarUint(encoder, id);
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarString(encoder, state ?? 'null');
      }
    }),
  );
}

/** What a client says of clients; what is too long is left out. @throws Malformed */
export function readStates(bytes: Uint8Array): { readonly id: number; readonly state: string | null }[] {
  return reading(() => {
    const decoder = decoding.createDecoder(bytes);
    const found = [];
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
      const id = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder); // the client's own clock: connections keep order, so it is not needed
      const json = decoding.readVarString(decoder);
      if (json.length <= MAX_STATE) found.push({ id, state: json === 'null' ? null : json });
    }
    if (decoding.hasContent(decoder)) throw new Malformed('The presence goes on after its end');
    return found;
  });
}

const COLOUR = /^#[0-9a-f]{6}$/i;

/** The same state with the server's name in it. The colour may be the client's own choice. @throws Malformed */
export function stamp(state: string, name: string): string {
  const parsed: unknown = reading(() => JSON.parse(state));
  if (!isRecord(parsed)) throw new Malformed('A presence state is an object');
  const claimed = isRecord(parsed['user']) ? parsed['user']['color'] : undefined;
  const color = typeof claimed === 'string' && COLOUR.test(claimed) ? { color: claimed } : {};
  return JSON.stringify({ ...parsed, user: { ...color, name } });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
