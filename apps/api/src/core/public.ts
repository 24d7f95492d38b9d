import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Request } from 'express';
import { SignedOut } from './errors';
import type { GraphqlContext, RequestContext } from './request-context';
import type { AppViewer } from './viewer';

/** Marks what is open to those who are not signed in. Everything else is shut. */
export const PUBLIC = 'enig:public';
/** This may be asked without being signed in. */
export const Public = () => SetMetadata(PUBLIC, true);

/** A request over HTTP, once the guard has seen it. */
export interface SeenRequest extends Request {
  enig?: RequestContext;
}

/** Who is asking, or null; for what is marked `@Public()`. */
export const OptionalViewer = createParamDecorator((_: unknown, host: ExecutionContext): AppViewer | null => {
  return viewerOf(host);
});

/** Who is asking. */
export const CurrentViewer = createParamDecorator((_: unknown, host: ExecutionContext): AppViewer => {
  const viewer = viewerOf(host);
  if (!viewer) throw new SignedOut();
  return viewer;
});

/** The request's context; for subscriptions, which look at it again for each event. */
export const Asking = createParamDecorator((_: unknown, host: ExecutionContext): RequestContext => {
  const context = contextOf(host);
  if (!context) throw new SignedOut();
  return context;
});

function viewerOf(host: ExecutionContext): AppViewer | null {
  return contextOf(host)?.viewer ?? null;
}

function contextOf(host: ExecutionContext): RequestContext | undefined {
  if (host.getType<string>() === 'graphql')
    return GqlExecutionContext.create(host).getContext<GraphqlContext>().request;
  return host.switchToHttp().getRequest<SeenRequest>().enig;
}
