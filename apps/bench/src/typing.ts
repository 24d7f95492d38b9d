import * as encoding from 'lib0/encoding';

/** One character of a document: a Yjs client id and a place on its clock. */
export interface Place {
  readonly client: number;
  readonly clock: number;
}

const STRING_AFTER_ANOTHER = 0x84;

/**
 * Somebody who types at the end of a paragraph, without a document: each update is byte for byte what Yjs would make
 * of it, as whoever types goes on after their own last character.
 */
export class Typist {
  private clock = 0;

  /** @param after the character they begin behind; nothing stands to the right of it. */
  constructor(
    readonly client: number,
    private after: Place,
  ) {}

  /** The update that puts the words behind what was typed before. */
  type(words: string): Uint8Array {
    const { client, clock, after } = this;
    this.clock += words.length;
    this.after = { client, clock: this.clock - 1 };
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1); // of one client
      encoding.writeVarUint(encoder, 1); // one item
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeUint8(encoder, STRING_AFTER_ANOTHER);
      encoding.writeVarUint(encoder, after.client);
      encoding.writeVarUint(encoder, after.clock);
      encoding.writeVarString(encoder, words);
      encoding.writeVarUint(encoder, 0); // and nothing is deleted
    });
  }

  /** Where the caret is now. */
  get caret(): Place {
    return this.after;
  }
}

/** What a client says of its own presence, as y-prosemirror's caret does: about 300 bytes. */
export function presenceOf(client: number, clock: number, caret: Place): Uint8Array {
  const at = { type: null, tname: null, item: caret, assoc: -1 };
  const state = { user: { name: `Skribent ${client}`, color: '#30bced' }, cursor: { anchor: at, head: at } };
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, JSON.stringify(state));
  });
}
