import * as decoding from 'lib0/decoding';

/** The messages the server sends to clients that asked for them with `ack=1`. */
export const messages = { acknowledge: 100, state: 101, refused: 102 } as const;

/** What a frame from this page is to the server's counting; null for what is not counted (step 1, presence). */
export function countedKind(frame: Uint8Array): 'update' | 'answer' | null {
  const decoder = decoding.createDecoder(frame);
  if (decoding.readVarUint(decoder) !== 0) return null;
  const kind = decoding.readVarUint(decoder);
  if (kind === 2) return 'update';
  return kind === 1 ? 'answer' : null;
}

/** Whether the text may be edited: null, or why not. @throws SyntaxError or RangeError when it cannot be read. */
export function readState(decoder: decoding.Decoder): string | null {
  const { mode, reason } = readRecord(decoder);
  if (mode === 'edit') return null;
  if (mode !== 'read') throw new RangeError('A mode is edit or read');
  return typeof reason === 'string' ? reason : 'other';
}

/** What was not accepted. @throws SyntaxError or RangeError when it cannot be read. */
export function readRefused(decoder: decoding.Decoder): { readonly code: string; readonly frames: readonly number[] } {
  const { code, frames } = readRecord(decoder);
  if (typeof code !== 'string' || !Array.isArray(frames)) throw new RangeError('A refusal has a code and frames');
  return { code, frames: frames.filter((frame): frame is number => typeof frame === 'number') };
}

function readRecord(decoder: decoding.Decoder): Readonly<Record<string, unknown>> {
  const parsed: unknown = JSON.parse(decoding.readVarString(decoder));
  if (typeof parsed !== 'object' || parsed === null) throw new RangeError('The message is not an object');
  return Object.fromEntries(Object.entries(parsed));
}

/** A socket that tells of every frame before it leaves, whoever sends it. */
export function watched(Socket: typeof WebSocket, onFrame: (frame: Uint8Array) => void): typeof WebSocket {
  return class extends Socket {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (data instanceof Uint8Array) onFrame(data);
      super.send(data);
    }
  };
}
