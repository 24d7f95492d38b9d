import { on, type CaseSubject, type TextSubject } from '@enig/access';
import type { AgreementView, CaseView } from '@enig/data';
import type { PartyId } from '@enig/kernel';

/** A party's case as a right is about it. */
export function caseSubject({ row, parties }: AgreementView, party: PartyId, isSentOn: boolean): CaseSubject {
  return on.case({ region: row.region, party, parties: parties.map((each) => each.party), isSentOn });
}

/** The text a case is written in, as a right is about it. */
export function caseTextSubject({ row, parties }: AgreementView, { text, sending }: CaseView): TextSubject {
  return on.text({
    ...{ kind: 'case', region: row.region, parties: parties.map((each) => each.party), sectionKind: null },
    ...{ coordinators: [], body: text.body, writing: text.phase === 'open', submitted: sending !== null },
  });
}
