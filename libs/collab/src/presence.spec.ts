import { brandId, type PersonId } from '@enig/kernel';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { Presence, type Present } from './presence';
import { Malformed } from './protocol';

type State = Record<string, unknown> | null;

/** Somebody who remembers what they are shown. */
class Viewer implements Present {
  readonly person: PersonId;
  readonly name: string;
  readonly seen = new Map<number, { clock: number; state: State }>();
  heard = 0;

  constructor(person: string) {
    this.person = brandId<PersonId>(person);
    this.name = `Navn på ${person}`;
  }

  send(message: Uint8Array): void {
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
const all = () => [anna, bo];

beforeEach(() => {
  [anna, bo] = [new Viewer('anna'), new Viewer('bo')];
  presence = new Presence(() => 1_000);
});

describe('CO-9 presence is what the server knows, not what a client claims', () => {
  it('gives the server\u2019s name and keeps the caret and the colour', () => {
    presence.receive(
      anna,
      said([7, { cursor: { at: 3 }, user: { name: 'Borgmesteren', color: '#00ff00', title: 'x' } }]),
      all(),
    );
    expect(bo.sees(7)).toEqual({ cursor: { at: 3 }, user: { name: 'Navn på anna', color: '#00ff00' } });
  });

  it('lets nothing but a colour pass as one', () => {
    presence.receive(anna, said([7, { user: { color: 'red; background: url(//x)' } }]), all());
    expect(bo.sees(7)).toEqual({ user: { name: 'Navn på anna' } });
  });

  it('drops silently what a client says of others, also after they have left', () => {
    presence.receive(anna, said([7, { at: 1 }]), all());
    presence.receive(bo, said([8, {}]), all());
    presence.receive(bo, said([7, { at: 99 }], [8, { at: 2 }], [7, null]), all());
    expect(bo.sees(7)).toMatchObject({ at: 1 });
    expect(anna.sees(8)).toMatchObject({ at: 2 });
    presence.leave(anna, [bo]);
    expect(bo.sees(7)).toBeNull();
    presence.receive(bo, said([7, { at: 5 }]), [bo]);
    expect(bo.sees(7)).toBeNull();
  });

  it('does not let somebody who has said nothing of themselves take what is another\u2019s', () => {
    presence.receive(anna, said([7, { at: 1 }]), all());
    presence.receive(bo, said([7, { at: 99 }]), all());
    const carl = new Viewer('carl');
    presence.show(carl);
    expect(carl.sees(7)).toMatchObject({ at: 1, user: { name: 'Navn på anna' } });
  });

  it('keeps a person\u2019s two windows apart, though each echoes the other', () => {
    const other = new Viewer('anna');
    presence.receive(anna, said([7, { at: 1 }]), [anna, bo, other]);
    presence.receive(other, said([9, { at: 5 }]), [anna, bo, other]);
    presence.receive(other, said([7, { at: 99 }]), [anna, bo, other]);
    expect(bo.sees(7)).toMatchObject({ at: 1 });
    presence.leave(other, [anna, bo]);
    expect([bo.sees(7), bo.sees(9)]).toEqual([expect.objectContaining({ at: 1 }), null]);
  });

  it('gives a connection one id', () => {
    presence.receive(anna, said([7, {}], [9, {}]), all());
    expect([...bo.seen.keys()]).toEqual([7]);
  });

  it('lets a person take their id along to a new connection, and does not show it to them as somebody else', () => {
    presence.receive(anna, said([7, { at: 1 }]), all());
    const again = new Viewer('anna');
    presence.show(again);
    expect(again.seen.size).toBe(0);
    presence.receive(again, said([7, { at: 2 }]), [bo, again]);
    presence.leave(anna, [bo, again]);
    expect(bo.sees(7)).toMatchObject({ at: 2 });
  });

  it('tells a newcomer who is here, and everybody who leaves', () => {
    presence.receive(anna, said([7, {}]), [anna]);
    presence.show(bo);
    expect(bo.sees(7)).toMatchObject({ user: { name: 'Navn på anna' } });
    presence.leave(anna, [bo]);
    expect(bo.sees(7)).toBeNull();
  });

  it('answers every message, since y-websocket leaves a silent server', () => {
    presence.receive(anna, said([7, {}]), [anna]);
    expect(anna.heard).toBe(1);
  });

  it('does not pass on a state of more than 8,192 characters', () => {
    presence.receive(anna, said([7, { long: 'x'.repeat(8_192) }]), all());
    expect(bo.seen.size).toBe(0);
  });

  it.each([
    ['a state that is no object', said([7, 'Anna'])],
    ['a message that is cut off', said([7, {}]).slice(0, -1)],
    ['a message that goes on', Uint8Array.of(...said([7, {}]), 1)],
  ])('takes %s for malformed', (_, message) => {
    expect(() => presence.receive(anna, message, all())).toThrow(Malformed);
  });
});
