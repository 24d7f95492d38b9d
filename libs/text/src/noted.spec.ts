import { brandId, type ItemId } from '@enig/kernel';
import * as Y from 'yjs';
import { addItem } from './items';
import { emptyJson, type StatementJson } from './json';
import { readNoted, writtenNoted } from './noted';
import { readRemarks } from './remarks';
import { richFromPlain } from './rich-text';
import { seedUpdate } from './seed';

const noted = { name: 'Åse Friis', capacity: 'secretary' };
const statement: StatementJson = {
  ...{ id: brandId<ItemId>('u-1'), section: null, how: 'phone', who: 'Bo', on: null },
  body: richFromPlain('Sproget er svært.'),
};

function read(...statements: readonly StatementJson[]): readonly StatementJson[] {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate({ ...emptyJson('hearing-response', []), statements }, 7));
  return readRemarks(doc).statements;
}

describe('HE-38 who wrote down a statement', () => {
  it('is kept with it, where that is known', () => {
    expect(read({ ...statement, noted })).toEqual([{ ...statement, noted }]);
    expect(Object.keys(read(statement)[0] ?? {})).not.toContain('noted');
    const doc = new Y.Doc();
    addItem(doc, 'statements', { id: statement.id, values: { noted: writtenNoted(noted) } });
    expect(readRemarks(doc).statements[0]?.noted).toEqual(noted);
  });

  it.each(['{"name":"Åse"}', '[]', 'Åse', 5, null, JSON.stringify({ ...noted, more: 'words' }), '"'.repeat(1_001)])(
    'is nobody where a program wrote something else: %j',
    (written) => expect(readNoted(written)).toBeNull(),
  );
});
