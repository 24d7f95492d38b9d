import * as Y from 'yjs';
import { below, oneOf, type Chance } from './test-chance';
import { putTogether, takeApart, type Piece, type Stretch, type Struct } from './update';

/** An update that can be read and says what is not so: somewhere else, something else, of somebody else. */
export function lies(
  update: Uint8Array,
  honest: readonly Uint8Array[],
  foreign: readonly number[],
  chance: Chance,
): Uint8Array {
  const own = takeApart(update);
  const other = takeApart(oneOf(honest, chance));
  const ids = [...own.structs, ...own.structs, ...other.structs].map((struct) => unitOf(struct, chance));
  const items = own.structs.filter((struct) => struct instanceof Y.Item);
  for (let times = 1 + below(2, chance); times > 0 && items.length > 0; times -= 1)
    alter(oneOf(items, chance), ids, chance);
  const moved =
    chance() < 0.1 && foreign.length > 0 ? own.structs.map((one) => inName(one, oneOf(foreign, chance))) : own.structs;
  const mixed = chance() < 0.1 ? [...moved, ...other.structs] : moved;
  const deletions = [...own.deletions, ...(chance() < 0.3 ? deletionsOf(ids, chance) : [])];
  try {
    return putTogether(
      mixed.map((struct): Piece => ({ struct, offset: chance() < 0.02 ? below(struct.length, chance) : 0 })),
      deletions,
    );
  } catch {
    return update; // a lie that cannot even be written down
  }
}

function unitOf({ id, length }: Struct, chance: Chance): Y.ID {
  return Y.createID(id.client, id.clock + below(length, chance));
}

function deletionsOf(ids: readonly Y.ID[], chance: Chance): Stretch[] {
  if (ids.length === 0) return [];
  const { client, clock } = oneOf(ids, chance);
  return [{ client, from: clock, to: clock + 1 + below(4, chance) }];
}

function inName(struct: Struct, client: number): Struct {
  struct.id = Y.createID(client, struct.id.clock);
  return struct;
}

type Loose = { parent: unknown; content: Y.Item['content']; length: number };

function alter(item: Y.Item, ids: readonly Y.ID[], chance: Chance): void {
  const loose: Loose = item;
  const id = oneOf(ids, chance);
  const nearby = Y.createID(item.id.client, Math.max(0, item.id.clock + below(9, chance) - 5));
  switch (below(9, chance)) {
    case 0:
      item.origin = chance() < 0.5 ? id : nearby;
      return;
    case 1:
      item.rightOrigin = chance() < 0.5 ? id : nearby;
      return;
    case 2:
      item.origin = chance() < 0.5 ? null : item.origin;
      item.rightOrigin = null;
      loose.parent = item.origin ? null : chance() < 0.5 ? id : oneOf(ROOTS, chance);
      return;
    case 3:
      item.parentSub = chance() < 0.3 ? null : oneOf(KEYS, chance);
      loose.parent = item.origin || item.rightOrigin ? null : chance() < 0.5 ? id : oneOf(ROOTS, chance);
      return;
    default:
      loose.content = oneOf(CONTENTS, chance)();
      loose.length = loose.content.getLength();
  }
}

const ROOTS = ['title', 'intro', 'goals', 'themes', 'sections', '', '__proto__', 'constructor'];
const KEYS = ['level', 'order', 'removed', 'due', 'target', 'href', '__proto__', 'body', 'g-1', '', 'a b'];

const CONTENTS: readonly (() => Y.Item['content'])[] = [
  () => new Y.ContentString('ord'),
  () => new Y.ContentString('👩'),
  () => new Y.ContentFormat('bold', {}),
  () => new Y.ContentFormat('bold--AbCdEfGh', {}),
  () => new Y.ContentFormat('link', { href: 'javascript:alert(1)' }),
  () => new Y.ContentFormat('link', {}),
  () => new Y.ContentFormat('blink', {}),
  () => new Y.ContentAny([2]),
  () => new Y.ContentAny(['a0', true, null]),
  () => new Y.ContentAny([undefined, 1n, NaN]),
  () => new Y.ContentAny(['2026-02-31']),
  () => new Y.ContentAny([{ deep: [{ deeper: new Uint8Array(3) }] }]),
  () => new Y.ContentJSON([{}]),
  () => new Y.ContentEmbed({ image: 'https://www.example.dk/x.png' }),
  () => new Y.ContentBinary(new Uint8Array(5)),
  () => new Y.ContentDeleted(1),
  () => new Y.ContentDeleted(2 ** 31),
  () => new Y.ContentType(new Y.XmlElement('paragraph')),
  () => new Y.ContentType(new Y.XmlElement('table')),
  () => new Y.ContentType(new Y.XmlElement('heading')),
  () => new Y.ContentType(new Y.XmlElement('crossReference')),
  () => new Y.ContentType(new Y.XmlElement('listItem')),
  () => new Y.ContentType(new Y.XmlElement('script')),
  () => new Y.ContentType(new Y.XmlText()),
  () => new Y.ContentType(new Y.XmlFragment()),
  () => new Y.ContentType(new Y.Text()),
  () => new Y.ContentType(new Y.Map()),
  () => new Y.ContentType(new Y.Array()),
];
