import { isTextKind, type TextJson } from '@enig/text';
import { FocusAreaView, RichTextView } from '@enig/ui';

/** A text as the server sent it. Its shape is the server's word: only the kind is looked at here. */
export function textOf(content: unknown): TextJson | null {
  const isText =
    typeof content === 'object' && content !== null && 'kind' in content && isTextKind(String(content.kind));
  return isText ? (content as TextJson) : null;
}

/** A frozen text as it reads: a focus area with goals, themes and planned actions, or a chapter's prose. */
export function TextView({ content, level = 3 }: { readonly content: unknown; readonly level?: 3 | 4 }) {
  const text = textOf(content);
  switch (text?.kind) {
    case 'focus-area':
      return <FocusAreaView focusArea={text} headingLevel={level} />;
    case 'chapter':
    case 'easy-read':
      return <RichTextView content={text.body} headingLevel={level} />;
    default:
      return null;
  }
}
