import { spawn } from 'node:child_process';
import { childrenOf, cpuOf, cpuOfCluster, processesFrom, secondsOf } from './processes';

describe('the time of a process as ps writes it', () => {
  it.each([
    ['0:01.25', 1.25],
    ['12:05.00', 725],
    ['00:00:07', 7],
    ['01:02:03', 3_723],
    ['2-01:00:00', 176_400],
  ])('%s is %d seconds', (time, seconds) => {
    expect(secondsOf(time)).toBeCloseTo(seconds);
  });

  it('stands behind the process and its parent', () => {
    expect(processesFrom('    1     0   0:02.50\n 4711     1  01:00:00\n')).toEqual([
      [1, { parent: 0, own: 2.5, children: 0 }],
      [4_711, { parent: 1, own: 3_600, children: 0 }],
    ]);
  });
});

describe('processes', () => {
  it('are known with their children and what they have used', async () => {
    const child = spawn(process.execPath, ['-e', 'for (;;);']);
    const pid = child.pid ?? 0;
    try {
      while (cpuOf(pid) < 0.05) await new Promise((next) => setTimeout(next, 10));
      expect(childrenOf(process.pid)).toContain(pid);
      expect(cpuOfCluster(process.pid)).toBeGreaterThan(0.05);
    } finally {
      child.kill('SIGKILL');
      await new Promise((done) => child.once('exit', done));
    }
    expect(cpuOf(pid)).toBe(0);
    expect(childrenOf(process.pid)).not.toContain(pid);
  });
});
