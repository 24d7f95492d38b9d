import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import {
  AgreementReads,
  AgreementStore,
  ApprovalReads,
  ApprovalStore,
  Bus,
  CalendarFeeds,
  ConsolidatedReads,
  CaseReads,
  CaseStore,
  ChainReads,
  FileStore,
  RoundGround,
  HearingReads,
  HearingStore,
  JobRequests,
  JobStore,
  LetterStore,
  LogReads,
  MeetingStore,
  MilestoneStore,
  OverrideStore,
  PartyRuleStore,
  PeopleStore,
  PlaceStore,
  PointStore,
  PublicationReads,
  Pulse,
  ReminderStore,
  RequestCounts,
  ResponseFiles,
  ResponseStore,
  RoundVisits,
  ScreeningStore,
  SectionStore,
  SignInLinks,
  SupplementStore,
  TextContents,
  TextHistory,
  TextRights,
  TreatmentReads,
  TimeRequestStore,
  VersionReads,
  WayStore,
  type Database,
} from '@enig/data';
import { DocumentThreads } from '../threads/document-threads';
import { FileThreads } from '../threads/file-threads';
import { MadeDocuments } from '../threads/made-documents';
import { TextThreads } from '../threads/text-threads';
import { ANNOUNCE } from './announce';
import { Changes } from './changes';
import { ErrorsFilter } from './errors.filter';
import { Installation } from './installation';
import { Metrics } from './metrics';
import { Presence } from './presence';
import { RequestContexts } from './request-context';
import { SignedInGuard } from './signed-in.guard';
import { Watching } from './watching';

/** What is made before Nest: the connections and what comes from the settings. */
export interface Ground {
  readonly source: Database;
  readonly installation: Installation;
  readonly bus: Bus;
  readonly changes: Changes;
  readonly metrics: Metrics;
  /** Where long logs of texts are read. */
  readonly threads: TextThreads;
  /** Where files are made of documents. */
  readonly documents: DocumentThreads;
}

/** What every slice stands on: the stores, who is asking, and the ways an error is answered. */
@Global()
@Module({})
export class CoreModule {
  static on({ source, installation, bus, changes, metrics, threads, documents }: Ground): DynamicModule {
    const { announce } = bus;
    const stores: Provider[] = [
      { provide: Pulse, useFactory: () => new Pulse(source) },
      { provide: Bus, useValue: bus },
      { provide: ANNOUNCE, useValue: announce },
      { provide: PeopleStore, useFactory: () => new PeopleStore(source) },
      { provide: PlaceStore, useFactory: () => new PlaceStore(source) },
      { provide: FileStore, useFactory: () => new FileStore(source) },
      { provide: TextContents, useFactory: () => new TextContents(source) },
      { provide: TextHistory, useFactory: () => new TextHistory(source, threads.attribute) },
      { provide: MilestoneStore, useFactory: () => new MilestoneStore(source, announce) },
      { provide: TextRights, useFactory: () => new TextRights(source) },
      { provide: AgreementReads, useFactory: () => new AgreementReads(source) },
      { provide: VersionReads, useFactory: () => new VersionReads(source) },
      { provide: HearingReads, useFactory: () => new HearingReads(source) },
      { provide: RoundGround, useFactory: () => new RoundGround(source) },
      { provide: TimeRequestStore, useFactory: () => new TimeRequestStore({ source, announce }) },
      { provide: RoundVisits, useFactory: () => new RoundVisits(source) },
      { provide: HearingStore, useFactory: () => new HearingStore({ source, announce }) },
      { provide: ChainReads, useFactory: () => new ChainReads(source) },
      { provide: WayStore, useFactory: () => new WayStore({ source, announce }) },
      { provide: MeetingStore, useFactory: () => new MeetingStore({ source, announce }) },
      { provide: ReminderStore, useFactory: () => new ReminderStore({ source, announce }) },
      { provide: ResponseFiles, useFactory: () => new ResponseFiles({ source, announce }) },
      { provide: JobStore, useFactory: () => new JobStore(source, announce) },
      { provide: LogReads, useFactory: () => new LogReads(source) },
      { provide: LetterStore, useFactory: () => new LetterStore(source) },
      { provide: RequestCounts, useFactory: () => new RequestCounts(source) },
      { provide: CalendarFeeds, useFactory: () => new CalendarFeeds(source) },
      { provide: CaseReads, useFactory: () => new CaseReads(source) },
      { provide: CaseStore, useFactory: () => new CaseStore({ source, announce }) },
      { provide: SignInLinks, useFactory: () => new SignInLinks(source) },
      { provide: ResponseStore, useFactory: () => new ResponseStore({ source, announce }) },
      { provide: PointStore, useFactory: () => new PointStore({ source, announce }) },
      { provide: JobRequests, useFactory: () => new JobRequests(source) },
      {
        provide: TreatmentReads,
        inject: [TextContents, TextHistory],
        useFactory: (contents: TextContents, history: TextHistory) => new TreatmentReads(source, contents, history),
      },
      { provide: ScreeningStore, useFactory: () => new ScreeningStore({ source, announce }) },
      { provide: ApprovalReads, useFactory: () => new ApprovalReads(source) },
      { provide: OverrideStore, useFactory: () => new OverrideStore({ source, announce }) },
      { provide: PartyRuleStore, useFactory: () => new PartyRuleStore({ source, announce }) },
      { provide: ApprovalStore, useFactory: () => new ApprovalStore({ source, announce }) },
      { provide: PublicationReads, useFactory: () => new PublicationReads(source) },
      { provide: ConsolidatedReads, useFactory: () => new ConsolidatedReads(source) },
      {
        provide: SupplementStore,
        inject: [TextContents],
        useFactory: (contents: TextContents) => new SupplementStore({ source, announce }, contents),
      },
      { provide: SectionStore, useFactory: () => new SectionStore({ source, announce }) },
      {
        provide: AgreementStore,
        inject: [TextContents],
        useFactory: (contents: TextContents) => new AgreementStore({ source, announce }, contents),
      },
    ];
    const own: Provider[] = [
      { provide: Installation, useValue: installation },
      { provide: Changes, useValue: changes },
      { provide: Metrics, useValue: metrics },
      { provide: DocumentThreads, useValue: documents },
      { provide: TextThreads, useValue: threads },
      { provide: FileThreads, useFactory: () => new FileThreads() },
      { provide: MadeDocuments, useFactory: () => new MadeDocuments(documents) },
      RequestContexts,
      Presence,
      Watching,
    ];
    return {
      module: CoreModule,
      providers: [
        ...stores,
        ...own,
        { provide: APP_GUARD, useClass: SignedInGuard },
        { provide: APP_FILTER, useClass: ErrorsFilter },
      ],
      exports: [...stores, ...own].map((provider) => ('provide' in provider ? provider.provide : provider)),
    };
  }
}
