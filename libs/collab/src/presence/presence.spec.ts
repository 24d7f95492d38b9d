import { brandId, type PersonId } from '@enig/kernel';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { Presence, type Present } from './presence';
import { Malformed } from '../protocol';

type State = Record<string, unknown> | null;

/** Somebody who remembers what they are shown. */
class Viewer implements Present {
  readonly person: PersonId;
  readonly name: string;
  readonly writes = true;
  readonly seen = new Map<number, { clock: number; state: State }>();
  heard = 0;

  constructor(person: string) {
    this.person = brandId<PersonId>(person);
    this.name = `Navn på ${person}`;
  }

  hear(message: Uint8Array | null): void {
    if (!message) return;
    this.heard += 1;
    const outer = decoding.createDecoder(message);
    expect(decoding.readVarUint(outer)).toBe(1);
    const decoder = decoding.createDecoder(decoding.readVarUint8Array(outer));
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
      const id = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      expect(clock).toBeGreaterThanOrEqual(this.seen.get(id)?.clock ?? 0); // or clients would not believe it
      this.seen.set(id, { clock, state: JSON.parse(decoding.readVarString(decoder)) });
    }
  }

  sees(id: number): State | undefined {
    return this.seen.get(id)?.state;
  }
}

function said(...states: readonly [id: number, state: unknown][]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, states.length);
    for (const [id, state] of states) {
      encoding.writeVarUint(encoder, id);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, JSON.stringify(state));
    }
  });
}

let anna: Viewer;
let bo: Viewer;
let presence: Presence<Viewer>;

beforeEach(() => {
  [anna, bo] = [new Viewer('anna'), new Viewer('bo')];
  presence = new Presence(() => 1_000);
});

/** Tells everybody what has changed. */
function tell(...viewers: readonly Viewer[]): void {
  const change = presence.changes();
  for (const viewer of viewers)
    viewer.hear(change?.concerns(viewer) ? change.messageFor(viewer) : (change?.message ?? null));
}

function receive(from: Viewer, bytes: Uint8Array, viewers: readonly Viewer[] = [anna, bo]): void {
  if (presence.receive(from, bytes)) from.hear(presence.show(from));
  tell(...viewers);
}

function leave(viewer: Viewer, ...others: readonly Viewer[]): void {
  presence.leave(viewer);
  tell(...others);
}

describe('CO-9 presence is what the server knows, not what a client claims', () => {
  it('gives the server\u2019s name and keeps the caret and the colour', () => {
    receive(anna, said([7, { cursor: { at: 3 }, user: { name: 'Borgmesteren', color: '#00ff00', title: 'x' } }]));
    expect(bo.sees(7)).toEqual({ cursor: { at: 3 }, user: { name: 'Navn på anna', color: '#00ff00' } });
  });

  it('lets nothing but a colour pass as one', () => {
    receive(anna, said([7, { user: { color: 'red; background: url(//x)' } }]));
    expect(bo.sees(7)).toEqual({ user: { name: 'Navn på anna' } });
  });

  it('drops silently what a client says of others, also after they have left', () => {
    receive(anna, said([7, { at: 1 }]));
    receive(bo, said([8, {}]));
    receive(bo, said([7, { at: 99 }], [8, { at: 2 }], [7, null]));
    expect(bo.sees(7)).toMatchObject({ at: 1 });
    expect(anna.sees(8)).toMatchObject({ at: 2 });
    leave(anna, bo);
    expect(bo.sees(7)).toBeNull();
    receive(bo, said([7, { at: 5 }]), [bo]);
    expect(bo.sees(7)).toBeNull();
  });

  it('does not let somebody who has said nothing of themselves take what is another\u2019s', () => {
    receive(anna, said([7, { at: 1 }]));
    receive(bo, said([7, { at: 99 }]));
    const carl = new Viewer('carl');
    carl.hear(presence.show(carl));
    expect(carl.sees(7)).toMatchObject({ at: 1, user: { name: 'Navn på anna' } });
  });

  it('keeps a person\u2019s two windows apart, though each echoes the other', () => {
    const other = new Viewer('anna');
    receive(anna, said([7, { at: 1 }]), [anna, bo, other]);
    receive(other, said([9, { at: 5 }]), [anna, bo, other]);
    receive(other, said([7, { at: 99 }]), [anna, bo, other]);
    expect(bo.sees(7)).toMatchObject({ at: 1 });
    leave(other, anna, bo);
    expect([bo.sees(7), bo.sees(9)]).toEqual([expect.objectContaining({ at: 1 }), null]);
  });

  it('gives a connection one id', () => {
    receive(anna, said([7, {}], [9, {}]));
    expect([...bo.seen.keys()]).toEqual([7]);
  });

  it('gives a connection no other id when it says that it has left, and leaves no trace of what nobody was told', () => {
    for (const state of [{}, null]) presence.receive(anna, said([7, state]));
    receive(anna, said([9, {}]));
    expect([[...bo.seen.keys()], presence.untoldEntries(), presence.own()]).toEqual([[], [], []]);
    receive(anna, said([7, { at: 2 }]));
    expect(bo.sees(7)).toMatchObject({ at: 2 });
    receive(anna, said([7, null]));
    receive(anna, said([9, {}]));
    receive(anna, said([7, { at: 3 }]));
    expect([[...bo.seen.keys()], bo.sees(7)]).toEqual([[7], expect.objectContaining({ at: 3 })]);
    expect(anna.seen.size).toBe(0);
  });

  it('hears the last of what one message says of an id', () => {
    receive(anna, said(...Array.from({ length: 1_000 }, (_, at): [number, unknown] => [7, { at }])));
    expect([bo.sees(7), bo.heard]).toEqual([expect.objectContaining({ at: 999 }), 1]);
  });

  it('lets a person take their id along to a new connection, and does not show it to them as somebody else', () => {
    receive(anna, said([7, { at: 1 }]));
    const again = new Viewer('anna');
    again.hear(presence.show(again));
    expect(again.seen.size).toBe(0);
    receive(again, said([7, { at: 2 }]), [bo, again]);
    leave(anna, bo, again);
    expect(bo.sees(7)).toMatchObject({ at: 2 });
  });

  it('tells a newcomer who is here, and everybody who leaves', () => {
    receive(anna, said([7, {}]), [anna]);
    bo.hear(presence.show(bo));
    expect(bo.sees(7)).toMatchObject({ user: { name: 'Navn på anna' } });
    leave(anna, bo);
    expect(bo.sees(7)).toBeNull();
  });

  it('does not pass on a state of more than 8,192 characters', () => {
    receive(anna, said([7, { long: 'x'.repeat(8_192) }]));
    expect(bo.seen.size).toBe(0);
  });

  it.each([
    ['a state that is no object', said([7, 'Anna'])],
    ['a message that is cut off', said([7, {}]).slice(0, -1)],
    ['a message that goes on', Uint8Array.of(...said([7, {}]), 1)],
  ])('takes %s for malformed', (_, message) => {
    expect(() => receive(anna, message)).toThrow(Malformed);
  });
});

describe('CO-24 presence is told together', () => {
  it('in one message of all that changed, without what is a client\u2019s own', () => {
    const carl = new Viewer('carl');
    for (const [viewer, id] of [
      [anna, 7],
      [bo, 8],
    ] as const)
      presence.receive(viewer, said([id, { at: 1 }]));
    presence.receive(anna, said([7, { at: 2 }]));
    tell(anna, bo, carl);
    expect([anna.heard, bo.heard, carl.heard]).toEqual([1, 1, 1]);
    expect([[...anna.seen.keys()], [...bo.seen.keys()], [...carl.seen.keys()]]).toEqual([[8], [7], [7, 8]]);
    expect(carl.sees(7)).toMatchObject({ at: 2 });
    expect(presence.changes()).toBeNull();
  });

  it('tells a window that has not said which id is its own nothing of its own person', () => {
    const again = new Viewer('anna');
    receive(anna, said([7, { at: 1 }]), [again, bo]);
    expect([again.heard, bo.heard]).toEqual([0, 1]);
  });
});

describe('CO-24 presence on several nodes', () => {
  let there: Presence<Viewer>;
  let time: number;

  beforeEach(() => {
    time = 1_000;
    there = new Presence(() => time);
  });

  /** What the other node says is heard here. */
  function carry(): void {
    presence.hear('there', there.untoldEntries());
  }

  it('shows who is on the other, with the name that was given there, until they leave', () => {
    there.receive(bo, said([8, { at: 1, user: { name: 'Borgmesteren' } }]));
    carry();
    tell(anna);
    expect(anna.sees(8)).toEqual({ at: 1, user: { name: 'Navn på bo' } });
    expect(presence.writersElsewhere()).toEqual([bo.person]);
    there.leave(bo);
    carry();
    tell(anna);
    expect(anna.sees(8)).toBeNull();
    expect(presence.writersElsewhere()).toEqual([]);
  });

  it('takes away everybody who was on a node that is gone, and nobody else', () => {
    receive(anna, said([7, {}]), []);
    there.receive(bo, said([8, {}]));
    carry();
    presence.gone('elsewhere');
    const carl = new Viewer('carl');
    carl.hear(presence.show(carl));
    expect([...carl.seen.keys()]).toEqual([7, 8]);
    presence.gone('there');
    tell(carl);
    expect([carl.sees(7), carl.sees(8)]).toEqual([expect.any(Object), null]);
  });

  it('hears of nothing twice, and of nobody on this node from another', () => {
    receive(anna, said([7, { at: 1 }]), []);
    there.receive(bo, said([8, {}]));
    carry();
    presence.changes();
    presence.hear('there', there.own());
    expect(presence.changes()).toBeNull();
    presence.hear('there', [{ id: 7, clock: 9_000, person: bo.person, writes: true, state: '{"at":99}' }]);
    expect(presence.changes()).toBeNull();
    expect(presence.own().map(({ id }) => id)).toEqual([7]);
  });

  it('forgets the oldest of those who have left, wherever they were, and nobody who is here', () => {
    receive(anna, said([7, {}]), []);
    for (let id = 100; id < 5_100; id += 1) {
      presence.hear('there', [{ id, clock: 2_000, person: bo.person, writes: true, state: '{}' }]);
      presence.hear('there', [{ id, clock: 2_001, person: bo.person, writes: true, state: null }]);
      const passer = new Viewer('bo');
      presence.receive(passer, said([id + 10_000, {}]));
      presence.changes();
      presence.leave(passer);
    }
    presence.changes();
    expect(presence.size).toBeLessThanOrEqual(2_002);
    const carl = new Viewer('carl');
    carl.hear(presence.show(carl));
    expect([...carl.seen.keys()]).toEqual([7]);
  });

  it('follows somebody who goes from node to node, also when the old connection ends late', () => {
    receive(anna, said([7, { at: 1 }]), []);
    time = 2_000;
    there.receive(new Viewer('anna'), said([7, { at: 2 }]));
    carry();
    tell(bo);
    expect(bo.sees(7)).toMatchObject({ at: 2 });
    leave(anna, bo);
    expect(bo.sees(7)).toMatchObject({ at: 2 });
  });
});
