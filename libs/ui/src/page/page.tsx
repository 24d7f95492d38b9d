import { useEffect, type ReactNode } from 'react';
import { Link } from '../links';
import { useMessages } from '../messages';

/** The first thing Tab meets: past the head of the page to what it is about. */
export function SkipLink({ target = 'indhold' }: { readonly target?: string | undefined }) {
  const m = useMessages();
  return (
    <a
      className="e-skip"
      href={`#${target}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(target)?.focus();
      }}
    >
      {m('ui.skipToContent')}
    </a>
  );
}

/**
 * A page's three columns: where one can go (`contents`), the text, and the rail with what belongs beside it. On a
 * narrow screen they stand under one another, the text first.
 */
export function Page(props: {
  readonly header: ReactNode;
  /** Navigation inside the thing the page is about. */
  readonly contents?: ReactNode;
  readonly contentsLabel?: string | undefined;
  readonly rail?: ReactNode;
  readonly railLabel?: string | undefined;
  /** For tables and boards that need the whole width. */
  readonly wide?: boolean | undefined;
  readonly children: ReactNode;
}) {
  const columns = [
    props.contents && 'e-page-with-contents',
    props.rail && 'e-page-with-rail',
    props.wide && 'e-page-wide',
    !props.contents && !props.rail && !props.wide && 'e-page-plain',
  ];
  return (
    <main id="indhold" tabIndex={-1} className={['e-page', ...columns].filter(Boolean).join(' ')}>
      {props.header}
      <div className="e-page-main">{props.children}</div>
      {props.contents && (
        <nav className="e-page-contents" aria-label={props.contentsLabel}>
          {props.contents}
        </nav>
      )}
      {props.rail && (
        <aside className="e-page-rail" aria-label={props.railLabel}>
          {props.rail}
        </aside>
      )}
    </main>
  );
}

/** Where one came from. */
export function BackLink(props: { readonly href: string; readonly where: string }) {
  const m = useMessages();
  return (
    <Link href={props.href} className="e-back">
      <span aria-hidden="true">‹ </span>
      <span className="e-hidden">{m('ui.back')} </span>
      {props.where}
    </Link>
  );
}

/** The way down to this page. */
export function Breadcrumb(props: { readonly path: readonly { readonly href: string; readonly name: string }[] }) {
  const m = useMessages();
  return (
    <nav className="e-breadcrumb" aria-label={m('ui.breadcrumb')}>
      <ol>
        {props.path.map(({ href, name }) => (
          <li key={href}>
            <Link href={href}>{name}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The top of every page: where am I, what is asked of me, by when; and the one main thing to do. */
export function PageHeader(props: {
  readonly title: string;
  /** A back link or a breadcrumb. */
  readonly way?: ReactNode;
  /** One line in words: state, what the reader may do, by when. */
  readonly state?: ReactNode;
  /** The main act of the page: one button. */
  readonly action?: ReactNode;
  /** What stands at the far end of the title, as "Gemt kl. 10.42". */
  readonly aside?: ReactNode;
}) {
  return (
    <header className="e-page-header">
      {props.way}
      <div className="e-page-title">
        <h1>{props.title}</h1>
        {props.state && <p className="e-page-state">{props.state}</p>}
        {(props.aside || props.action) && (
          <div className="e-page-tools">
            {props.aside && <div className="e-page-aside">{props.aside}</div>}
            {props.action && <div className="e-page-action">{props.action}</div>}
          </div>
        )}
      </div>
    </header>
  );
}

/** What only stands on paper, at the end: version, date, address. */
export function PrintFooter({ children }: { readonly children: ReactNode }) {
  return <footer className="e-print-footer">{children}</footer>;
}

/** Names the window after the page; a form with errors says so first. */
export function useDocumentTitle(title: string, hasErrors = false): void {
  const m = useMessages();
  const full = `${hasErrors ? `${m('ui.error')} ` : ''}${title} · Enig`;
  useEffect(() => {
    document.title = full;
  }, [full]);
}
