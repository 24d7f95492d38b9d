import { parseCookie, stringifySetCookie } from 'cookie';
import type { Instant } from '@enig/kernel';

/** The session cookie as this installation sets it. */
export interface SessionCookie {
  /** Over https the `__Host-` prefix binds it to this host; browsers refuse that prefix on plain http. */
  readonly name: 'enig_session' | '__Host-enig_session';
  readonly secure: boolean;
}

/** @param publicUrl  the address people use. */
export function sessionCookieFor(publicUrl: string): SessionCookie {
  const secure = publicUrl.startsWith('https:');
  return { name: secure ? '__Host-enig_session' : 'enig_session', secure };
}

/** The token in a request's cookie header; null without one. */
export function tokenFrom(header: string | undefined, { name }: SessionCookie): string | null {
  return parseCookie(header ?? '')[name] || null;
}

/** The header that signs a browser in. */
export function signInHeader({ name, secure }: SessionCookie, token: string, expiresAt: Instant): string {
  const expires = new Date(expiresAt);
  return stringifySetCookie({ name, value: token, path: '/', httpOnly: true, sameSite: 'lax', secure, expires });
}

/** The header that signs a browser out. */
export function signOutHeader({ name, secure }: SessionCookie): string {
  return stringifySetCookie({ name, value: '', path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 0 });
}
