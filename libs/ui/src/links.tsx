import { createContext, createElement, useContext, type ComponentType, type ReactNode, type Ref } from 'react';

/** What a link needs to be drawn. */
export type LinkProps = {
  readonly href: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
  readonly 'aria-current'?: 'page' | 'step' | undefined;
  readonly 'aria-describedby'?: string | undefined;
  readonly ref?: Ref<HTMLAnchorElement> | undefined;
};

/** How links inside the site are followed. */
export type LinkComponent = ComponentType<LinkProps>;

/** An ordinary link, where no router is at work. */
function PlainLink({ children, ...rest }: LinkProps) {
  return <a {...rest}>{children}</a>;
}

const Links = createContext<LinkComponent>(PlainLink);

/** Has all links below it drawn by the router's own component. */
export function LinkProvider({ link, children }: { readonly link: LinkComponent; readonly children: ReactNode }) {
  return <Links value={link}>{children}</Links>;
}

/** A link to somewhere in the site. */
export function Link(props: LinkProps) {
  return createElement(useContext(Links), props);
}
