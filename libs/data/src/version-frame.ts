import type { ManifestInput, VersionAct } from '@enig/agreement';
import type { AgreementView } from './agreement-reads';
import type { FreezeInput } from './freeze';
import { periodOf } from './last-days';

/** What a version is frozen as: to be heard, or to be decided as what it is. */
export function versionActOf({ row }: Pick<AgreementView, 'row'>, event: FreezeInput['event']): VersionAct {
  return event === 'freezeForHearing' ? 'hearingDraft' : row.act;
}

/** What the manifest of an agreement says of it whatever is written in it. */
export function frameOf({ row, parties }: AgreementView): Omit<ManifestInput, 'act' | 'number' | 'texts' | 'annexes'> {
  const { id, title, parent, parentVersion } = row;
  return {
    agreement: { id, title },
    period: periodOf(row),
    parties: parties.map(({ party, name }) => ({ id: party, name })),
    amends: parent !== null && parentVersion !== null ? { agreement: parent, version: parentVersion } : null,
  };
}
