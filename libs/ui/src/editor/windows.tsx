import { isSafeHref } from '@enig/text';
import type { Editor } from '@tiptap/core';
import { useState, type FormEvent } from 'react';
import { Select } from '../fields/choice';
import { TextField } from '../fields/text-field';
import { useMessages } from '../messages';
import { Button } from '../parts/button';
import { Dialog } from '../parts/confirm-dialog';

/** Something a reference can point at. */
export type ReferenceTarget = { readonly id: string; readonly label: string };

type WindowProps = { readonly editor: Editor; readonly onClose: () => void };

/** Asks for a link's address, and for its words where none are selected. */
export function LinkWindow({ editor, onClose }: WindowProps) {
  const m = useMessages();
  const present: unknown = editor.getAttributes('link')['href'];
  const isNew = typeof present !== 'string';
  const [href, setHref] = useState(isNew ? '' : present);
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const asksForWords = isNew && editor.state.selection.empty;
  const address = completed(href);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isSafeHref(address) || (asksForWords && words.trim() === '')) return;
    onClose();
    setLink(editor, address, asksForWords ? words.trim() : null);
  };
  const remove = () => {
    onClose();
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
  };
  return (
    <Dialog open startsAt="field" title={m('ui.editor.link')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <TextField
          label={m('ui.editor.linkAddress')}
          hint={m('ui.editor.linkHint')}
          error={tried && !isSafeHref(address) ? m('ui.editor.linkInvalid') : undefined}
          type="url"
          value={href}
          onChange={setHref}
        />
        {asksForWords && (
          <TextField
            label={m('ui.editor.linkText')}
            error={tried && words.trim() === '' ? m('ui.editor.linkNoText') : undefined}
            value={words}
            onChange={setWords}
          />
        )}
        <div className="e-button-row">
          <Button look="primary" type="submit">
            {m('ui.editor.linkSet')}
          </Button>
          {!isNew && <Button onClick={remove}>{m('ui.editor.linkRemove')}</Button>}
          <Button onClick={onClose}>{m('ui.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** `www.holbaek.dk` is meant as a whole address, and `a@b.dk` as a mail address. */
function completed(typed: string): string {
  const href = typed.trim();
  if (/^[^\s@/:]+@[^\s@/:]+$/.test(href)) return `mailto:${href}`;
  return /^[a-z][a-z0-9+.-]*:/i.test(href) || href === '' ? href : `https://${href}`;
}

function setLink(editor: Editor, href: string, words: string | null): void {
  if (words === null) {
    editor.chain().focus().extendMarkRange('link').setLink({ href }).run();
    return;
  }
  const content = { type: 'text', text: words, marks: [{ type: 'link', attrs: { href } }] };
  editor.chain().focus().insertContent(content).unsetMark('link').run();
}

/** Asks which section a reference points at. */
export function ReferenceWindow(props: WindowProps & { readonly targets: readonly ReferenceTarget[] }) {
  const m = useMessages();
  const { editor, onClose, targets } = props;
  const [target, setTarget] = useState(targets[0]?.id ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (target === '') return;
    onClose();
    editor
      .chain()
      .focus()
      .insertContent({ type: 'crossReference', attrs: { target, label: null } })
      .run();
  };
  return (
    <Dialog open startsAt="field" title={m('ui.editor.crossReference')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Select
          label={m('ui.editor.crossReferenceTo')}
          options={targets.map(({ id, label }) => ({ value: id, label }))}
          value={target}
          none={null}
          onChange={setTarget}
        />
        <div className="e-button-row">
          <Button look="primary" type="submit">
            {m('ui.editor.crossReferenceInsert')}
          </Button>
          <Button onClick={onClose}>{m('ui.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

const SHORTCUTS = [
  ['Ctrl+B', 'ui.editor.bold'],
  ['Ctrl+I', 'ui.editor.italic'],
  ['Ctrl+Shift+8', 'ui.editor.bulletList'],
  ['Ctrl+Shift+7', 'ui.editor.orderedList'],
  ['Ctrl+] · Alt+Shift+→', 'ui.editor.indent'],
  ['Ctrl+[ · Alt+Shift+←', 'ui.editor.outdent'],
  ['Ctrl+Shift+B', 'ui.editor.quote'],
  ['Ctrl+K', 'ui.editor.link'],
  ['Ctrl+Alt+2', 'ui.editor.heading2'],
  ['Ctrl+Alt+3', 'ui.editor.heading3'],
  ['Ctrl+Alt+0', 'ui.editor.paragraph'],
  ['Ctrl+Z', 'ui.editor.undo'],
  ['Ctrl+Y', 'ui.editor.redo'],
  ['Alt+F10', 'ui.editor.helpToolbar'],
  ['Esc', 'ui.editor.helpBack'],
  ['Tab', 'ui.editor.helpLeave'],
] as const;

/** All keys of the editor. */
export function HelpWindow({ onClose }: { readonly onClose: () => void }) {
  const m = useMessages();
  return (
    <Dialog open title={m('ui.editor.helpTitle')} onClose={onClose}>
      <dl className="e-shortcuts">
        {SHORTCUTS.map(([keys, code]) => (
          <div key={code}>
            <dt>{m(code)}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <div className="e-button-row">
        <Button onClick={onClose}>{m('ui.close')}</Button>
      </div>
    </Dialog>
  );
}
