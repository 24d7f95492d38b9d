import { PassThrough } from 'node:stream';
import { refuseUpgrade } from './upgrades';

describe('a refused request for a socket', () => {
  it('is answered, and the connection let go', async () => {
    const socket = new PassThrough();
    refuseUpgrade(socket, '404 Not Found');
    const gone = new Promise((done) => socket.once('close', done));
    expect(String(socket.read())).toMatch(/^HTTP\/1\.1 404 Not Found\r\n/);
    await gone;
  });

  it('does no harm when whoever asked is gone already', () => {
    const socket = new PassThrough();
    refuseUpgrade(socket, '404 Not Found');
    expect(() => socket.emit('error', new Error('ECONNRESET'))).not.toThrow();
    expect(socket.destroyed).toBe(true);
  });
});
