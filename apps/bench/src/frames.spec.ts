import * as fc from 'fast-check';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { clientFrame, FrameReader } from './frames';

/** As a server frames it: not masked. */
function serverFrame(payload: Uint8Array): Buffer {
  const masked = clientFrame(payload);
  const head = masked.length - payload.length;
  masked[1] = (masked[1] ?? 0) & 0x7f;
  return Buffer.concat([masked.subarray(0, head - 4), payload]);
}

describe('reading what a server sends', () => {
  it('finds the same messages however the stream is cut', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 70_000 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(sizes, fc.array(fc.integer({ min: 1, max: 40_000 })), (lengths, cuts) => {
        const payloads = lengths.map((length, index) => Buffer.alloc(length, index + 1));
        const stream = Buffer.concat(payloads.map(serverFrame));
        const reader = new FrameReader();
        const seen: Buffer[] = [];
        const shared = Buffer.alloc(stream.length);
        for (let at = 0, turn = 0; at < stream.length; turn += 1) {
          const end = Math.min(stream.length, at + (cuts[turn] ?? 1_000_000));
          const chunk = shared.subarray(0, stream.copy(shared, 0, at, end));
          reader.push(chunk, (_opcode, bytes, from, to) => seen.push(Buffer.from(bytes.subarray(from, to))));
          shared.fill(0xee);
          at = end;
        }
        expect(Buffer.concat(seen).equals(Buffer.concat(payloads))).toBe(true);
        expect(seen.map(({ length }) => length)).toEqual(lengths);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a message of ours', () => {
  it.each([0, 1, 125, 126, 65_535, 65_536, 200_000])('of %d bytes is what a server of ws hears', async (length) => {
    const server = createServer();
    const sockets = new WebSocketServer({ server, maxPayload: 1_000_000 });
    const heard = new Promise<Buffer>((done) =>
      sockets.on('connection', (client) => client.on('message', (data) => done(Buffer.from(data as Buffer)))),
    );
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    const payload = Buffer.alloc(length, 7);
    socket.write(
      'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
        'Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n\r\n',
    );
    socket.write(clientFrame(payload));
    expect((await heard).equals(payload)).toBe(true);
    socket.destroy();
    sockets.close();
    server.close();
  });
});
