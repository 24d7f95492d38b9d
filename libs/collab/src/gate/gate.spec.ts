import { brandId, type PersonId } from '@enig/kernel';
import fc from 'fast-check';
import * as Y from 'yjs';
import { Gate, type Judgement } from './gate';

const gate = new Gate('focus-area');
const anna = brandId<PersonId>('anna');

function judge(update: Uint8Array, doc: Y.Doc): Judgement {
  return gate.judge(update, { doc, waiting: new Map(), owners: new Map() }, anna);
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

/** The updates a document makes while something is done to it. */
function updatesOf(doc: Y.Doc, act: () => void): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array) => void updates.push(update);
  doc.on('update', keep);
  act();
  doc.off('update', keep);
  return updates;
}

function docWith(words: string): Y.Doc {
  const doc = new Y.Doc();
  doc.getText('title').insert(0, words);
  return doc;
}

describe('CO-4 only a whole update of format 1 passes', () => {
  const honest = Y.encodeStateAsUpdate(docWith('Mål'));

  it.each([
    ['nothing at all', new Uint8Array()],
    ['random bytes', Uint8Array.of(255, 255, 255, 255, 1, 2, 3)],
    ['format 2', Y.encodeStateAsUpdateV2(docWith('Mål'))],
    ['an empty update of format 2, which begins like an empty one of format 1', Y.encodeStateAsUpdateV2(new Y.Doc())],
    ['bytes after the end', Uint8Array.of(...honest, 0)],
    ['an empty update with zeros after it', new Uint8Array(27)],
  ])('%s does not', (_, update) => {
    expect(judge(update, new Y.Doc())).toEqual({ kind: 'refused', code: 'CO-4-MALFORMED' });
  });

  it('no beginning of an update does', () => {
    for (let length = 0; length < honest.length; length += 1) {
      expect(judge(honest.subarray(0, length), new Y.Doc()).kind).toBe('refused');
    }
  });

  it('does not read beyond its own bytes in a larger buffer', () => {
    const buffer = Uint8Array.of(...honest, ...honest);
    const cut = new Uint8Array(buffer.buffer, 0, honest.length - 1);
    expect(judge(cut, new Y.Doc()).kind).toBe('refused');
  });

  it('leaves the document as it was, whatever bytes come', () => {
    const doc = docWith('Mål');
    const before = Y.encodeStateAsUpdate(doc);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        judge(bytes, doc);
        expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
      }),
    );
  });
});

describe('CO-5 an update writes only under known roots', () => {
  it('those of a focus area are known', () => {
    const doc = docWith('Mål');
    doc.getXmlFragment('intro').insert(0, [new Y.XmlElement('paragraph')]);
    for (const list of ['goals', 'themes', 'actions']) doc.getMap(list).set('first', new Y.Map([['order', 'a0']]));
    expect(judge(Y.encodeStateAsUpdate(doc), new Y.Doc()).kind).toBe('new');
  });

  it('refuses a root of another kind of text, also beside a known one', () => {
    const doc = docWith('Mål');
    doc.getText('general').insert(0, 'skjult');
    expect(judge(Y.encodeStateAsUpdate(doc), new Y.Doc())).toEqual({ kind: 'refused', code: 'CO-5-UNKNOWN-ROOT' });
  });
});

describe('CO-7 what the server has is cut off first', () => {
  it('finds nothing in what it has, deletions too', () => {
    const doc = docWith('Mål og tematik');
    doc.getText('title').delete(3, 3);
    expect(judge(Y.encodeStateAsUpdate(copyOf(doc)), doc)).toEqual({ kind: 'nothing' });
    expect(judge(Y.encodeStateAsUpdate(new Y.Doc()), doc)).toEqual({ kind: 'nothing' });
  });

  it('keeps a keystroke byte for byte', () => {
    const doc = docWith('Mål');
    const client = copyOf(doc);
    const [keystroke = new Uint8Array()] = updatesOf(client, () => client.getText('title').insert(3, '!'));
    expect(judge(keystroke, doc)).toMatchObject({ kind: 'new', update: keystroke });
  });

  it('cuts a whole state down to the words and the deletions that are new, of whichever client', () => {
    const doc = docWith('Mål og tematik');
    doc.getText('title').delete(0, 1);
    const client = copyOf(doc);
    client.getText('title').insert(0, 'M');
    client.getText('title').delete(4, 2);
    const judged = judge(Y.encodeStateAsUpdate(client), doc);
    if (judged.kind !== 'new') throw new Error(judged.kind);
    const { structs, ds } = Y.decodeUpdate(judged.update);
    expect(structs.map(({ id }) => id.client)).toEqual([client.clientID]);
    expect([...ds.clients.values()].flat().reduce((sum, { len }) => sum + len, 0)).toBe(2);
    Y.applyUpdate(doc, judged.update);
    expect(doc.getText('title').toString()).toBe(client.getText('title').toString());
  });

  it('cuts inside a run of letters', () => {
    const client = docWith('Mål');
    const server = copyOf(client);
    client.getText('title').insert(3, ' og tematik');
    const judged = judge(Y.encodeStateAsUpdate(client), server);
    if (judged.kind !== 'new') throw new Error(judged.kind);
    expect(new TextDecoder().decode(judged.update)).not.toContain('Mål');
    Y.applyUpdate(server, judged.update);
    expect(server.getText('title').toString()).toBe('Mål og tematik');
  });

  it('counts what the same connection has on its way to the log', () => {
    const client = new Y.Doc();
    const [one, two] = updatesOf(client, () => {
      client.getText('title').insert(0, 'a');
      client.getText('title').insert(1, 'b');
    });
    const server = new Y.Doc();
    const known = { doc: server, waiting: new Map<number, number>(), owners: new Map() };
    expect(gate.judge(one ?? new Uint8Array(), known, anna).kind).toBe('new');
    known.waiting.set(client.clientID, 1);
    expect(gate.judge(one ?? new Uint8Array(), known, anna)).toEqual({ kind: 'nothing' });
    expect(gate.judge(two ?? new Uint8Array(), known, anna).kind).toBe('new');
    expect(judge(two ?? new Uint8Array(), server).kind).toBe('gap');
  });

  it('makes of any step 2 of any two documents exactly the difference', () => {
    const edit = fc.record({
      side: fc.constantFrom(0, 1),
      at: fc.nat(40),
      words: fc.string({ maxLength: 6 }),
      cut: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 40 }), fc.nat(40), (edits, exchanged) => {
        const docs = [new Y.Doc(), new Y.Doc()] as const;
        edits.forEach(({ side, at, words, cut }, index) => {
          const title = docs[side].getText('title');
          title.insert(Math.min(at, title.length), words);
          title.delete(0, Math.min(cut, title.length));
          if (index === exchanged)
            docs.forEach((doc, one) => Y.applyUpdate(doc, Y.encodeStateAsUpdate(docs[one ? 0 : 1])));
        });
        const [server, client] = docs;
        const step2 = Y.encodeStateAsUpdate(client, Y.encodeStateVector(server));
        const expected = copyOf(server);
        Y.applyUpdate(expected, step2);
        const judged = judge(step2, server);
        if (judged.kind === 'new') Y.applyUpdate(server, judged.update);
        expect(judged.kind === 'new' || judged.kind === 'nothing').toBe(true);
        expect(Y.encodeStateAsUpdate(server)).toEqual(Y.encodeStateAsUpdate(expected));
        expect(judge(step2, server)).toEqual({ kind: 'nothing' });
      }),
    );
  });
});

describe('CO-8 an update that builds on what is not there is a gap', () => {
  it('sees a hole in the clock of its own client', () => {
    const client = new Y.Doc();
    const updates = updatesOf(client, () => {
      client.getText('title').insert(0, 'a');
      client.getText('title').insert(1, 'b');
    });
    expect(judge(updates[1] ?? new Uint8Array(), new Y.Doc())).toEqual({ kind: 'gap' });
  });

  it('sees that the words it stands beside, or deletes, are missing', () => {
    const first = docWith('Mål');
    const second = copyOf(first);
    const [beside = new Uint8Array()] = updatesOf(second, () => second.getText('title').insert(1, '!'));
    const [deleted = new Uint8Array()] = updatesOf(second, () => second.getText('title').delete(0, 1));
    expect(judge(beside, new Y.Doc())).toEqual({ kind: 'gap' });
    expect(judge(deleted, new Y.Doc())).toEqual({ kind: 'gap' });
    expect(judge(beside, first).kind).toBe('new');
    expect(judge(deleted, first).kind).toBe('new');
  });

  it('takes what others wrote when it comes along, as after a reload', () => {
    const others = copyOf(docWith('Mål'));
    others.getText('title').insert(3, ' og tematik');
    expect(judge(Y.encodeStateAsUpdate(others), new Y.Doc()).kind).toBe('new');
  });
});
