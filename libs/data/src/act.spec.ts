import { canonicalHash } from '@enig/kernel';
import { actHash, appendAct, type Actor } from './act';
import { AgreementReads } from './agreement-reads';
import { beginStory, type Story } from './test-story';

let story: Story;
let actor: Actor;

beforeAll(async () => {
  story = await beginStory();
  actor = await story.person('secretariat:1085', 'secretariatOfficer');
});

afterAll(() => story.close());

async function append(note: string): Promise<void> {
  const { source, agreement } = story;
  await source.transaction((manager) => appendAct(manager, { agreement, ...actor, kind: 'note', facts: { note } }));
}

describe('the log of acts', () => {
  it('is one chain: each act carries the hash of the one before, also of many at once', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, index) => append(`act ${index}`)));
    const acts = await new AgreementReads(story.source).acts(story.agreement);
    expect(acts.map(({ number }) => number)).toEqual(acts.map((_, index) => index + 1));
    expect(acts.map(({ previous }) => previous)).toEqual([null, ...acts.slice(0, -1).map(({ hash }) => hash)]);
    for (const { id: _id, hash, ...act } of acts) {
      expect(actHash(act)).toBe(hash);
      expect(canonicalHash(act)).toBe(hash);
    }
  });

  it.each(['UPDATE act SET kind = $1', 'DELETE FROM act WHERE kind <> $1', 'TRUNCATE act'])(
    'cannot be changed: %s',
    async (sql) => {
      const values = sql.includes('$1') ? ['other'] : [];
      await expect(story.source.query(sql, values)).rejects.toThrow('permission denied');
    },
  );

  it('is rolled back with what it tells of', async () => {
    const before = await new AgreementReads(story.source).acts(story.agreement);
    const failing = story.source.transaction(async (manager) => {
      await appendAct(manager, { agreement: story.agreement, ...actor, kind: 'note', facts: {} });
      throw new Error('Something else went wrong');
    });
    await expect(failing).rejects.toThrow('Something else');
    expect(await new AgreementReads(story.source).acts(story.agreement)).toHaveLength(before.length);
  });
});
