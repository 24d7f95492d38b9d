import type { ScreeningFieldsFragment } from '../generated/graphql';

type Submission = ScreeningFieldsFragment['submissions'][number];
type Slot = Submission['slots'][number];
type SentFile = Submission['files'][number];

/** A place in the answers that stands in the way of publishing them: a piece of typed text, or a file. */
export type OpenPlace = { readonly id: string; readonly submission: Submission } & (
  { readonly slot: Slot } | { readonly file: SentFile }
);

/** Where a piece of an answer stands on the page. */
export function slotId(submission: string, slot: string): string {
  return `sted-${submission}-${slot}`;
}

/** Where a file of an answer stands on the page. */
export function fileId(submission: string, sha256: string): string {
  return `fil-${submission}-${sha256}`;
}

/** Gives focus to a place on the page, where it stays when what held it goes away. */
export function focusPlace(id: string): void {
  document.getElementById(id)?.focus();
}

/** What two people have not released yet, and files nobody has looked through, in the order of the page. */
export function openPlaces({ submissions }: ScreeningFieldsFragment): readonly OpenPlace[] {
  return submissions.flatMap((submission): OpenPlace[] => [
    ...submission.slots
      .filter(({ isPublic, findings }) => isPublic && findings.some(({ isReleased }) => !isReleased))
      .map((slot) => ({ id: slotId(submission.id, slot.key), submission, slot })),
    ...submission.files
      .filter(({ isScreened, findings }) => !isScreened || findings.some(({ isReleased }) => !isReleased))
      .map((file) => ({ id: fileId(submission.id, file.sha256), submission, file })),
  ]);
}

/** How many files would be published and have been looked through by nobody. */
export function unscreenedCount({ submissions }: ScreeningFieldsFragment): number {
  return submissions.flatMap(({ files }) => files).filter(({ isScreened }) => !isScreened).length;
}
