import { err, ok, type Instant, type PersonId, type Result } from '@enig/kernel';
import type { SubmissionId } from '../response';
import type { RoundState } from '../round';
import { findPersonalNumbers } from './personal-number';

declare const findingKey: unique symbol;
/** Names a finding in what a council sent: where it stands. Stable, and without what was found. */
export type FindingKey = string & { readonly [findingKey]: true };

/**
 * Something that must not be published before two people have said it may: a personal number, a member's name, or a
 * part of a file nobody could read. da: fund
 */
export interface Finding {
  readonly submission: SubmissionId;
  readonly key: FindingKey;
  readonly about: FindingAbout;
}

/** What a finding is about. */
export type FindingAbout = 'personalNumber' | 'memberName' | 'unread';

/** Everything a finding can be about. */
export const FINDINGS_ABOUT: readonly FindingAbout[] = ['personalNumber', 'memberName', 'unread'];

/** One person's word that a finding may be published: a fact. da: frigivelse */
export interface Release {
  readonly submission: SubmissionId;
  readonly key: FindingKey;
  readonly person: PersonId;
  readonly reason: string;
  readonly at: Instant;
}

/** How many different people release a finding: the second look that Datatilsynet asks for (HE-49). */
export const RELEASES_NEEDED = 2;

/** Why a finding is not released (HE-49). */
export type ReleaseRefused =
  | { readonly code: 'HE-49-NOTHING-FOUND' }
  | { readonly code: 'HE-49-REASON-REQUIRED' }
  | { readonly code: 'HE-49-REASON-HOLDS-NUMBER' }
  | { readonly code: 'HE-49-ANOTHER-MUST-TOO' }
  | { readonly code: 'HE-49-RELEASED-ALREADY' };

/** Why responses are not published. */
export type PublishRefused =
  | { readonly code: 'HE-47-ROUND-NOT-CLOSED'; readonly state: RoundState }
  | { readonly code: 'HE-47-PUBLISHED-ALREADY' }
  | { readonly code: 'HE-48-NOT-SCREENED'; readonly count: number }
  | { readonly code: 'HE-48-FINDINGS-OPEN'; readonly count: number };

/** Why something may not be read by anybody (HE-48). */
export type StillClosed = Extract<PublishRefused, { readonly count: number }>;

/** Why what is published is not taken back. */
export type UnpublishRefused =
  | { readonly code: 'HE-47-NOT-PUBLISHED' }
  | { readonly code: 'HE-47-REASON-REQUIRED' }
  | { readonly code: 'HE-47-REASON-HOLDS-NUMBER' };

/** What is to be read by anybody, and what has been said of it. */
export interface PublicFacts {
  /** In what would be published: what is left out or withheld is not among them. */
  readonly findings: readonly Finding[];
  readonly releases: readonly Release[];
  /** Files that would be published and have not been looked through. */
  readonly unscreened: number;
}

/** What publishing depends on. */
export interface PublishFacts extends PublicFacts {
  readonly state: RoundState;
  readonly isPublished: boolean;
}

/** The different people who have released a finding, in the order they did. */
export function releasedBy(finding: Pick<Finding, 'submission' | 'key'>, releases: readonly Release[]): PersonId[] {
  const own = releases.filter(({ submission, key }) => submission === finding.submission && key === finding.key);
  return [...new Set(own.map(({ person }) => person))];
}

/** The findings that two people have not released. */
export function openFindings(findings: readonly Finding[], releases: readonly Release[]): readonly Finding[] {
  return findings.filter((finding) => releasedBy(finding, releases).length < RELEASES_NEEDED);
}

/** Says that a finding may be published, with why. It counts when two different people have said so (HE-49). */
export function release(
  finding: Finding | null,
  { person, reason, at }: Pick<Release, 'person' | 'reason' | 'at'>,
  releases: readonly Release[],
): Result<Release, ReleaseRefused> {
  if (!finding) return err({ code: 'HE-49-NOTHING-FOUND' });
  const before = releasedBy(finding, releases);
  if (before.length >= RELEASES_NEEDED) return err({ code: 'HE-49-RELEASED-ALREADY' });
  if (before.includes(person)) return err({ code: 'HE-49-ANOTHER-MUST-TOO' });
  if (reason.trim() === '') return err({ code: 'HE-49-REASON-REQUIRED' });
  if (findPersonalNumbers(reason).length > 0) return err({ code: 'HE-49-REASON-HOLDS-NUMBER' });
  return ok({ submission: finding.submission, key: finding.key, person, reason: reason.trim(), at });
}

/**
 * Whether a round's responses may be published: after the round is closed (HE-47), when everything that would be
 * published has been looked through and two people have released each finding in it (HE-48).
 */
export function publish(facts: PublishFacts): Result<null, PublishRefused> {
  const { state, isPublished } = facts;
  if (state !== 'closed') return err({ code: 'HE-47-ROUND-NOT-CLOSED', state });
  if (isPublished) return err({ code: 'HE-47-PUBLISHED-ALREADY' });
  return mayBePublic(facts);
}

/** Whether all of something has been looked through and two people have released each finding in it (HE-48). */
export function mayBePublic({ unscreened, findings, releases }: PublicFacts): Result<null, StillClosed> {
  if (unscreened > 0) return err({ code: 'HE-48-NOT-SCREENED', count: unscreened });
  const { length: count } = openFindings(findings, releases);
  return count > 0 ? err({ code: 'HE-48-FINDINGS-OPEN', count }) : ok(null);
}

/** Takes what is published back, with why: at once, whatever was found. The reason is kept, and repeats no number. */
export function unpublish(isPublished: boolean, given: string): Result<string, UnpublishRefused> {
  const reason = given.trim();
  if (!isPublished) return err({ code: 'HE-47-NOT-PUBLISHED' });
  if (reason === '') return err({ code: 'HE-47-REASON-REQUIRED' });
  return findPersonalNumbers(reason).length > 0 ? err({ code: 'HE-47-REASON-HOLDS-NUMBER' }) : ok(reason);
}
