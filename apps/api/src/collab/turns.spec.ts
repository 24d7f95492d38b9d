import { setImmediate } from 'node:timers/promises';
import { Turns, type Source } from './turns';

let clock: number;
let heard: string[];
let turns: Turns;

beforeEach(() => {
  [clock, heard] = [0, []];
  turns = new Turns(() => clock);
});

/** What can be seen of a socket. */
class Socket implements Source {
  isPaused = false;
  pause(): void {
    this.isPaused = true;
  }
  resume(): void {
    this.isPaused = false;
  }
}

/** A message that takes so many milliseconds. */
function message(name: string, ms: number): () => void {
  return () => {
    heard.push(name);
    clock += ms;
  };
}

describe('CO-23 dear messages do not stop the loop', () => {
  it('are heard at once while they are cheap', () => {
    const socket = new Socket();
    for (const name of ['a', 'b', 'c']) turns.take(message(name, 1), socket);
    expect([heard, socket.isPaused]).toEqual([['a', 'b', 'c'], false]);
  });

  it('wait for the next turn once one has taken long, in their order, and their sockets are read no further', async () => {
    const [anna, bo] = [new Socket(), new Socket()];
    turns.take(message('dear 1', 100), anna);
    turns.take(message('dear 2', 100), bo);
    turns.take(message('after 1', 1), anna);
    expect([heard, anna.isPaused, bo.isPaused]).toEqual([['dear 1'], true, true]);
    await setImmediate();
    expect([heard, anna.isPaused, bo.isPaused]).toEqual([['dear 1', 'dear 2'], true, false]);
    turns.take(message('last', 1), bo);
    await setImmediate();
    await setImmediate();
    expect(heard).toEqual(['dear 1', 'dear 2', 'after 1', 'last']);
    expect([anna.isPaused, bo.isPaused]).toEqual([false, false]);
  });

  it('of one source are all heard before more is read from it', async () => {
    const socket = new Socket();
    for (const name of ['a', 'b', 'c']) turns.take(message(name, 100), socket);
    await setImmediate();
    expect([heard, socket.isPaused]).toEqual([['a', 'b'], true]);
    await setImmediate();
    expect([heard, socket.isPaused]).toEqual([['a', 'b', 'c'], false]);
  });

  it('go on after one that throws', async () => {
    const socket = new Socket();
    const thrown = () => {
      clock += 100;
      throw new Error('a mistake');
    };
    expect(() => turns.take(thrown, socket)).toThrow('a mistake');
    turns.take(message('after', 1), socket);
    await setImmediate();
    expect(heard).toEqual(['after']);
  });
});
