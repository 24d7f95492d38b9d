import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { framed } from './framing';
import { SocketConnection } from './socket';

/** Bytes that differ along the way, so that a shifted one is seen. */
function message(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 31 + length) % 251);
}

describe('CO-1 a parcel on the wire', () => {
  it('is made once for all who get it, and a message once for all parcels it is in', () => {
    const [one, two] = [message(10), message(20)];
    const parcel = [one, two];
    expect(framed(parcel)).toBe(framed(parcel));
    expect(framed([one])[0]).toBe(framed([one])[0]);
    expect(framed(parcel)).toHaveLength(1);
  });

  it('is not copied where it is large', () => {
    const large = message(100_000);
    const [, body] = framed([message(3), large]);
    expect(body?.buffer).toBe(large.buffer);
  });

  it('is read by a stock client as the messages it holds, whatever their lengths', async () => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
    await new Promise((listening) => server.once('listening', listening));
    const lengths = [0, 1, 125, 126, 16_384, 16_385, 65_535, 65_536, 1_048_576, 3];
    server.on('connection', (client, request) => {
      const connection = new SocketConnection(client, request.socket);
      connection.send(lengths.slice(0, 6).map(message));
      client.send('between');
      connection.send(lengths.slice(6).map(message));
      connection.close(4500, 'Again');
    });
    const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const got: Buffer[] = [];
    client.on('message', (data, isBinary) => {
      if (isBinary && Buffer.isBuffer(data)) got.push(data);
    });
    const code = await new Promise((closed) => client.on('close', closed));
    await new Promise((done) => server.close(done));
    expect(code).toBe(4500);
    expect(got.map(({ length }) => length)).toEqual(lengths);
    expect(got.every((data) => data.equals(message(data.length)))).toBe(true);
  });
});
