import { on, type AgreementSubject, type SectionSubject, type TextSubject } from '@enig/access';
import { isWritingOpen } from '@enig/agreement';
import type { AgreementHead, SectionView, TextRow } from '@enig/data';

/** An agreement as a right is about it. */
export function subjectOf(head: AgreementHead): AgreementSubject {
  return on.agreement({ region: head.row.region, parties: partiesOf(head), takers: head.takers });
}

/** A section as a right is about it. */
export function sectionSubject(head: AgreementHead, section: SectionView): SectionSubject {
  const { kind, removedAt } = section.row;
  const writing = isWritingOpen(head.state) && removedAt === null;
  return on.section({
    region: head.row.region,
    parties: partiesOf(head),
    kind,
    coordinators: section.coordinators,
    writing,
  });
}

/** A section's text, or its easy-read one, as a right is about it. */
export function textSubject(head: AgreementHead, section: SectionView, text: TextRow): TextSubject {
  const { kind: sectionKind, coordinators, region, parties } = sectionSubject(head, section);
  const writing = isWritingOpen(head.state) && section.row.removedAt === null && text.phase === 'open';
  return on.text({
    kind: text.kind,
    region,
    parties,
    sectionKind,
    coordinators,
    body: null,
    writing,
    submitted: false,
  });
}

function partiesOf({ parties }: AgreementHead) {
  return parties.map(({ party }) => party);
}
