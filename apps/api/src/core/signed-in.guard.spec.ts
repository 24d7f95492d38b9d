import { Controller, Get, Module } from '@nestjs/common';
import { Field, ObjectType, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { startTestApp, type TestApp } from '../test-app';
import { Public } from './public';

@ObjectType()
class Careless {
  @Field(() => String)
  readonly name!: string;
}

/** What somebody writes who has thought of nothing: it asks for no viewer and is not marked. */
@Resolver(() => Careless)
class CarelessResolver {
  @Query(() => String)
  unmarked(): string {
    return 'a secret';
  }

  @Public()
  @Query(() => Careless)
  marked(): Careless {
    return { name: 'for all' };
  }

  @ResolveField(() => String, { nullable: true })
  unmarkedField(): string {
    return 'a secret';
  }
}

@Controller('unmarked')
class CarelessController {
  @Get()
  unmarked(): string {
    return 'a secret';
  }
}

@Module({ controllers: [CarelessController], providers: [CarelessResolver] })
class CarelessModule {}

describe('what is not marked as public is shut', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({}, [CarelessModule]);
  });
  afterAll(() => app.close());

  it('a query', async () => {
    const { data, errors } = await app.anybody.gql('{ unmarked }');
    expect(errors).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
    expect(JSON.stringify(data)).not.toContain('secret');
  });

  it('a field of something that is public', async () => {
    const { data, errors } = await app.anybody.gql('{ marked { name unmarkedField } }');
    expect(errors).toMatchObject([{ code: 'UNAUTHENTICATED', path: ['marked', 'unmarkedField'] }]);
    expect(data).toEqual({ marked: { name: 'for all', unmarkedField: null } });
  });

  it('a route', async () => {
    const response = await app.anybody.fetch('/unmarked');
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain('secret');
  });

  it('and open to those who are signed in', async () => {
    const member = await app.signIn('politiker-roskilde');
    expect((await member.gql('{ unmarked marked { unmarkedField } }')).errors).toEqual([]);
    expect((await member.fetch('/unmarked')).status).toBe(200);
  });
});
