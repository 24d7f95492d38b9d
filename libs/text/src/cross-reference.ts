import { mergeAttributes, Node } from '@tiptap/core';
import { validator } from './attributes';
import { isWellFormedId } from './kinds';

/** How the editor shows cross-references. */
export type CrossReferenceOptions = {
  /** The present name of a focus area, or null when there is none of that id. */
  readonly labelOf: (target: string) => string | null;
};

/**
 * A reference to another focus area inside a sentence: one piece that cannot be edited, only inserted and removed.
 * `target` is the focus area's id. `label` is null while writing; it is filled when a version is made, so that a
 * version says what its readers saw. The editor asks `labelOf` meanwhile.
 */
export const CrossReference = Node.create<CrossReferenceOptions>({
  name: 'crossReference',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,

  addOptions() {
    return { labelOf: () => null };
  },

  addAttributes() {
    return {
      target: {
        isRequired: true,
        validate: validator('crossReference', 'target'),
        parseHTML: (element) => element.getAttribute('data-cross-reference'),
        renderHTML: (attributes) => ({ 'data-cross-reference': attributes['target'] }),
      },
      label: { default: null, validate: validator('crossReference', 'label'), rendered: false },
    };
  },

  parseHTML() {
    const isReference = (element: Pasted) => isWellFormedId(element.getAttribute('data-cross-reference'));
    return [{ tag: 'span[data-cross-reference]', getAttrs: (element) => (isReference(element) ? null : false) }];
  },

  renderHTML({ node, HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes), shown(this.options, node.attrs)];
  },

  renderText({ node }) {
    return shown(this.options, node.attrs);
  },
});

/** The one thing asked of an element of a page. */
type Pasted = { getAttribute(name: string): string | null };

function shown(options: CrossReferenceOptions, attrs: Readonly<Record<string, unknown>>): string {
  const { target, label } = attrs;
  const current = typeof target === 'string' ? options.labelOf(target) : null;
  return current ?? (typeof label === 'string' ? label : '…');
}
