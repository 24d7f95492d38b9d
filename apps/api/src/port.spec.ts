import { createServer, type AddressInfo } from 'node:net';
import { assertPortFree, PortTaken } from './port';

const HOST = '127.0.0.1';

describe('the port', () => {
  it('taken: says so in one sentence, with a command that chooses another', async () => {
    const other = createServer();
    const port = await new Promise<number>((taken) =>
      other.listen(0, HOST, () => taken((other.address() as AddressInfo).port)),
    );
    try {
      await expect(assertPortFree(port, HOST)).rejects.toThrow(PortTaken);
      await expect(assertPortFree(port, HOST)).rejects.toThrow(`PORT=${port + 1} npm start`);
    } finally {
      other.close();
    }
  });

  it('free: is left free', async () => {
    await assertPortFree(0, HOST);
  });
});
