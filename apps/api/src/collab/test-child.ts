import { startNode } from './test-node';

/** A node in a process of its own: says where it listens and serves until it is killed. */
async function main(): Promise<void> {
  const node = await startNode(process.argv[3] ?? '');
  process.send?.({ url: node.url });
}

void main();
