import { useEffect, useId, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import type { MenuEntry, ToolProps } from './toolbar';

/** A tool that opens a menu under itself. Escape closes it, a choice closes it, leaving closes it. */
export function ToolMenu({ tool, isTabStop, onFocus }: ToolProps<'menu'>) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const leave = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  return (
    <div className="e-tool-menu" role="presentation" onBlur={leave}>
      <button
        ref={button}
        id={id}
        type="button"
        className="e-tool e-tool-wide"
        tabIndex={isTabStop ? 0 : -1}
        title={tool.label}
        aria-label={tool.label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-disabled={tool.disabled || undefined}
        onFocus={onFocus}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => !tool.disabled && setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || tool.disabled) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {tool.face}
        <span aria-hidden="true" className="e-tool-more" />
      </button>
      {open && <Menu labelledBy={id} entries={tool.entries} onClose={close} />}
    </div>
  );
}

function Menu(props: {
  readonly labelledBy: string;
  readonly entries: readonly MenuEntry[];
  readonly onClose: () => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const items = itemsIn(list.current);
    (items.find((item) => item.getAttribute('aria-checked') === 'true') ?? items[0])?.focus();
  }, []);
  return (
    <div
      ref={list}
      className="e-menu"
      role="menu"
      tabIndex={-1}
      aria-labelledby={props.labelledBy}
      onKeyDown={(event) => onMenuKey(event, props.onClose)}
    >
      {props.entries.map((entry) => (
        <button
          key={entry.key}
          type="button"
          className="e-menu-item"
          role={entry.checked === undefined ? 'menuitem' : 'menuitemradio'}
          aria-checked={entry.checked}
          aria-disabled={entry.disabled || undefined}
          tabIndex={-1}
          onClick={() => {
            if (entry.disabled) return;
            props.onClose();
            entry.run();
          }}
        >
          {entry.label}
        </button>
      ))}
    </div>
  );
}

function itemsIn(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('.e-menu-item') ?? [])];
}

function onMenuKey(event: KeyboardEvent<HTMLElement>, onClose: () => void): void {
  const items = itemsIn(event.currentTarget);
  const at = items.findIndex((item) => item === document.activeElement);
  const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (target !== undefined) items.at(target % items.length)?.focus();
  else if (event.key === 'Escape') onClose();
  else if (!['ArrowLeft', 'ArrowRight'].includes(event.key)) return;
  event.preventDefault();
  event.stopPropagation(); // the toolbar has the same keys
}
