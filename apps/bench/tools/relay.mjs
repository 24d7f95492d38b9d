/** The least a server can do: what one client of a path sends, the others get. No CRDT, no storage, nobody asked. */
import { WebSocketServer } from 'ws';

const rooms = new Map();
const server = new WebSocketServer({ host: '127.0.0.1', port: Number(process.env.PORT), perMessageDeflate: false });

server.on('connection', (client, { url }) => {
  const room = rooms.get(url) ?? new Set();
  rooms.set(url, room.add(client));
  client.on('message', (message) => {
    for (const other of room) if (other !== client && other.readyState === 1) other.send(message, { binary: true });
  });
  client.on('close', () => room.delete(client));
});
