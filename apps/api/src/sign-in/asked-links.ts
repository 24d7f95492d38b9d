import { Injectable } from '@nestjs/common';
import { RequestCounts } from '@enig/data';
import type { Request } from 'express';
import { whoAsks } from './limits';

/** Most links that are asked for from one network address within an hour, over all nodes: a town hall is one address. */
const MOST_AN_HOUR = 100;
/** Something before and after one @: more is found out by sending to it. */
const EMAIL = /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u;
const LONGEST = 200;

/** Asking for links (AC-18, AC-19). */
@Injectable()
export class AskedLinks {
  constructor(private readonly counts: RequestCounts) {}

  /** Counts one more. @returns whether so much may be asked from one network address. */
  async mayAsk(request: Request): Promise<boolean> {
    return this.counts.within(`network:${whoAsks(request)}`, MOST_AN_HOUR);
  }
}

/** The e-mail address in what was sent; null where there is none that can be one. */
export function emailIn(body: unknown): string | null {
  const given = typeof body === 'object' && body !== null && 'email' in body ? body.email : null;
  const email = typeof given === 'string' ? given.trim() : '';
  return email.length <= LONGEST && EMAIL.test(email) ? email : null;
}

/** Where a link that is asked for is to lead; what leads elsewhere is left out when it is kept (AC-20). */
export function placeIn(body: unknown): string {
  const to = typeof body === 'object' && body !== null && 'to' in body ? body.to : null;
  return typeof to === 'string' ? to : '/';
}
