import {
  AgreementReads,
  ApprovalReads,
  HearingReads,
  PlaceStore,
  ScreeningStore,
  TreatmentReads,
  VersionReads,
} from '@enig/data';
import { Injectable } from '@nestjs/common';
import { TextThreads } from '../threads/text-threads';
import { Papers } from '../treatment/papers';
import { CaseSources } from './case-sources';

/** What cases begin with, where people ask for it. */
@Injectable()
export class CaseGrounds {
  readonly sources: CaseSources;

  constructor(
    agreements: AgreementReads,
    approvals: ApprovalReads,
    versions: VersionReads,
    hearings: HearingReads,
    places: PlaceStore,
    treatments: TreatmentReads,
    screenings: ScreeningStore,
    threads: TextThreads,
  ) {
    const papers = new Papers(hearings, agreements, places, treatments, screenings, threads);
    this.sources = new CaseSources({ agreements, approvals, versions, hearings, places, papers });
  }
}
