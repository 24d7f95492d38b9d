import { isEmptyRich, plainText, richTextHtml, type CaseJson } from '@enig/text';

/** The fields of a case in the order an agenda asks for them; the annexes are computed, the others written. */
export const CASE_FIELDS = [
  ...(['title', 'summary', 'case', 'recommendation', 'economy', 'hearing'] as const),
  ...(['annexes', 'legal', 'kle'] as const),
];

/** A field of a case, as it is pasted into another program. */
export interface CaseCopy {
  readonly key: (typeof CASE_FIELDS)[number];
  readonly plain: string;
  /** The same with headings and lists; null where it is a line. */
  readonly html: string | null;
}

/** What can be copied of a case as it is now. */
export function copiesOf(
  content: CaseJson | null,
  computed: readonly { readonly key: string; readonly plain: string }[],
): readonly CaseCopy[] {
  return CASE_FIELDS.map((key) => {
    if (key === 'annexes') return { key, plain: computed.find((field) => field.key === key)?.plain ?? '', html: null };
    const value = content?.[key] ?? '';
    if (typeof value === 'string') return { key, plain: value.trim(), html: null };
    if (isEmptyRich(value)) return { key, plain: '', html: null };
    return { key, plain: plainText(value), html: richTextHtml(value, { headingLevel: 3 }) };
  });
}

/** Puts words on the clipboard, with their form where the program they are pasted into takes that. @returns whether it did. */
export async function copyField({ plain, html }: Omit<CaseCopy, 'key'>): Promise<boolean> {
  try {
    if (html === null || typeof ClipboardItem === 'undefined') await navigator.clipboard.writeText(plain);
    else
      await navigator.clipboard.write([
        new ClipboardItem({ 'text/plain': blob(plain, 'plain'), 'text/html': blob(html, 'html') }),
      ]);
    return true;
  } catch {
    return false;
  }
}

function blob(words: string, kind: 'plain' | 'html'): Blob {
  return new Blob([words], { type: `text/${kind}` });
}
