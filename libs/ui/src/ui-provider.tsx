import type { ReactNode } from 'react';
import { Announcer } from './announcer';
import { LinkProvider, type LinkComponent } from './links';
import { MessagesProvider, type Locale } from './messages';

/** What stands outermost once: language, links and the live region. `link` is the router's link; else `<a>` is used. */
export function UiProvider(props: {
  readonly locale: Locale;
  readonly link?: LinkComponent | undefined;
  readonly children: ReactNode;
}) {
  const announced = <Announcer>{props.children}</Announcer>;
  return (
    <MessagesProvider locale={props.locale}>
      {props.link ? <LinkProvider link={props.link}>{announced}</LinkProvider> : announced}
    </MessagesProvider>
  );
}
