import { Injectable } from '@nestjs/common';
import { PeopleStore } from '@enig/data';
import type { IncomingMessage } from 'node:http';
import { tokenFrom } from './cookies';
import { Installation } from './installation';
import { appViewer, type AppViewer } from './viewer';

/** Who is asking. Found out once per request; a subscription finds out anew for each event. */
export class RequestContext {
  constructor(
    private readonly find: () => Promise<AppViewer | null>,
    /** Null when nobody is signed in. */
    public viewer: AppViewer | null,
    private readonly signedOut: () => void,
  ) {}

  /** Looks again: the session may have ended, which ends the socket it is asked on, and seats may have been taken away. */
  async renew(): Promise<AppViewer | null> {
    this.viewer = await this.find();
    if (!this.viewer) this.signedOut();
    return this.viewer;
  }
}

/** What resolvers get as GraphQL's context, on both transports. */
export interface GraphqlContext {
  readonly request: RequestContext;
}

/** Finds out who sent a request, by its session cookie and nothing else. */
@Injectable()
export class RequestContexts {
  private readonly known = new WeakMap<IncomingMessage, Promise<RequestContext>>();

  constructor(
    private readonly people: PeopleStore,
    private readonly installation: Installation,
  ) {}

  /** The same context however often it is asked for one request. */
  of(request: IncomingMessage): Promise<RequestContext> {
    const context = this.known.get(request) ?? this.fresh(request);
    this.known.set(request, context);
    return context;
  }

  /** A context of its own, for each operation on a socket. @param signedOut called when its viewer turns out to be. */
  async fresh(request: IncomingMessage, signedOut: () => void = () => undefined): Promise<RequestContext> {
    const find = () => this.viewer(request);
    return new RequestContext(find, await find(), signedOut);
  }

  private async viewer(request: IncomingMessage): Promise<AppViewer | null> {
    const token = tokenFrom(request.headers.cookie, this.installation.cookie);
    const signedIn = token === null ? null : await this.people.signedIn(token);
    return signedIn && appViewer(signedIn, new Date());
  }
}
