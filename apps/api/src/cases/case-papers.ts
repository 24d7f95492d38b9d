import type { VersionView } from '@enig/data';
import type { CaseAnnexLine, CaseData } from '@enig/documents';
import type { PartyId } from '@enig/kernel';
import type { CaseJson } from '@enig/text';

/** What a case is shown with. */
export interface CaseShown {
  readonly party: PartyId;
  /** Its short name. */
  readonly name: string;
  /** The agreement's. */
  readonly label: string | null;
  readonly version: VersionView;
  readonly content: CaseJson;
  readonly state: CaseData['state'];
  /** The party's own annexes. */
  readonly own: readonly { readonly name: string; readonly isOpen: boolean }[];
  /** Whether the reader is one of the party's own people (CA-5). */
  readonly withClosed: boolean;
  readonly publicUrl: string;
}

/** A case with what stands around it: the annexes of its version are open, its own as it says. */
export function caseData(shown: CaseShown): CaseData {
  const { manifest, row } = shown.version;
  const own = (isOpen: boolean): CaseAnnexLine[] =>
    shown.own
      .filter((annex) => annex.isOpen === isOpen)
      .map(({ name }) => ({ number: null, title: name, fileName: name }));
  return {
    ...{ party: shown.name, agreement: manifest.agreement.title, number: row.number, content: shown.content },
    label: shown.label,
    open: [...manifest.annexes.map(({ number, title, fileName }) => ({ number, title, fileName })), ...own(true)],
    closed: shown.withClosed ? own(false) : null,
    state: shown.state,
    address: `${shown.publicUrl}${casePath(row.agreement, shown.party)}`,
  };
}

/** The page a party's case is written and read on. */
export function casePath(agreement: string, party: string): string {
  return `/aftaler/${agreement}/sag/${party}`;
}
