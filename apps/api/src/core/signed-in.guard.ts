import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { SignedOut } from './errors';
import { PUBLIC, type SeenRequest } from './public';
import { RequestContexts, type GraphqlContext, type RequestContext } from './request-context';

/**
 * Shuts everything that is not marked `@Public()` to those who are not signed in: routes, queries, mutations,
 * subscriptions and single fields, on every transport. What the signed-in person may do is asked in the services.
 */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly contexts: RequestContexts,
  ) {}

  async canActivate(host: ExecutionContext): Promise<boolean> {
    const { viewer } = await this.contextOf(host);
    if (viewer) return true;
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, [host.getHandler(), host.getClass()])) return true;
    throw new SignedOut();
  }

  private async contextOf(host: ExecutionContext): Promise<RequestContext> {
    if (host.getType<string>() === 'graphql') {
      return GqlExecutionContext.create(host).getContext<GraphqlContext>().request;
    }
    const request = host.switchToHttp().getRequest<SeenRequest>();
    request.enig = await this.contexts.of(request);
    return request.enig;
  }
}
