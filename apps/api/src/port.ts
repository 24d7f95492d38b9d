import { createServer } from 'node:net';

/** Another program listens where we were told to. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
  constructor(readonly port: number) {
    super(`Port ${port} er optaget af et andet program. Vælg en anden, for eksempel: PORT=${port + 1} npm start`);
  }
}

/**
 * Looks before anything else is started, so that the first thing said is the thing that is wrong.
 *
 * @throws PortTaken when somebody listens there already.
 */
export async function assertPortFree(port: number, host: string): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port) : error),
    );
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
