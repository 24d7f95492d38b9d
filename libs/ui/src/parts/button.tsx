import type { ComponentProps, ReactNode } from 'react';
import { Link } from '../links';

/** `primary` is the page's one main act, `quiet` a tool at the edge, `danger` what takes something away. */
export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

const LOOKS: Readonly<Record<ButtonLook, string>> = {
  primary: 'button button-primary',
  secondary: 'button button-secondary',
  quiet: 'e-quiet-button',
  danger: 'button button-secondary e-danger-button',
};

/**
 * A button that says what it does with a verb. While `busy` it keeps its place and its focus but does nothing, so two
 * presses are one act.
 */
export function Button({
  look = 'secondary',
  busy = false,
  onClick,
  className,
  ...rest
}: ComponentProps<'button'> & { readonly look?: ButtonLook; readonly busy?: boolean }) {
  return (
    <button
      type="button"
      {...rest}
      className={[LOOKS[look], className].filter(Boolean).join(' ')}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function LinkButton(props: {
  readonly href: string;
  readonly look?: ButtonLook | undefined;
  readonly describedBy?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <Link href={props.href} className={LOOKS[props.look ?? 'secondary']} aria-describedby={props.describedBy}>
      {props.children}
    </Link>
  );
}

/** Buttons that belong together, the main one first. */
export function ButtonRow({ children }: { readonly children: ReactNode }) {
  return <div className="e-button-row">{children}</div>;
}
