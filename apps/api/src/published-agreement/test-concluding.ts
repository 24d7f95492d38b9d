import { AgreementReads, ApprovalStore, type Actor, type NewDecision } from '@enig/data';
import { brandId, instantOf, localDateAt, type AgreementId, type BodyId, type VersionHash } from '@enig/kernel';
import type { TestApp } from '../test-app';

/** For specs only: a plain yes, in the last step. */
const YES: Omit<NewDecision, 'agreement' | 'party' | 'body' | 'version' | 'meetingDate'> = {
  ...{ step: null, outcome: 'approved', item: '14', wording: 'Godkendt.', reason: '', nextMeeting: null },
  ...{ supersedes: null, minority: '', minutesLink: null, minutesFile: null, minutesName: null, reaffirms: null },
};

/** For specs only: puts an agreement's text to its parties, who all approve. @returns the version they agreed on. */
export async function conclude(app: TestApp, given: string): Promise<VersionHash> {
  const agreement = brandId<AgreementId>(given);
  const approvals = new ApprovalStore({ source: app.source, announce: () => Promise.resolve() });
  const frozen = await approvals.freezeForDecision(agreement, await actorOf(app, 'secretariat:1085'));
  if (!frozen?.ok) throw new Error(frozen?.error.code ?? 'No such agreement');
  await approve(app, agreement, frozen.value);
  return frozen.value;
}

/** For specs only: the parties, or some of them by their ids, approve a text that is put to them. */
export async function approve(app: TestApp, given: string, version: string, only?: readonly string[]): Promise<void> {
  const agreement = brandId<AgreementId>(given);
  const approvals = new ApprovalStore({ source: app.source, announce: () => Promise.resolve() });
  const meetingDate = localDateAt(instantOf(new Date()));
  const view = await new AgreementReads(app.source).view(agreement);
  const asked = view?.parties.filter(({ party }) => only === undefined || only.includes(party)) ?? [];
  for (const { party, council } of asked) {
    const input = { ...YES, agreement, party, body: council, version: brandId<VersionHash>(version), meetingDate };
    const done = await approvals.record(input, { kind: 'ownPeople', party }, await actorOf(app, council));
    if (!done?.ok) throw new Error(done?.error.code ?? 'No such agreement');
  }
}

async function actorOf({ owner }: TestApp, body: string): Promise<Actor> {
  const [seat] = await owner.query<(Omit<Actor, 'capacity'> & { readonly kind: Actor['capacity'] })[]>(
    'SELECT person, body, kind FROM seat WHERE body = $1 ORDER BY kind DESC LIMIT 1',
    [body],
  );
  if (!seat) throw new Error(`Nobody holds a seat in ${body}`);
  return { person: seat.person, body: brandId<BodyId>(seat.body), capacity: seat.kind };
}
