import { on } from '@enig/access';
import { ChainReads, PlaceStore, type AgreementView } from '@enig/data';
import type { LocalDate } from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import { NotFound } from '../core/errors';
import type { AppViewer } from '../core/viewer';
import { presentChain } from './chains';
import type { ChainTemplateModel } from './models';

/** The chains an agreement can be put on, and the one it is on. */
@Injectable()
export class ChainsService {
  constructor(
    private readonly reads: ChainReads,
    private readonly places: PlaceStore,
  ) {}

  /** What whoever creates an agreement in a region chooses among; those that cannot be used there last. */
  async offered(viewer: AppViewer, region: string, deadline: LocalDate | null): Promise<ChainTemplateModel[]> {
    viewer.must('createAgreement', on.region({ region }));
    const row = await this.places.region(region);
    if (!row) throw new NotFound('region');
    const partiesOn = row.validFrom > viewer.today ? row.validFrom : viewer.today;
    const choice = { region, act: 'agreement', partiesOn, deadline: deadline ?? viewer.today } as const;
    const shown = (await this.reads.offered(choice)).map(({ template, faults }) =>
      presentChain(viewer, template, { deadline, faults }),
    );
    return [...shown.filter(({ refused }) => !refused), ...shown.filter(({ refused }) => refused)];
  }

  /** The chain an agreement is on; it stays on that version (AP-29). */
  async ofAgreement(viewer: AppViewer, { row }: AgreementView): Promise<ChainTemplateModel> {
    const { chainKey: key, chainVersion: version, deadline } = row;
    const template = await this.reads.template({ key, version });
    return presentChain(viewer, template, { deadline, faults: [] });
  }
}
