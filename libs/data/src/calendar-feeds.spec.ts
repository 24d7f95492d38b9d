import { CalendarFeeds } from './calendar-feeds';
import { beginStory, type Story } from './test-story';
import type { Actor } from './act';

let story: Story;
let feeds: CalendarFeeds;
let greve: Actor;

beforeEach(async () => {
  story = await beginStory();
  feeds = new CalendarFeeds(story.source);
  greve = await story.person('municipal-council:0253', 'councilSecretary');
});

afterEach(() => story.close());

describe('a calendar of one’s own', () => {
  it('is found by its token, and says who has it and by which seats', async () => {
    expect(await feeds.madeAt(greve.person)).toBeNull();
    const token = await feeds.renew(greve.person);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await feeds.holder(token)).toMatchObject({ person: { id: greve.person }, seats: [{ body: greve.body }] });
    expect(await feeds.madeAt(greve.person)).not.toBeNull();
    const kept = await story.owner.query('SELECT * FROM calendar_feed');
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  it('ends when there is a new one, and when it is stopped', async () => {
    const [first, second] = [await feeds.renew(greve.person), await feeds.renew(greve.person)];
    expect(await feeds.holder(first)).toBeNull();
    expect(await feeds.holder(second)).not.toBeNull();
    await feeds.stop(greve.person);
    expect(await feeds.holder(second)).toBeNull();
    expect(await feeds.madeAt(greve.person)).toBeNull();
  });

  it('is one, however many are asked for at the same moment', async () => {
    const tokens = await Promise.all(Array.from({ length: 6 }, () => feeds.renew(greve.person)));
    const found = await Promise.all(tokens.map((token) => feeds.holder(token)));
    expect(found.filter((holder) => holder !== null)).toHaveLength(1);
  });

  it('is nobody’s once they hold no seat, and for a token nobody was given', async () => {
    const token = await feeds.renew(greve.person);
    await story.owner.query(`UPDATE seat SET valid_to = '2020-01-02' WHERE person = $1`, [greve.person]);
    expect(await feeds.holder(token)).toBeNull();
    expect(await feeds.holder('')).toBeNull();
  });

  it('is not changed back by the application', async () => {
    await feeds.renew(greve.person);
    await expect(story.source.query('DELETE FROM calendar_feed')).rejects.toThrow('permission denied');
    await expect(story.source.query(`UPDATE calendar_feed SET token_hash = repeat('a', 64)`)).rejects.toThrow(
      'permission denied',
    );
  });
});
