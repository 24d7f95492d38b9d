import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { AgreementModule } from './agreement/agreement.module';
import { ApprovalModule } from './approval/approval.module';
import { BundleModule } from './bundle/bundle.module';
import { CasesModule } from './cases/cases.module';
import { ComparingModule } from './comparing/comparing.module';
import { CoreModule, type Ground } from './core/core.module';
import { GraphqlModule } from './core/graphql.module';
import { WaysModule } from './ways/ways.module';
import { DecisionOverviewModule } from './decision-overview/decision-overview.module';
import { FilesModule } from './files/files.module';
import { HealthModule } from './health/health.module';
import { HearingModule } from './hearing/hearing.module';
import { JobsModule } from './jobs/jobs.module';
import { LettersModule } from './letters/letters.module';
import { OverviewModule } from './overview/overview.module';
import { PeopleModule } from './people/people.module';
import { PublishedAgreementModule } from './published-agreement/published-agreement.module';
import { ReadingModule } from './reading/reading.module';
import { ScreeningModule } from './screening/screening.module';
import { SignInModule } from './sign-in/sign-in.module';
import { TasksModule } from './tasks/tasks.module';
import { TextsModule } from './texts/texts.module';
import { TreatmentModule } from './treatment/treatment.module';
import { VersionsModule } from './versions/versions.module';

/** What the api serves: one module per slice of the product. */
const SLICES = [
  GraphqlModule,
  SignInModule,
  LettersModule,
  JobsModule,
  FilesModule,
  PeopleModule,
  TasksModule,
  AgreementModule,
  VersionsModule,
  HearingModule,
  PublishedAgreementModule,
  ReadingModule,
  ScreeningModule,
  ComparingModule,
  OverviewModule,
  TreatmentModule,
  ApprovalModule,
  BundleModule,
  CasesModule,
  DecisionOverviewModule,
  WaysModule,
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
