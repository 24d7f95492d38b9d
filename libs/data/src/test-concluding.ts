import { localDateAt, type AgreementId, type VersionHash } from '@enig/kernel';
import { databaseNow } from './act';
import { AgreementReads } from './agreement-reads';
import { ApprovalStore, type NewDecision } from './approval-store';
import { done, type Story } from './test-story';

/** For specs only: a plain yes, in the last step. */
const YES: Pick<
  NewDecision,
  'step' | 'outcome' | 'item' | 'wording' | 'reason' | 'nextMeeting' | 'supersedes' | 'minority' | 'minutesLink'
> &
  Pick<NewDecision, 'minutesFile' | 'minutesName' | 'reaffirms'> = {
  ...{ step: null, outcome: 'approved', item: '14', wording: 'Godkendt.', reason: '', nextMeeting: null },
  ...{ supersedes: null, minority: '', minutesLink: null, minutesFile: null, minutesName: null, reaffirms: null },
};

/** For specs only: freezes an agreement for decision, and every party approves. @returns the version they agreed on. */
export async function concludeIn(story: Story, agreement: AgreementId): Promise<VersionHash> {
  const approvals = new ApprovalStore({ source: story.source, announce: story.announce });
  const secretary = await story.person('secretariat:1085', 'secretariatOfficer');
  const version = done(await approvals.freezeForDecision(agreement, secretary));
  const meetingDate = localDateAt(await databaseNow(story.source.manager));
  const view = await new AgreementReads(story.source).view(agreement);
  for (const { party, council } of view?.parties ?? []) {
    const actor = await story.person(council, 'councilSecretary');
    const input = { ...YES, agreement, party, body: council, version, meetingDate };
    done(await approvals.record(input, { kind: 'ownPeople', party }, actor));
  }
  return version;
}
