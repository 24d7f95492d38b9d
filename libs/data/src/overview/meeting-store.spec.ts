import { addDays, brandId, localDateAt, sha256, type BodyId, type LocalDate } from '@enig/kernel';
import { databaseNow, type Actor } from '../act';
import { FileStore } from '../file-store';
import { HearingReads } from '../hearing-reads';
import { ResponseFiles } from '../response-files';
import { beginStory, done, type Story } from '../test-story';
import { MeetingStore } from './meeting-store';
import { standingsOf } from './standings';

const greve = brandId<BodyId>('disability-council:0253');
const holbaek = brandId<BodyId>('disability-council:0316');

let story: Story;
let chair: Actor;
let store: MeetingStore;
let today: LocalDate;

beforeEach(async () => {
  story = await beginStory();
  chair = await story.person(greve, 'disabilityCouncilChair');
  store = new MeetingStore({ source: story.source, announce: story.announce });
  today = localDateAt(await databaseNow(story.source.manager));
});

afterEach(() => story.close());

const daysOf = async (body: BodyId) => ((await store.ofBodies([body])).get(body) ?? []).map(({ heldOn }) => heldOn);

describe('HE-30 a body’s meetings are entered and taken back', () => {
  it('in the order they are held, each body its own', async () => {
    for (const days of [60, 30]) done(await store.add(greve, addDays(today, days), chair));
    expect(await daysOf(greve)).toEqual([addDays(today, 30), addDays(today, 60)]);
    expect(await daysOf(holbaek)).toEqual([]);
  });

  it('once each, also when two enter the same one at once; again when it was taken back', async () => {
    const on = addDays(today, 30);
    const added = await Promise.all([store.add(greve, on, chair), store.add(greve, on, chair)]);
    expect(added.filter(({ ok }) => ok)).toHaveLength(1);
    expect(added.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: 'HE-30-MEETING-KNOWN', on } });
    const [meeting] = (await store.ofBodies([greve])).get(greve) ?? [];
    if (!meeting) throw new Error('The meeting is gone');
    expect([await store.remove(meeting.id, chair), await store.remove(meeting.id, chair)]).toEqual([true, false]);
    expect(await daysOf(greve)).toEqual([]);
    done(await store.add(greve, on, chair));
    expect(await daysOf(greve)).toEqual([on]);
  });

  it('not one that has been held, nor by a slip of the pen', async () => {
    expect(await store.add(greve, addDays(today, -1), chair)).toMatchObject({
      error: { code: 'HE-30-MEETING-IS-PAST' },
    });
    expect(await store.add(greve, addDays(today, 3_650), chair)).toMatchObject({
      error: { code: 'HE-30-MEETING-TOO-FAR' },
    });
  });

  it('names who entered it, and cannot be rewritten', async () => {
    const id = done(await store.add(greve, addDays(today, 30), chair));
    const [row] = await story.source.query<Record<string, string>[]>(
      'SELECT person, entered_for, capacity FROM body_meeting WHERE id = $1',
      [id],
    );
    expect(row).toEqual({ person: chair.person, entered_for: greve, capacity: 'disabilityCouncilChair' });
    await expect(story.source.query('UPDATE body_meeting SET held_on = held_on + 1')).rejects.toThrow(
      /permission denied/,
    );
    await expect(story.source.query('DELETE FROM body_meeting')).rejects.toThrow(/permission denied/);
    await expect(story.source.query('UPDATE reminder_plan SET days = days')).rejects.toThrow(/permission denied/);
  });
});

describe('HE-30 whoever hears sees who does not meet in time, HE-31 and how far they are', () => {
  it('as meetings and answers come', async () => {
    const { round } = await story.freeze({ councils: [greve, holbaek], dueDate: addDays(today, 40), shortReason: '' });
    const seen = async () => {
      const view = round && (await new HearingReads(story.source).round(round));
      if (!view) throw new Error('The round is gone');
      return standingsOf(view, await store.ofBodies([greve, holbaek]), today);
    };
    story.told.length = 0;
    done(await store.add(greve, addDays(today, 50), chair));
    expect(story.told).toEqual([{ topic: 'agreement', id: story.agreement }]);
    expect(await seen()).toMatchObject([
      { body: greve, meets: 'doesNotMeet', nextMeeting: addDays(today, 50), progress: 'notOpened', hasBegun: false },
      { body: holbaek, meets: 'unknown', nextMeeting: null },
    ]);
    done(await store.add(greve, addDays(today, 40), chair));
    const [first] = await seen();
    if (!first) throw new Error('Nobody was asked');
    expect(first.meets).toBe('meets');
    await story.write(first.response.text.id, {});
    expect(await seen()).toMatchObject([{ progress: 'begun', hasBegun: true }, { progress: 'notOpened' }]);
  });

  it('has begun also where it has put in a document and written nothing', async () => {
    const { round } = await story.freeze({ councils: [greve, holbaek], dueDate: addDays(today, 40), shortReason: '' });
    const view = async () => {
      const found = round && (await new HearingReads(story.source).round(round));
      if (!found) throw new Error('The round is gone');
      return found;
    };
    const response = (await view()).responses.find(({ row }) => row.body === greve);
    if (!response) throw new Error('Greve was not asked');
    const bytes = Buffer.from('Svaret i Word.');
    await new FileStore(story.source).add(bytes, 'application/octet-stream', chair.person);
    const file = { section: null, sha256: sha256(bytes), name: 'svar.docx' };
    const files = new ResponseFiles({ source: story.source, announce: story.announce });
    done(await files.add(response.row.id, file, chair));
    const standings = standingsOf(await view(), await store.ofBodies([greve, holbaek]), today);
    expect(standings.map(({ progress, hasBegun }) => [progress, hasBegun])).toEqual([
      ['begun', true],
      ['notOpened', false],
    ]);
  });
});
