import { createViewer, on } from '@enig/access';
import { outcomesOf, reaffirmable, sharedPlaces } from '@enig/approval';
import { endOfDay, type BodyId, type LocalDate, type PartyId, type PersonId, type VersionHash } from '@enig/kernel';
import type { EntityManager } from 'typeorm';
import { agreementView, type AgreementHead } from './agreement-reads';
import { approvalView, templateOf, type ApprovalView } from './approval-reads';
import { TODAY } from './columns';
import { sendLetters, type NewLetter } from './letters/outbox';
import { SEATS, toSeat, type SeatJoined } from './seats';
import { decidingCouncils, successionsOf, type CouncilSuccession } from './successions';
import { overridesOf } from './way-reads';

/** One of a party's people who may record what its council decides, or the secretariat's who may enter it. */
export interface DecisionReader {
  readonly person: PersonId;
  /** The body they hold the seat in. */
  readonly body: BodyId;
  /** Null for the secretariat's. */
  readonly party: PartyId | null;
  /** Whether it is a seat in the very body that decides. */
  readonly isOfCouncil: boolean;
}

/**
 * Everybody who may record for one of the parties, or enter for all, today; each once for each party. For a party whose
 * council is gone also the people of the one that decides in its place.
 */
export async function decisionReaders(manager: EntityManager, head: AgreementHead): Promise<readonly DecisionReader[]> {
  return readersOf(manager, head, await successionsIn(manager, head));
}

async function readersOf(
  manager: EntityManager,
  { row, parties }: AgreementHead,
  successions: readonly CouncilSuccession[],
): Promise<readonly DecisionReader[]> {
  const seats = await manager.query<(SeatJoined & { today: LocalDate })[]>(
    `SELECT seats.*, ${TODAY}::text AS today FROM (${SEATS}) AS seats
     WHERE party = ANY ($1) OR (party IS NULL AND region = $2) ORDER BY person, body, id`,
    [parties.map(({ party }) => party), row.region],
  );
  const councils = new Set(parties.map(({ council }) => council));
  const own = seats.flatMap(({ today, ...seat }): DecisionReader[] => {
    const subject = on.decision({ region: row.region, party: seat.party ?? parties[0]?.party ?? null, body: null });
    const viewer = createViewer(null, [toSeat(seat)], today);
    const may = seat.party === null ? viewer.can('enterOnBehalf', subject) : viewer.can('decide', subject);
    const { person, body, party } = seat;
    return may ? [{ person, body, party, isOfCouncil: councils.has(body) }] : [];
  });
  const found = [...own, ...(await successorsReaders(manager, row.region, successions))];
  // Who has several seats gets what the first is about, of the council's own before others.
  const ordered = found.toSorted((one, other) => Number(other.isOfCouncil) - Number(one.isOfCouncil));
  return ordered.filter(
    ({ person, party }, index) => ordered.findIndex((each) => each.person === person && each.party === party) === index,
  );
}

async function successorsReaders(
  manager: EntityManager,
  region: string,
  successions: readonly CouncilSuccession[],
): Promise<readonly DecisionReader[]> {
  const all = await Promise.all(
    successions.map(async ({ party, council: { body: council }, owner }) => {
      const people = await peopleOf(manager, region, { body: council, owner });
      return people.map(({ person, body }) => ({ person, body, party, isOfCouncil: body === council }));
    }),
  );
  return all.flat();
}

async function successionsIn(
  manager: EntityManager,
  { row, parties }: Pick<AgreementHead, 'row' | 'parties'>,
): Promise<readonly CouncilSuccession[]> {
  const overrides = await overridesOf(manager, row.id);
  if (overrides.length === 0) return [];
  const template = await templateOf(manager, { key: row.chainKey, version: row.chainVersion });
  return successionsOf(manager, { template, overrides, parties: parties.map(({ party }) => party) });
}

/** One of those who record for a body that acts for all, or for a council that is to decide in place of another. */
export type BodysReader = Pick<DecisionReader, 'person' | 'body'>;

/** Everybody who may record what a body comes to, today, each once: its own people, or its party's. */
export async function peopleOf(
  manager: EntityManager,
  region: string,
  { body, owner }: { readonly body: BodyId; readonly owner: CouncilSuccession['owner'] },
): Promise<readonly BodysReader[]> {
  const seats = await manager.query<(SeatJoined & { today: LocalDate })[]>(
    `SELECT seats.*, ${TODAY}::text AS today FROM (${SEATS}) AS seats
     WHERE body = $1 OR party = $2 ORDER BY body = $1 DESC, person, body, id`,
    [body, owner],
  );
  const subject = on.decision({ region, party: owner, body: owner === null ? body : null });
  const may = seats.filter(({ today, ...seat }) => createViewer(null, [toSeat(seat)], today).can('decide', subject));
  return may.filter(({ person }, index) => may.findIndex((each) => each.person === person) === index);
}

/** Each person once, by the first of their seats: what is told of the agreement is told to a person once. */
export function oncePerPerson(readers: readonly DecisionReader[]): readonly DecisionReader[] {
  const seen = new Set<PersonId>();
  return readers.filter(({ person }) => !seen.has(person) && seen.add(person));
}

/** Where the decision of a party, or of a body that acts for all, is recorded. */
export function toBeDecided(agreement: string, who: PartyId | BodyId): string {
  return `/aftaler/${agreement}/godkendelse/${who}`;
}

/** Names of bodies, by id. */
export async function namesOfBodies(
  manager: EntityManager,
  bodies: readonly BodyId[],
): Promise<ReadonlyMap<BodyId, string>> {
  const rows = await manager.query<{ id: BodyId; name: string }[]>('SELECT id, name FROM body WHERE id = ANY ($1)', [
    bodies,
  ]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/**
 * Asks those who may record for each party, when a version is put to the parties, and those who record for a body that
 * has a step once for all: with the way to the form (AP-33), or to what they can approve again in one step (AP-22).
 *
 * @throws Error where the version has not been put to the parties.
 */
export async function askForDecisions(
  manager: EntityManager,
  head: AgreementHead,
  version: VersionHash,
): Promise<void> {
  const { id, title, deadline } = head.row;
  // Read anew: the text has just been put to the parties.
  const now = await agreementView(manager, id);
  const approval = now && (await approvalView(manager, now));
  if (!approval) throw new Error(`No text of ${id} has been put to its parties`);
  const readers = await readersOf(manager, head, approval.successions);
  const councilOf = decidingCouncils(head.parties, approval.successions);
  const names = await namesOfBodies(manager, [...councilOf.values()]);
  const letters = readers.flatMap(({ person, body, party }): NewLetter[] => {
    const council = party === null ? undefined : councilOf.get(party);
    if (party === null || council === undefined) return [];
    return [
      {
        key: `decisionAsked:${version}:${party}:${person}`,
        ...{ ...askedOf(approval, party, council), to: person, body },
        facts: { agreement: title, body: names.get(council) ?? '', due: endOfDay(deadline) },
      },
    ];
  });
  await sendLetters(manager, [...letters, ...(await lettersToShared(manager, approval, version))]);
}

/**
 * A council that approved an earlier text is led to what has changed since, where it can approve again in one step
 * (AP-22). One that decides in place of another, which did, is asked as the first time: it has not approved anything.
 */
function askedOf(
  { head, chain }: ApprovalView,
  party: PartyId,
  council: BodyId,
): Pick<NewLetter, 'path'> & { readonly kind: 'decisionAsked' | 'decisionAskedAgain' } {
  const path = toBeDecided(head.row.id, party);
  const [before] = reaffirmable(chain, party);
  return before?.body === council
    ? { kind: 'decisionAskedAgain', path: `${path}/igen` }
    : { kind: 'decisionAsked', path };
}

/** To the people of each body that has a step once for all in which something is recorded, as the contact council's. */
async function lettersToShared(
  manager: EntityManager,
  { head, chain }: ApprovalView,
  version: VersionHash,
): Promise<readonly NewLetter[]> {
  const { id, title, deadline, region } = head.row;
  const places = sharedPlaces(chain).filter(({ step }) => outcomesOf(step).length > 0);
  const bodies = [...new Set(places.map(({ body }) => body))];
  const names = await namesOfBodies(manager, bodies);
  const letters = bodies.map(async (of) => {
    const people = await peopleOf(manager, region, { body: of, owner: null });
    return people.map(({ person, body }): NewLetter => ({
      key: `decisionAsked:${version}:${of}:${person}`,
      ...{ kind: 'decisionAsked', to: person, body, path: toBeDecided(id, of) },
      facts: { agreement: title, body: names.get(of) ?? '', due: endOfDay(deadline) },
    }));
  });
  return (await Promise.all(letters)).flat();
}
