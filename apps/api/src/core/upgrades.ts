import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** What a request for a socket is refused with before it becomes one. */
export type UpgradeStatus = '403 Forbidden' | '404 Not Found' | '503 Service Unavailable';

/** Answers a request for a socket with a plain status, and lets the connection go. */
export function refuseUpgrade(socket: Duplex, status: UpgradeStatus): void {
  socket.on('error', () => socket.destroy()); // whoever asked may have gone; unheard, this would end the process
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/**
 * Refuses every request for a socket that nobody in this process takes. Node leaves them to whoever listens: one that
 * nobody answers would stay open for as long as its client likes.
 */
export function refuseOtherUpgrades(server: Server, isTaken: (path: string) => boolean): void {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    if (!isTaken(pathOf(request))) refuseUpgrade(socket, '404 Not Found');
  });
}

/** The path a request names, without its query. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?')[0] ?? '/';
}
