import { saysTheSame, type Manifest } from '@enig/agreement';
import { addDays, brandId, localDateOf, type AgreementId, type TextId, type VersionHash } from '@enig/kernel';
import { emptyJson, seedUpdate } from '@enig/text';
import type { Actor } from './act';
import { AgreementReads, type AgreementView } from './agreement-reads';
import { ApprovalStore } from './approval-store';
import { manifestAhead } from './freeze';
import { SupplementStore } from './supplement-store';
import { concludeIn } from './test-concluding';
import { append } from './test-response';
import { beginStory, done, type Story } from './test-story';
import { createText, TextContents } from './text-content';
import { VersionReads } from './version-reads';

let story: Story;
let secretary: Actor;

beforeEach(async () => {
  story = await beginStory();
  secretary = await story.person('secretariat:1085', 'secretariatOfficer');
});

afterEach(() => story.close());

const viewOf = async (id: AgreementId): Promise<AgreementView> => {
  const view = await new AgreementReads(story.source).view(id);
  if (!view) throw new Error('No such agreement');
  return view;
};

async function aheadOf(id: AgreementId, last: Manifest): Promise<Manifest | null> {
  const view = await viewOf(id);
  const texts = view.sections.flatMap(({ text, easyRead }) => (easyRead ? [text, easyRead] : [text]));
  return manifestAhead(view, await new TextContents(story.source).of(texts), last);
}

async function manifestOf(hash: VersionHash): Promise<Manifest> {
  const version = await new VersionReads(story.source).version(hash);
  if (!version) throw new Error('No such version');
  return version.manifest;
}

/** Puts an agreement to its parties. @returns what was put to them. */
async function put(id: AgreementId): Promise<Manifest> {
  return manifestOf(done(await new ApprovalStore(story).freezeForDecision(id, secretary)));
}

async function sameAgain(id: AgreementId, last: Manifest): Promise<boolean | null> {
  const ahead = await aheadOf(id, last);
  return ahead && saysTheSame(last, ahead);
}

describe('AG-44 what freezing would put to the parties now', () => {
  it('is what they had, until a word is written', async () => {
    const last = await put(story.agreement);
    expect(await aheadOf(story.agreement, last)).toEqual(last);
    const [first] = (await story.view()).sections;
    const text = first?.row.text ?? brandId<TextId>('');
    await append(story.source, text, seedUpdate({ ...emptyJson('focus-area'), title: 'Autisme og ' }, 7));
    expect(await sameAgain(story.agreement, last)).toBe(false);
  });

  it('is nothing where a rule forbids it', async () => {
    const last = await put(story.agreement);
    const [first] = (await story.view()).sections;
    const content = emptyJson('focus-area');
    const untitled = await story.source.transaction((manager) =>
      createText(manager, { agreement: story.agreement, body: null, content }, secretary),
    );
    await story.source.query('UPDATE section SET text = $1 WHERE id = $2', [untitled, first?.row.id]);
    expect(await aheadOf(story.agreement, last)).toBeNull();
  });

  it('is the same of an extension, until it is to last for other days', async () => {
    await concludeIn(story, story.agreement);
    const today = localDateOf(new Date().toISOString().slice(0, 10));
    const [periodTo, deadline] = [localDateOf('2101-12-31'), addDays(today, 30)];
    const terms = { title: 'Forlængelse', periodFrom: today, periodTo, deadline, writingUntil: null };
    const input = { ...terms, parent: story.agreement, act: 'extension', amends: [] } as const;
    const id = done(await new SupplementStore(story, new TextContents(story.source)).create(input, secretary));
    const last = await put(id);
    expect(await aheadOf(id, last)).toEqual(last);
    await story.owner.query(`UPDATE agreement SET period_to = '2102-12-31' WHERE id = $1`, [id]);
    expect(await sameAgain(id, last)).toBe(false);
  });
});
