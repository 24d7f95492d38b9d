import { createViewer, on } from '@enig/access';
import { endOfDay, type LocalDate, type VersionHash } from '@enig/kernel';
import type { EntityManager } from 'typeorm';
import type { AgreementHead } from './agreement-reads';
import { TODAY } from './columns';
import { sendLetters, type NewLetter } from './letters/outbox';
import { SEATS, toSeat, type SeatJoined } from './seats';

/**
 * Tells those who write each party's case that there is a text to make it of (CA-1), when it is put to the parties. In the
 * transaction that puts it; once to a person for a party.
 */
export async function tellCaseWriters(
  manager: EntityManager,
  { row: { id, region, title, deadline }, parties }: AgreementHead,
  version: VersionHash,
): Promise<void> {
  const all = parties.map(({ party }) => party);
  const names = new Map(parties.map(({ party, name }) => [party, name]));
  const seats = await manager.query<(SeatJoined & { today: LocalDate })[]>(
    `SELECT seats.*, ${TODAY}::text AS today FROM (${SEATS}) AS seats WHERE party = ANY ($1) ORDER BY person, body, id`,
    [all],
  );
  const about = { kind: 'case', region, parties: all, sectionKind: null, coordinators: [] } as const;
  const letters = seats.flatMap(({ today, ...seat }): NewLetter[] => {
    const { person, body, party } = seat;
    const subject = on.text({ ...about, body, writing: true, submitted: false });
    if (party === null || !createViewer(null, [toSeat(seat)], today).can('write', subject)) return [];
    return [
      {
        key: `caseReady:${version}:${party}:${person}`,
        ...{ kind: 'caseReady', to: person, body, path: `/aftaler/${id}/sag/${party}` },
        facts: { agreement: title, party: names.get(party) ?? '', due: endOfDay(deadline) },
      },
    ];
  });
  // Of two seats for the same party the first is what it is about.
  await sendLetters(
    manager,
    letters.filter(({ key }, index) => letters.findIndex((each) => each.key === key) === index),
  );
}
