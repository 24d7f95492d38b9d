import { Outbox } from './outbox';

const update = new Uint8Array([0, 0]);

/** An outbox on a connection that has answered the server's step 1, which is acknowledged. */
function settled(): Outbox {
  const outbox = new Outbox();
  outbox.connected();
  outbox.left('answer');
  outbox.committed(0);
  return outbox;
}

function write(outbox: Outbox, at: number): void {
  outbox.edited(update, at);
  outbox.left('update');
}

describe('CO-10 saved means acknowledged', () => {
  it('keeps an edit unsaved until its frame is acknowledged', () => {
    const outbox = settled();
    write(outbox, 100);
    expect(outbox.unsavedSince).toBe(100);
    outbox.committed(1);
    expect(outbox.unsavedSince).toBeNull();
  });

  it('moves on to the next edit when the first is acknowledged', () => {
    const outbox = settled();
    write(outbox, 100);
    write(outbox, 200);
    write(outbox, 300);
    outbox.committed(2);
    expect(outbox.pending.map(({ at }) => at)).toEqual([300]);
  });

  it('does not count an edit made without a connection as sent', () => {
    const outbox = settled();
    outbox.edited(update, 100);
    outbox.committed(0);
    expect(outbox.unsavedSince).toBe(100);
  });

  it('lets the answer to a step 1 carry what was written before the connection', () => {
    const outbox = settled();
    outbox.edited(update, 100);
    outbox.connected();
    outbox.left('answer');
    expect(outbox.unsavedSince).toBe(100);
    outbox.committed(0);
    expect(outbox.unsavedSince).toBeNull();
  });

  it('does not take the first update of a new connection for what was lost on the last', () => {
    const outbox = settled();
    outbox.edited(update, 100);
    outbox.connected();
    write(outbox, 200);
    outbox.committed(1);
    expect(outbox.pending).toHaveLength(2);
    outbox.left('answer');
    outbox.committed(1);
    expect(outbox.pending).toHaveLength(0);
  });

  it('forgets what was on its way when the connection is lost', () => {
    const outbox = settled();
    write(outbox, 100);
    outbox.connected();
    outbox.committed(1);
    expect(outbox.unsavedSince).toBe(100);
  });

  it('never counts a refused frame as saved', () => {
    const outbox = settled();
    write(outbox, 100);
    outbox.refused([1]);
    expect(outbox.unsavedSince).toBe(100);
    outbox.committed(1);
    expect(outbox.unsavedSince).toBe(100);
  });

  it('keeps counting in the server’s way after a refusal in the middle', () => {
    const outbox = settled();
    write(outbox, 100);
    write(outbox, 200);
    outbox.refused([1]);
    outbox.committed(1);
    expect(outbox.pending.map(({ at }) => at)).toEqual([100]);
  });
});

describe('CO-16 a refused edit is not brought in by another', () => {
  it('stays unsaved when a deletion that was on its way after it is committed', () => {
    const outbox = settled();
    write(outbox, 100);
    write(outbox, 200);
    outbox.refused([1]);
    expect(outbox.committed(1).map(({ at }) => at)).toEqual([200]);
    expect(outbox.unsavedSince).toBe(100);
  });

  it('stays unsaved however many follow, and keeps none before it from being saved', () => {
    const outbox = settled();
    for (const at of [100, 200, 300, 400]) write(outbox, at);
    outbox.refused([2]);
    outbox.committed(1);
    expect(outbox.pending.map(({ at }) => at)).toEqual([200, 300, 400]);
    outbox.committed(3);
    expect(outbox.pending.map(({ at }) => at)).toEqual([200]);
  });

  it('is saved with an answer that carries it after all', () => {
    const outbox = settled();
    write(outbox, 100);
    outbox.refused([1]);
    outbox.left('answer');
    outbox.committed(0);
    expect(outbox.pending).toEqual([]);
  });

  it('stays unsaved when the answer that carried it is refused, also from an earlier connection', () => {
    const outbox = settled();
    outbox.edited(update, 100);
    outbox.connected();
    outbox.left('answer');
    outbox.refused([]);
    write(outbox, 200);
    outbox.committed(1);
    expect(outbox.pending.map(({ at }) => at)).toEqual([100]);
  });
});
