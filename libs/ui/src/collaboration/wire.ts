import { SCHEMA_VERSION } from '@enig/text';
import * as decoding from 'lib0/decoding';
import { WebsocketProvider } from 'y-websocket';
import type { Doc } from 'yjs';
import type { CollaborationOptions } from './options';
import { isFinal } from './state';

/** Longest wait before connecting again, in milliseconds. */
const MAX_BACKOFF = 5_000;

/** The messages the server sends to clients that asked for them with `ack=1`. */
const messages = { acknowledge: 100, state: 101, refused: 102 } as const;

/** What the server ends a connection with whose person is no longer signed in. */
const SIGNED_OUT = 4401;

/** What a frame from this page is to the server's counting; null for what is not counted (step 1, presence). */
function countedKind(frame: Uint8Array): 'update' | 'answer' | null {
  const decoder = decoding.createDecoder(frame);
  if (decoding.readVarUint(decoder) !== 0) return null;
  const kind = decoding.readVarUint(decoder);
  if (kind === 2) return 'update';
  return kind === 1 ? 'answer' : null;
}

/** What a connection tells of. */
export type Hearer = {
  readonly connected: () => void;
  readonly disconnected: () => void;
  /** The document holds all that the server has. */
  readonly synced: () => void;
  /** So many update frames of this connection are committed. */
  readonly acknowledged: (count: number) => void;
  /** Whether the text may be edited: null, or why not. */
  readonly state: (readOnly: string | null) => void;
  readonly refused: (code: string, frames: readonly number[]) => void;
  /** For good. */
  readonly closed: (code: number) => void;
};

/** Hears what the server says on a provider's connections. */
export function hear(provider: WebsocketProvider, hearer: Hearer): void {
  provider.messageHandlers[messages.acknowledge] = (_encoder, decoder) =>
    hearer.acknowledged(decoding.readVarUint(decoder));
  provider.messageHandlers[messages.state] = (_encoder, decoder) => hearer.state(readState(decoder));
  provider.messageHandlers[messages.refused] = (_encoder, decoder) => {
    const { code, frames } = readRefused(decoder);
    if (code !== 'CO-6-SIGNED-OUT') return hearer.refused(code, frames);
    // The server ends the connection for it next. Nothing is wrong with the words: they are sent at the next sign-in.
    provider.disconnect();
    hearer.closed(SIGNED_OUT);
  };
  provider.on('status', ({ status }) => {
    if (status === 'connected') hearer.connected();
    if (status === 'disconnected') hearer.disconnected();
  });
  provider.on('sync', (isSynced) => isSynced && hearer.synced());
  provider.on('closed', ({ code }) => hearer.closed(code));
}

/** @throws SyntaxError or RangeError when it cannot be read. */
function readState(decoder: decoding.Decoder): string | null {
  const { mode, reason } = readRecord(decoder);
  if (mode === 'edit') return null;
  if (mode !== 'read') throw new RangeError('A mode is edit or read');
  return typeof reason === 'string' ? reason : 'other';
}

/** @throws SyntaxError or RangeError when it cannot be read. */
function readRefused(decoder: decoding.Decoder): { readonly code: string; readonly frames: readonly number[] } {
  const { code, frames } = readRecord(decoder);
  if (typeof code !== 'string' || !Array.isArray(frames)) throw new RangeError('A refusal has a code and frames');
  return { code, frames: frames.filter((frame): frame is number => typeof frame === 'number') };
}

function readRecord(decoder: decoding.Decoder): Readonly<Record<string, unknown>> {
  const parsed: unknown = JSON.parse(decoding.readVarString(decoder));
  if (typeof parsed !== 'object' || parsed === null) throw new RangeError('The message is not an object');
  return Object.fromEntries(Object.entries(parsed));
}

/** A provider for a text that is not connected yet. @param counted hears of every frame the server counts, before it leaves. */
export function providerFor(
  doc: Doc,
  text: string,
  { url, person, Socket = WebSocket }: CollaborationOptions,
  counted: (kind: 'update' | 'answer') => void,
): WebsocketProvider {
  const onFrame = (frame: Uint8Array) => {
    const kind = countedKind(frame);
    if (kind) counted(kind);
  };
  return new WebsocketProvider(url, encodeURIComponent(text), doc, {
    // Where somebody else has signed in meanwhile, the server can see that these words are not theirs.
    params: { v: String(SCHEMA_VERSION), ack: '1', ...(person !== undefined && { as: person }) },
    ...{ connect: false, disableBc: true, maxBackoffTime: MAX_BACKOFF },
    WebSocketPolyfill: watched(Socket, onFrame),
    shouldReconnect: (event) => !isFinal(event.code),
  });
}

/** A socket that tells of every frame before it leaves, whoever sends it. */
function watched(Socket: typeof WebSocket, onFrame: (frame: Uint8Array) => void): typeof WebSocket {
  return class extends Socket {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (data instanceof Uint8Array) onFrame(data);
      super.send(data);
    }
  };
}
