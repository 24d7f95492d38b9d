import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { Pulse } from '@enig/data';
import type { Request, Response } from 'express';
import { NotFound } from '../core/errors';
import { Metrics } from '../core/metrics';
import { Public } from '../core/public';

/** What whoever runs the server asks of it. */
@Public()
@Controller()
export class HealthController {
  constructor(
    private readonly pulse: Pulse,
    private readonly metrics: Metrics,
  ) {}

  /** Whether the process lives. Says nothing about the database: a process is not to be killed for a slow one. */
  @Get('healthz')
  @Header('Cache-Control', 'no-store')
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Whether it can serve: the database answers. */
  @Get('readyz')
  @Header('Cache-Control', 'no-store')
  async ready(@Res({ passthrough: true }) response: Response): Promise<{ status: 'ok' | 'waiting' }> {
    const answers = await this.pulse.beats();
    if (!answers) response.status(503);
    return { status: answers ? 'ok' : 'waiting' };
  }

  /**
   * Counters and gauges as text, for Prometheus. Names nobody; but how much is written right now is nobody's business who
   * comes from outside, so who comes through a proxy finds nothing here.
   */
  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  numbers(@Req() { headers }: Request): string {
    if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined) throw new NotFound('page');
    return this.metrics.text();
  }
}
