import { startNode } from './test-node';

/** A node in a process of its own: says where it listens and serves until it is killed, or nobody is there to do so. */
async function main(): Promise<void> {
  process.once('disconnect', () => process.exit());
  const node = await startNode(process.argv[3] ?? '');
  process.send?.({ port: node.port });
}

void main();
