import type { Recorder } from '@enig/approval';
import { brandId, localDateAt, type BodyId, type PartyId, type VersionHash } from '@enig/kernel';
import { databaseNow, type Actor } from './act';
import type { AgreementView } from './agreement-reads';
import { ApprovalReads, type ApprovalView } from './approval-reads';
import { ApprovalStore, type NewDecision } from './approval-store';
import { beginStory, type Story } from './test-story';

export const greve = brandId<PartyId>('municipality:0253');
export const holbaek = brandId<PartyId>('municipality:0316');

/** By the party's own people. For specs only, as all here. */
export const own = (party: PartyId): Recorder => ({ kind: 'ownPeople', party });
export const onBehalf: Recorder = { kind: 'secretariat' };

/** An agreement that was put to its parties, and what they come to. */
export interface ApprovalStory {
  readonly story: Story;
  readonly approvals: ApprovalStore;
  readonly secretary: Actor;
  /** The text put to them first. */
  readonly version: VersionHash;
  approval(): Promise<ApprovalView>;
  /** That the party's council approved that text today; `other` says what is otherwise. */
  yes(party: PartyId, other?: Partial<NewDecision>): Promise<NewDecision>;
  secretaryOf(party: PartyId): Promise<Actor>;
  /** How many rows there are. */
  count(table: 'decision' | 'confirmation'): Promise<number>;
  /** The kinds of what was done, first to last. */
  acts(): Promise<string[]>;
  conclusions(): Promise<AgreementView['events']>;
}

/** Begins it. */
export async function beginApprovals(): Promise<ApprovalStory> {
  const story = await beginStory();
  const approvals = new ApprovalStore({ source: story.source, announce: story.announce });
  const secretary = await story.person('secretariat:1085', 'secretariatOfficer');
  const { version } = await story.freeze(null);
  return {
    ...{ story, approvals, secretary, version },
    approval: async () => {
      const view = await new ApprovalReads(story.source).view(story.agreement);
      if (!view) throw new Error('Nothing was put to the parties');
      return view;
    },
    yes: async (party, other = {}) => {
      const body = (await councilOf(story, party)) ?? brandId<BodyId>('none');
      return decided(story, { version, party, body, ...other });
    },
    secretaryOf: async (party) => story.person((await councilOf(story, party)) ?? '', 'councilSecretary'),
    count: async (table) => {
      const [row] = await story.source.query<{ count: string }[]>(`SELECT count(*) FROM ${table}`);
      return Number(row?.count);
    },
    acts: async () => {
      const rows = await story.source.query<{ kind: string }[]>(
        'SELECT kind FROM act WHERE agreement = $1 ORDER BY number',
        [story.agreement],
      );
      return rows.map(({ kind }) => kind);
    },
    conclusions: async () => (await story.view()).events.filter(({ event }) => event === 'conclude'),
  };
}

async function decided(
  story: Story,
  said: Pick<NewDecision, 'version' | 'party' | 'body'> & Partial<NewDecision>,
): Promise<NewDecision> {
  return {
    ...{ agreement: story.agreement, outcome: 'approved' as const },
    ...{
      meetingDate: localDateAt(await databaseNow(story.source.manager)),
      item: '14',
      wording: 'Godkendt.',
      reason: '',
    },
    ...{ step: null, nextMeeting: null, supersedes: null, minority: '', reaffirms: null },
    ...{ minutesLink: null, minutesFile: null, minutesName: null },
    ...said,
  };
}

async function councilOf(story: Story, party: PartyId): Promise<BodyId | null> {
  return (await story.view()).parties.find((each) => each.party === party)?.council ?? null;
}
