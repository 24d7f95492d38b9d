import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { AgreementModule } from './agreement/agreement.module';
import { ApprovalModule } from './approval/approval.module';
import { CoreModule, type Ground } from './core/core.module';
import { GraphqlModule } from './core/graphql.module';
import { FilesModule } from './files/files.module';
import { HealthModule } from './health/health.module';
import { HearingModule } from './hearing/hearing.module';
import { PeopleModule } from './people/people.module';
import { SignInModule } from './sign-in/sign-in.module';
import { TasksModule } from './tasks/tasks.module';
import { TextsModule } from './texts/texts.module';
import { VersionsModule } from './versions/versions.module';

/** What the api serves: one module per slice of the product. */
const SLICES = [
  GraphqlModule,
  SignInModule,
  FilesModule,
  PeopleModule,
  TasksModule,
  AgreementModule,
  VersionsModule,
  HearingModule,
  ApprovalModule,
  TextsModule,
];

/** The whole server on its ground. Of HTTP, a process that is not the api only says how it is. */
@Module({})
export class AppModule {
  static on(ground: Ground, serves: { readonly api: boolean }, more: readonly Type[] = []): DynamicModule {
    return {
      module: AppModule,
      imports: [CoreModule.on(ground), HealthModule, ...(serves.api ? SLICES : []), ...more],
    };
  }
}
