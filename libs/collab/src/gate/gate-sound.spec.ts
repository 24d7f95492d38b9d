import { brandId, type PersonId } from '@enig/kernel';
import { emptyJson, seedUpdate } from '@enig/text';
import * as Y from 'yjs';
import { Gate, type Judgement } from './gate';
import { MAX_CLAIMS, MAX_CLAIMS_OF_CONNECTION } from './ownership';
import { putTogether, type Stretch } from './update';

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

function docWith(words: string): Y.Doc {
  const doc = new Y.Doc();
  doc.getText('title').insert(0, words);
  return doc;
}

describe('CO-19 a client id belongs to the person who used it first', () => {
  const bo = brandId<PersonId>('bo');
  const client = docWith('Mål');
  const update = Y.encodeStateAsUpdate(client);
  const judgedBy = (owners: ReadonlyMap<number, PersonId>, bytes = update) =>
    gate.judge(bytes, { doc: new Y.Doc(), waiting: new Map(), owners }, anna);

  it("refuses words in the name of another, and takes one's own", () => {
    expect(judgedBy(new Map([[client.clientID, bo]]))).toEqual({ kind: 'refused', code: 'CO-19-FOREIGN-CLIENT' });
    expect(judgedBy(new Map([[client.clientID, anna]]))).toMatchObject({ kind: 'new', claims: [] });
    expect(judgedBy(new Map())).toMatchObject({ kind: 'new', claims: [client.clientID] });
  });

  it('takes words of others that are there already, and deletions of them', () => {
    const page = copyOf(client);
    page.getText('title').delete(0, 1);
    const known = { doc: client, waiting: new Map(), owners: new Map([[client.clientID, bo]]) };
    expect(gate.judge(Y.encodeStateAsUpdate(page), known, anna)).toMatchObject({ kind: 'new', claims: [] });
  });

  it('nor does anybody go on under the client id of the first update, which is the person\u2019s who made the text', () => {
    const seed = seedUpdate({ ...emptyJson('focus-area'), title: 'Mål' }, 1);
    const server = new Y.Doc();
    Y.applyUpdate(server, seed);
    const page = copyOf(server);
    page.clientID = 1;
    page.getText('title').insert(3, ' som ingen har sat');
    const update = Y.encodeStateAsUpdate(page, Y.encodeStateVector(server));
    const judged = (owner: PersonId) =>
      gate.judge(update, { doc: server, waiting: new Map(), owners: new Map([[1, owner]]) }, anna);
    expect(judged(bo)).toEqual({ kind: 'refused', code: 'CO-19-FOREIGN-CLIENT' });
    expect(judged(anna)).toMatchObject({ kind: 'new', claims: [] });
  });

  it('lets one update claim so many new ids and no more', () => {
    const from = (count: number) => {
      const all = new Y.Doc();
      for (let one = 1; one <= count; one += 1) {
        const doc = docWith('a');
        Y.applyUpdate(all, Y.encodeStateAsUpdate(doc));
      }
      return Y.encodeStateAsUpdate(all);
    };
    expect(judgedBy(new Map(), from(MAX_CLAIMS)).kind).toBe('new');
    expect(judgedBy(new Map(), from(MAX_CLAIMS + 1))).toEqual({ kind: 'refused', code: 'CO-21-UNSOUND' });
  });

  it('counts them over all updates of a connection', () => {
    const known = { doc: new Y.Doc(), waiting: new Map(), owners: new Map() };
    const kinds = Array.from({ length: MAX_CLAIMS_OF_CONNECTION + 1 }, () =>
      gate.judge(Y.encodeStateAsUpdate(docWith('a')), known, anna),
    );
    expect(kinds.slice(0, -1).every(({ kind }) => kind === 'new')).toBe(true);
    expect(kinds.at(-1)).toEqual({ kind: 'refused', code: 'CO-21-UNSOUND' });
  });
});

describe('CO-21 an update must hold together', () => {
  const server = docWith('a😀b');
  const id = (clock: number) => Y.createID(server.clientID, clock);
  const item = (clock: number, origin: Y.ID | null, rightOrigin: Y.ID | null, client = 7) =>
    new Y.Item(Y.createID(client, clock), null, origin, null, rightOrigin, null, null, new Y.ContentString('x'));
  const judged = (structs: readonly Y.Item[], deletions: readonly Stretch[] = []) => {
    const pieces = structs.map((struct) => ({ struct, offset: 0 }));
    return judge(putTogether(pieces, deletions), server);
  };
  const unsound = { kind: 'refused', code: 'CO-21-UNSOUND' };

  it('a character that takes two units is not cut through', () => {
    expect(judged([item(0, id(0), id(1))]).kind).toBe('new');
    expect(judged([item(0, id(1), id(2))])).toEqual(unsound);
    expect(judged([], [{ client: server.clientID, from: 1, to: 2 }])).toEqual(unsound);
    expect(judged([], [{ client: server.clientID, from: 1, to: 3 }]).kind).toBe('new');
  });

  it('what stands behind and before stands in the same', () => {
    const other = copyOf(server);
    other.getXmlFragment('intro').insert(0, [new Y.XmlElement('paragraph')]);
    const there = Y.createID(other.clientID, 0);
    const update = putTogether([{ struct: item(0, id(0), there), offset: 0 }], []);
    expect(judge(update, other)).toEqual(unsound);
  });

  it('two that each stand behind the other do not come in', () => {
    expect(judged([item(0, Y.createID(8, 0), null), item(0, Y.createID(7, 0), null, 8)])).toEqual(unsound);
    expect(judged([item(0, Y.createID(7, 0), null)])).toEqual(unsound);
  });

  it('what stands in something must stand in a type', () => {
    const struct = new Y.Item(Y.createID(7, 0), null, null, null, null, id(0), null, new Y.ContentString('x'));
    expect(judged([struct])).toEqual(unsound);
  });

  it('a client stands in an update once, since Yjs forgets the first of two', () => {
    const [one, two] = [item(0, id(0), null), item(1, id(0), null)].map((struct) =>
      putTogether([{ struct, offset: 0 }], []),
    );
    const both = Uint8Array.of(2, ...(one ?? []).slice(1, -1), ...(two ?? []).slice(1));
    expect(judge(both, server)).toEqual({ kind: 'refused', code: 'CO-4-MALFORMED' });
  });

  it('two connections do not say two things of one clock', () => {
    const gate = new Gate('focus-area');
    const [first, second] = [new Map<number, number>(), new Map<number, number>()];
    const said = (words: string, waiting: Map<number, number>) => {
      const doc = new Y.Doc();
      doc.clientID = 7;
      doc.getText('title').insert(0, words);
      const judged = gate.judge(Y.encodeStateAsUpdate(doc), { doc: new Y.Doc(), waiting, owners: new Map() }, anna);
      if (judged.kind === 'new') for (const [client, end] of judged.reaches) waiting.set(client, end);
      return judged;
    };
    expect(said('et', first).kind).toBe('new');
    expect(said('to', second)).toEqual(unsound);
    expect(said('et og mere', second).kind).toBe('new');
  });
});
