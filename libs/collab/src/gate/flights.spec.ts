import { brandId, type PersonId } from '@enig/kernel';
import { applyLog, emptyJson, seedUpdate } from '@enig/text';
import * as Y from 'yjs';
import { Gate, type Judgement } from './gate';

const anna = brandId<PersonId>('anna');

const TEXT = seedUpdate({ ...emptyJson('focus-area'), title: 'ord '.repeat(300) }, 1);

/** A server of one text, and what its connections have on their way. */
class Scene {
  readonly doc = new Y.Doc();
  readonly gate = new Gate('focus-area');
  readonly owners = new Map<number, PersonId>();

  constructor(text = TEXT) {
    Y.applyUpdate(this.doc, text);
  }

  connect(mayWrite = true): Connection {
    return new Connection(this, mayWrite);
  }
}

class Connection {
  readonly waiting = new Map<number, number>();
  private readonly flying: Uint8Array[] = [];

  constructor(
    private readonly scene: Scene,
    private readonly mayWrite: boolean,
  ) {}

  judge(update: Uint8Array): Judgement {
    const { doc, owners, gate } = this.scene;
    return gate.judge(update, { doc, owners, waiting: this.waiting, mayWrite: this.mayWrite }, anna);
  }

  send(update: Uint8Array): Judgement {
    const judged = this.judge(update);
    if (judged.kind !== 'new') return judged;
    for (const [client, end] of judged.reaches) this.waiting.set(client, end);
    this.flying.push(judged.update);
    return judged;
  }

  /** Whether it was judged to take away most of the text. */
  takesMost(update: Uint8Array): boolean {
    const judged = this.send(update);
    if (judged.kind !== 'new') throw new Error(JSON.stringify(judged));
    return judged.deletesMost;
  }

  land(): void {
    for (const update of this.flying.splice(0)) Y.applyUpdate(this.scene.doc, update);
    this.waiting.clear();
  }

  comeBack(): void {
    this.flying.length = 0;
    this.scene.gate.returned(this.waiting);
    this.waiting.clear();
  }
}

function words(length: number): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('title').insert(0, 'y'.repeat(length));
  return Y.encodeStateAsUpdate(doc);
}

/** What somebody sends who deletes so many letters of the title. */
function deletion(from: number, length: number): Uint8Array {
  const page = new Y.Doc();
  Y.applyUpdate(page, TEXT);
  const before = Y.encodeStateVector(page);
  page.getText('title').delete(from, length);
  return Y.encodeStateAsUpdate(page, before);
}

describe('CO-6 whoever may not write is refused before the gate looks into it, and nothing of it is kept', () => {
  it('whatever it brings', () => {
    const scene = new Scene();
    const reader = scene.connect(false);
    const noRight = { kind: 'refused', code: 'CO-6-NO-RIGHT' };
    for (let frame = 0; frame < 3; frame += 1) expect(reader.judge(words(1_000))).toEqual(noRight);
    const stray = new Y.Doc();
    stray.getMap('unknown').set('a', 1);
    expect(reader.judge(Y.encodeStateAsUpdate(stray))).toEqual(noRight);
    expect(reader.judge(deletion(0, 1_000))).toEqual(noRight);
    expect(scene.gate.size).toBe(0);
  });

  it('but what it may have, or has yet to bring, is told as ever', () => {
    const reader = new Scene().connect(false);
    expect(reader.judge(TEXT)).toEqual({ kind: 'nothing' });
    const page = new Y.Doc();
    page.getText('title').insert(0, 'a');
    const before = Y.encodeStateVector(page);
    page.getText('title').insert(1, 'b');
    expect(reader.judge(Y.encodeStateAsUpdate(page, before))).toEqual({ kind: 'gap' });
  });
});

/** Two people make the same word bold at once, and somebody's page reads one after the other, as a stock client does. */
function marked(): { scene: Scene; page: Y.Doc; paragraph: (doc: Y.Doc) => Y.XmlText } {
  const paragraph = (doc: Y.Doc): Y.XmlText => {
    const words = doc.getXmlFragment('intro').get(0);
    const inner = words instanceof Y.XmlElement ? words.get(0) : null;
    if (!(inner instanceof Y.XmlText)) throw new Error('There is no paragraph');
    return inner;
  };
  const first = new Y.Doc();
  Y.applyUpdate(first, seedUpdate(emptyJson('focus-area'), 1));
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText('hello world')]);
  first.getXmlFragment('intro').delete(0, first.getXmlFragment('intro').length);
  first.getXmlFragment('intro').insert(0, [element]);
  const log = [Y.encodeStateAsUpdate(first)];
  for (let people = 0; people < 2; people += 1) {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, log[0] ?? new Uint8Array());
    const before = Y.encodeStateVector(doc);
    paragraph(doc).format(0, 5, { bold: {} });
    log.push(Y.encodeStateAsUpdate(doc, before));
  }
  const page = new Y.Doc();
  const scene = new Scene(log[0]);
  Y.applyUpdate(page, log[0] ?? new Uint8Array());
  paragraph(page);
  for (const update of log.slice(1)) Y.applyUpdate(page, update);
  applyLog(scene.doc, log.slice(1));
  return { scene, page, paragraph };
}

describe('CO-7 what a page has tidied by itself', () => {
  it('adds nothing, and whoever only reads is not blamed for it', () => {
    const { scene, page } = marked();
    const answer = Y.encodeStateAsUpdate(page, Y.encodeStateVector(scene.doc));
    expect(scene.connect(true).judge(answer).kind).toBe('new');
    expect(scene.connect(false).judge(answer)).toEqual({ kind: 'nothing' });
  });

  it('but no word', () => {
    const { scene, page, paragraph } = marked();
    paragraph(page).delete(0, 1);
    const answer = Y.encodeStateAsUpdate(page, Y.encodeStateVector(scene.doc));
    expect(scene.connect(false).judge(answer)).toEqual({ kind: 'refused', code: 'CO-6-NO-RIGHT' });
  });
});

describe('CO-25 the gate keeps nothing but what is on its way to the log', () => {
  it('nothing when all has landed, also of those who have not left', () => {
    const scene = new Scene();
    const [one, other] = [scene.connect(), scene.connect()];
    for (let frame = 0; frame < 4; frame += 1) {
      one.send(words(10));
      other.send(words(10));
    }
    expect(scene.gate.size).toBe(8);
    one.land();
    expect(scene.gate.size).toBe(4);
    other.land();
    expect(scene.gate.size).toBe(0);
  });

  it('nothing of what was judged and not sent', () => {
    const scene = new Scene();
    const one = scene.connect();
    for (let frame = 0; frame < 14; frame += 1) one.judge(words(10));
    expect(scene.gate.size).toBe(1);
    scene.gate.forget();
    expect(scene.gate.size).toBe(0);
  });

  it('nothing of what came back, from whoever has left since', () => {
    const scene = new Scene();
    const one = scene.connect();
    for (let frame = 0; frame < 4; frame += 1) one.send(words(10));
    one.comeBack();
    const other = scene.connect();
    other.send(words(10));
    other.land();
    expect(scene.gate.size).toBe(0);
  });

  it('and what others have on their way while something comes back', () => {
    const scene = new Scene();
    const [one, other] = [scene.connect(), scene.connect()];
    const page = new Y.Doc();
    page.on('update', (update: Uint8Array) => expect(one.send(update).kind).toBe('new'));
    page.getText('title').insert(0, 'en');
    other.send(words(10));
    other.comeBack();
    page.getText('title').insert(1, 'g');
    expect(scene.gate.size).toBe(2);
    one.land();
    expect(scene.gate.size).toBe(0);
  });
});

describe('CO-22 a deletion that is on its way is not told of again', () => {
  const most = deletion(0, 1_000);

  it('when the same connection sends it again, or more with it', () => {
    const one = new Scene().connect();
    expect(one.takesMost(most)).toBe(true);
    for (let times = 0; times < 5; times += 1) expect(one.takesMost(most)).toBe(false);
    expect(one.takesMost(deletion(0, 1_100))).toBe(false);
  });

  it('when somebody comes back over another connection and sends it again', () => {
    const scene = new Scene();
    expect(scene.connect().takesMost(most)).toBe(true);
    expect(scene.connect().takesMost(most)).toBe(false);
  });

  it('but when it has come back from the log', () => {
    const scene = new Scene();
    const one = scene.connect();
    expect(one.takesMost(most)).toBe(true);
    one.comeBack();
    expect(one.takesMost(most)).toBe(true);
  });

  it('nor does what was judged and not sent count', () => {
    const scene = new Scene();
    const one = scene.connect();
    const page = new Y.Doc();
    Y.applyUpdate(page, TEXT);
    page.getText('title').delete(0, 1_000);
    page.getText('title').insert(0, 'nyt');
    const update = Y.encodeStateAsUpdate(page);
    expect(one.judge(update)).toMatchObject({ kind: 'new', deletesMost: true });
    expect(one.judge(update)).toMatchObject({ kind: 'new', deletesMost: true });
  });

  it('and what is written since can be deleted again', () => {
    const one = new Scene().connect();
    expect(one.takesMost(most)).toBe(true);
    one.land();
    const page = new Y.Doc();
    page.getText('title').insert(0, 'z'.repeat(5_000));
    expect(one.takesMost(Y.encodeStateAsUpdate(page))).toBe(false);
    one.land();
    const before = Y.encodeStateVector(page);
    page.getText('title').delete(0, 5_000);
    expect(one.takesMost(Y.encodeStateAsUpdate(page, before))).toBe(true);
  });
});

describe('CO-22 whoever names first the types and then the words in them is told of once', () => {
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'Et afsnit med mange ord. '.repeat(40) }] };
  const prose = seedUpdate({ ...emptyJson('focus-area'), intro: { type: 'doc', content: [paragraph, paragraph] } }, 1);

  function stretches(isWanted: (struct: Y.Item | Y.GC) => boolean, doc: Y.Doc): Uint8Array {
    const encoder = new Y.UpdateEncoderV1();
    const found = (doc.store.clients.get(1) ?? []).filter(isWanted);
    for (const number of [0, 1, 1, found.length, ...found.flatMap(({ id, length }) => [id.clock, length])])
      encoder.writeLen(number);
    return encoder.toUint8Array();
  }
  const makes = (struct: Y.Item | Y.GC) => struct instanceof Y.Item && struct.content instanceof Y.ContentType;
  const says = (struct: Y.Item | Y.GC) => struct instanceof Y.Item && struct.content instanceof Y.ContentString;

  it.each([
    ['types first', makes, says],
    ['words first', says, makes],
  ])('%s', (_, first, then) => {
    const scene = new Scene(prose);
    const one = scene.connect();
    expect(one.takesMost(stretches(first, scene.doc))).toBe(true);
    expect(one.takesMost(stretches(then, scene.doc))).toBe(false);
  });
});
