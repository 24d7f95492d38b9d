import { isSupplement, lastDayOf, lastDayOfAddendum, type Concluded, type Period } from '@enig/agreement';
import { localDateAt, type AgreementId, type LocalDate } from '@enig/kernel';
import { In, type EntityManager } from 'typeorm';
import { AgreementEventSchema, AgreementSchema, type AgreementRow } from './agreements';

/**
 * The last day of each agreement as it stands now: extended, or cut short by one that comes after it (AG-35, AG-36).
 * What hangs on an agreement ends with it at the latest.
 */
export async function lastDaysOf(
  manager: EntityManager,
  rows: readonly AgreementRow[],
): Promise<ReadonlyMap<AgreementId, LocalDate>> {
  const parents = await manager.find(AgreementSchema, {
    where: { id: In(rows.flatMap(({ parent }) => parent ?? [])) },
  });
  const standing = [...rows, ...parents].filter(({ act }) => !isSupplement(act));
  const around = await concludedAround(manager, new Set(standing.map(({ id }) => id)));
  const own = new Map(
    standing.map((row) => {
      const of = (why: Around['why']) => around.filter((each) => each.of === row.id && each.why === why);
      return [row.id, lastDayOf(periodOf(row), of('extension'), of('successor'))];
    }),
  );
  return new Map(rows.map((row) => [row.id, lastDayIn(own, parents, row)]));
}

function lastDayIn(
  own: ReadonlyMap<AgreementId, LocalDate>,
  parents: readonly AgreementRow[],
  row: AgreementRow,
): LocalDate {
  const day = own.get(row.parent ?? row.id) ?? row.periodTo;
  const parent = parents.find(({ id }) => id === row.parent);
  if (row.act === 'addendum' && parent) return lastDayOfAddendum(periodOf(row), periodOf(parent), day);
  if (row.act !== 'extension') return day;
  return day < row.periodTo ? day : row.periodTo;
}

interface Around extends Concluded {
  readonly of: AgreementId;
  readonly why: 'extension' | 'successor';
}

/** Everything concluded that makes one of the agreements last longer or ends it. */
async function concludedAround(manager: EntityManager, agreements: ReadonlySet<AgreementId>): Promise<Around[]> {
  const links = await manager.query<{ of: AgreementId; by: AgreementId; why: Around['why'] }[]>(
    `SELECT parent AS of, id AS by, 'extension' AS why FROM agreement WHERE act = 'extension' AND parent = ANY ($1)
     UNION ALL SELECT succeeds, agreement, 'successor' FROM succession WHERE succeeds = ANY ($1)`,
    [[...agreements]],
  );
  if (links.length === 0) return [];
  const others = links.map(({ by }) => by);
  const rows = await manager.find(AgreementSchema, { where: { id: In(others) } });
  const events = await manager.find(AgreementEventSchema, { where: { agreement: In(others), event: 'conclude' } });
  return links.flatMap(({ of, by, why }) => {
    const row = rows.find(({ id }) => id === by);
    const concluded = events.find(({ agreement }) => agreement === by);
    return row && concluded ? [{ of, why, period: periodOf(row), concludedOn: localDateAt(concluded.at) }] : [];
  });
}

/** The days an agreement is made for. */
export function periodOf({ periodFrom: from, periodTo: to }: Pick<AgreementRow, 'periodFrom' | 'periodTo'>): Period {
  return { from, to };
}
