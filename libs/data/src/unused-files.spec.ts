import type { Actor } from './act';
import { FileStore } from './file-store';
import { RoundGround } from './round-ground';
import { beginStory, type Story } from './test-story';
import { TextEraser } from './text-eraser';

let story: Story;
let officer: Actor;
let eraser: TextEraser;

beforeEach(async () => {
  story = await beginStory();
  officer = await story.person('secretariat:1085', 'secretariatOfficer');
  eraser = new TextEraser(story.source);
});

afterEach(() => story.close());

/** Makes rows as old as if they were written so many days ago. */
const grow = (table: string, column: string, days: number): Promise<unknown> =>
  story.owner.query(`UPDATE ${table} SET ${column} = clock_timestamp() - make_interval(days => $1)`, [days]);

describe('CO-27 a file nothing refers to yet', () => {
  it('stays for a week after it was sent in, also the same again, while the form it is for is filled in', async () => {
    const files = new FileStore(story.source);
    const ground = new RoundGround(story.source);
    const add = () => files.add(Buffer.from('Rapporten'), 'application/pdf', officer.person);
    const { sha256 } = await add();
    await eraser.eraseDue(0);
    expect(await files.has(sha256)).toBe(true);
    await grow('file', 'added_at', 40);
    await add();
    await eraser.eraseDue(30);
    expect(await files.has(sha256)).toBe(true);

    await grow('file', 'added_at', 40);
    await ground.offer(sha256, officer.person);
    await grow('heard_file_offer', 'at', 40);
    await ground.offer(sha256, officer.person);
    await eraser.eraseDue(30);
    expect(await ground.offered(sha256, officer.person)).not.toBeNull();
    await grow('heard_file_offer', 'at', 40);
    await eraser.eraseDue(30);
    expect(await files.has(sha256)).toBe(false);
  });
});
