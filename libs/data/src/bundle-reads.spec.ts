import { brandId, type AgreementId } from '@enig/kernel';
import { appendAct, type Actor } from './act';
import { BundleReads, NeverAtRest } from './bundle-reads';
import { beginStory, type Story } from './test-story';

let story: Story;
let actor: Actor;

beforeAll(async () => {
  story = await beginStory();
  actor = await story.person('secretariat:1085', 'secretariatOfficer');
});

afterAll(() => story.close());

async function log(): Promise<void> {
  const { source, agreement } = story;
  await source.transaction((manager) => appendAct(manager, { agreement, ...actor, kind: 'note', facts: {} }));
}

describe('LO-6 a whole case is of one moment', () => {
  it('LO-6 is begun anew where something is logged while it is made', async () => {
    const made: number[] = [];
    const given = await new BundleReads(story.source).atRest(story.agreement, async ({ acts }) => {
      made.push(acts.length);
      if (made.length < 3) await log();
      return acts.length;
    });
    const [first = 0] = made;
    expect(made).toEqual([first, first + 1, first + 2]);
    expect(given).toBe(first + 2);
  });

  it('LO-6 is given up where the log never stands still, and is nothing of no agreement', async () => {
    const reads = new BundleReads(story.source);
    await expect(reads.atRest(story.agreement, log)).rejects.toThrow(NeverAtRest);
    expect(await reads.atRest(brandId<AgreementId>('00000000-0000-4000-8000-000000000000'), log)).toBeNull();
  });
});
