import type { FindingKey, SubmissionId } from '@enig/hearing';
import { addDays, brandId, localDateAt, type BodyId, type RoundId, type Sha256 } from '@enig/kernel';
import { richFromPlain } from '@enig/text';
import { databaseNow, type Actor } from '../act';
import { FileStore } from '../file-store';
import { HearingReads } from '../hearing-reads';
import { HearingStore } from '../hearing-store';
import type { RoundView } from '../hearing-views';
import { PointStore } from '../point-store';
import { ResponseFiles } from '../response-files';
import { ResponseStore } from '../response-store';
import { beginStory, type Story } from '../test-story';
import { ScreeningStore } from './screening-store';
import { findingsIn, type Screening } from './screening-view';

/** What Greve's council writes, and the document it puts with it. */
export const WORDS = 'Vi støtter forslaget.\n\nMin søn 010190-1234 venter.';
export const FILE = Buffer.from('%PDF-1.7 for the spec');

/** What a reader saw in a file. */
export const CLEAN = { kind: 'pdf', numbers: [], unread: [] } as const;
export const FOUND = { ...CLEAN, numbers: [{ place: 'page', number: 2, count: 1 }] } as const;

const greve = brandId<BodyId>('disability-council:0253');
const holbaek = brandId<BodyId>('disability-council:0316');
const answer = { outcome: 'accommodated', answer: 'Det skrives ind.', reason: 'Rådet har ret.' } as const;

/** A round that Greve's council has answered with words and a document, and what is done with it. For specs only. */
export interface ScreeningStory {
  readonly story: Story;
  readonly store: ScreeningStore;
  readonly round: RoundId;
  readonly secretary: Actor;
  readonly colleague: Actor;
  view(): Promise<RoundView>;
  screening(): Promise<Screening>;
  /** The other council has answered, every point is treated, the round is closed. */
  close(): Promise<void>;
  /** The only finding about this. */
  finding(about: string): Promise<{ submission: SubmissionId; key: FindingKey; start: number; end: number }>;
  /** One person's word that the number may be published. */
  release(actor: Actor, reason?: string): ReturnType<ScreeningStore['release']>;
  /** Keeps a file of somebody's. */
  keep(words: string): Promise<Sha256>;
}

/** What a refused act says; null where it was done. */
export const codeOf = (done: { ok: boolean; error?: { code: string } } | null): string | null =>
  done?.error?.code ?? null;

/** Begins it. */
export async function beginScreening(): Promise<ScreeningStory> {
  const story = await beginStory();
  const store = new ScreeningStore({ source: story.source, announce: story.announce });
  const secretary = await story.person('secretariat:1085', 'secretariatOfficer');
  const colleague = await story.person('secretariat:1085', 'secretariatOfficer');
  const chair = await story.person(greve, 'disabilityCouncilChair');
  const dueDate = addDays(localDateAt(await databaseNow(story.source.manager)), 40);
  const opened = await story.freeze({ councils: [greve, holbaek], dueDate, shortReason: '' });
  const round = opened.round ?? brandId<RoundId>('');
  const view = (): Promise<RoundView> => viewOf(story, round);
  const screening = async (): Promise<Screening> => store.of(await view());
  const finding = async (about: string) => {
    const one = findingsIn(await screening()).find((each) => each.about === about);
    if (!one) throw new Error(`No finding about ${about}`);
    return { ...one, start: one.start ?? 0, end: one.end ?? 0 };
  };
  await answerAs(story, round, chair, { council: greve, words: WORDS, files: [FILE] });
  return {
    ...{ story, store, round, secretary, colleague, view, screening, finding },
    keep: (words) => keep(story, Buffer.from(words), secretary),
    release: async (actor, reason = 'Det er et journalnummer.') => {
      const { submission, key } = await finding('personalNumber');
      return store.release(round, { submission, finding: key, reason }, actor);
    },
    close: async () => {
      await answerAs(story, round, chair, { council: holbaek, words: 'Ingen bemærkninger.', files: [] });
      await closeRound(story, round, secretary);
    },
  };
}

async function viewOf({ source }: Story, round: RoundId): Promise<RoundView> {
  const found = await new HearingReads(source).round(round);
  if (!found) throw new Error('The round is gone');
  return found;
}

async function keep({ source }: Story, bytes: Uint8Array, { person }: Actor): Promise<Sha256> {
  return (await new FileStore(source).add(bytes, 'application/octet-stream', person)).sha256;
}

interface Answer {
  readonly council: BodyId;
  readonly words: string;
  readonly files: readonly Uint8Array[];
}

async function answerAs(story: Story, round: RoundId, actor: Actor, { council, words, files }: Answer): Promise<void> {
  const response = (await viewOf(story, round)).responses.find(({ row }) => row.body === council);
  if (!response) throw new Error('The council was not asked');
  await story.write(response.row.text, { general: richFromPlain(words) });
  for (const bytes of files) {
    const file = { section: null, sha256: await keep(story, bytes, actor), name: 'svar.pdf' };
    await new ResponseFiles(story).add(response.row.id, file, actor);
  }
  const sent = await new ResponseStore(story).submit(response.row.id, actor);
  if (!sent?.ok) throw new Error(`Not sent: ${sent?.error.code}`);
}

async function closeRound(story: Story, round: RoundId, actor: Actor): Promise<void> {
  const rounds = new HearingStore(story);
  await rounds.end(round, actor);
  const { points } = await viewOf(story, round);
  for (const { row } of points) await new PointStore(story).treat(round, [row], answer, actor);
  const closed = await rounds.close(round, actor);
  if (!closed?.ok) throw new Error(`Not closed: ${closed?.error.code}`);
}
