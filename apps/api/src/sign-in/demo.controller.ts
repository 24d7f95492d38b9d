import { Body, Controller, Get, Header, HttpCode, Post, Res } from '@nestjs/common';
import { PeopleStore } from '@enig/data';
import type { Response } from 'express';
import { signInHeader } from '../core/cookies';
import { BadInput, NotFound } from '../core/errors';
import { Installation } from '../core/installation';
import { Public } from '../core/public';
import { say } from '../core/viewer';

/** A demo person, as outside clients rely on it. */
interface DemoPerson {
  readonly persona: string;
  readonly name: string;
  readonly role: string;
  readonly body: string;
}

/** Signs in as an invented person; there only while the demo is on. */
@Public()
@Controller('auth/demo')
export class DemoController {
  constructor(
    private readonly people: PeopleStore,
    private readonly installation: Installation,
  ) {}

  /** Who one can be. */
  @Get()
  @Header('Cache-Control', 'no-store')
  async list(): Promise<DemoPerson[]> {
    this.mustBeOn();
    const people = await this.people.demoPeople();
    return people.map(({ persona, name, kind, bodyName }) => ({
      persona,
      name,
      role: say(`seat.${kind}`),
      body: bodyName,
    }));
  }

  /** Becomes one of them. Always a new session, so that nobody can have one prepared for somebody else. */
  @Post()
  @HttpCode(200)
  async signIn(@Body() body: unknown, @Res({ passthrough: true }) response: Response): Promise<{ persona: string }> {
    this.mustBeOn();
    const persona = personaIn(body);
    const session = await this.people.signInDemo(persona);
    if (!session) throw new NotFound('demo person');
    response.setHeader('Set-Cookie', signInHeader(this.installation.cookie, session.token, session.expiresAt));
    response.setHeader('Cache-Control', 'no-store');
    return { persona };
  }

  private mustBeOn(): void {
    if (!this.installation.demo) throw new NotFound('page');
  }
}

function personaIn(body: unknown): string {
  const persona = typeof body === 'object' && body !== null && 'persona' in body ? body.persona : null;
  if (typeof persona === 'string' && /^[a-z0-9-]{1,80}$/.test(persona)) return persona;
  throw new BadInput(say('api.badInput'));
}
