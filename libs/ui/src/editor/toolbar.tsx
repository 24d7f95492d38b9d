import { useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { ToolMenu } from './tool-menu';

/** One thing in a tool's menu. `checked` is left out where nothing is on or off. */
export type MenuEntry = {
  readonly key: string;
  readonly label: string;
  readonly checked?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly run: () => void;
};

/** A tool: it acts, or opens a menu. A disabled one can still be found, so that one learns it is there. */
export type Tool = {
  readonly key: string;
  readonly label: string;
  /** As `aria-keyshortcuts` wants it: `Control+B`. */
  readonly shortcut?: string | undefined;
  readonly face: ReactNode;
  readonly disabled?: boolean | undefined;
} & (
  | { readonly kind: 'act'; readonly pressed?: boolean | undefined; readonly run: () => void }
  | { readonly kind: 'menu'; readonly entries: readonly MenuEntry[] }
);

/** Tools with one Tab stop among them: arrows, Home and End go from one to the next, Escape goes back to the text. */
export function Toolbar({
  label,
  tools,
  onEscape,
  ref,
}: {
  readonly label: string;
  readonly tools: readonly Tool[];
  readonly onEscape: () => void;
  readonly ref: Ref<HTMLDivElement>;
}) {
  const [current, setCurrent] = useState(0);
  const count = tools.length;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: count - 1 }[event.key];
    if (target !== undefined)
      buttonsIn(event.currentTarget)
        .at(target % count)
        ?.focus();
    else if (event.key === 'Escape') onEscape();
    else return;
    event.preventDefault();
  };
  return (
    <div ref={ref} className="e-toolbar" role="toolbar" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
      {tools.map((tool, index) => {
        const common = { isTabStop: index === current, onFocus: () => setCurrent(index) };
        return tool.kind === 'act' ? (
          <ActTool key={tool.key} {...common} tool={tool} />
        ) : (
          <ToolMenu key={tool.key} {...common} tool={tool} />
        );
      })}
    </div>
  );
}

/** What a toolbar gives each of its tools. */
export type ToolProps<Kind extends Tool['kind']> = {
  readonly tool: Extract<Tool, { kind: Kind }>;
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
};

function buttonsIn(toolbar: HTMLElement): HTMLElement[] {
  return [...toolbar.querySelectorAll<HTMLElement>('.e-tool')];
}

function ActTool({ tool, isTabStop, onFocus }: ToolProps<'act'>) {
  return (
    <button
      type="button"
      className="e-tool"
      tabIndex={isTabStop ? 0 : -1}
      title={tool.label}
      aria-label={tool.label}
      aria-pressed={tool.pressed}
      aria-disabled={tool.disabled || undefined}
      aria-keyshortcuts={tool.shortcut}
      onFocus={onFocus}
      // The text keeps its focus and its selection when a tool is pressed with the mouse.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => !tool.disabled && tool.run()}
    >
      {tool.face}
    </button>
  );
}
