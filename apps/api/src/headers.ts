import helmet from 'helmet';
import type { RequestHandler } from 'express';

/**
 * What every answer says about how it may be used: scripts, styles and connections from ourselves alone, no script
 * inside a page, no frame around it.
 *
 * @param publicUrl  the address people use; over http nothing is asked to be upgraded, since there is nothing to go to.
 */
export function securityHeaders(publicUrl: string): RequestHandler {
  const isSecure = publicUrl.startsWith('https:');
  const { host } = new URL(publicUrl);
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        // Editors and drag and drop set positions as style attributes; a style cannot run anything.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ...(isSecure ? [`wss://${host}`] : ['ws:'])],
        objectSrc: ["'none'"],
        frameSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        ...(isSecure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
  });
}
