import { checkConsistency, type Inconsistency, type PlainAgreement } from '@enig/agreement';
import { plainAgreementOf, plainVersionOf, VersionReads, type VersionView } from '@enig/data';
import type { VersionHash } from '@enig/kernel';
import { wordRefusal } from '@enig/messages';
import { Injectable } from '@nestjs/common';
import { AgreementsService } from '../agreement/agreements.service';
import { NotFound } from '../core/errors';
import type { AppViewer } from '../core/viewer';
import { TextThreads } from '../threads/text-threads';
import { VersionsService } from '../versions/versions.service';
import type { ConsistencyModel } from './models';

/** An agreement with fewer characters is looked through at once: that takes some milliseconds. */
const SHORT = 40_000;

/** How many versions it is kept of how much does not fit. */
const MOST_COUNTED = 200;

/** Looks an agreement through for what does not fit: as it stands now, or as it was frozen. */
@Injectable()
export class ConsistencyService {
  /** Who asks while the same text is looked through gets the same answer. */
  private readonly looking = new Map<string, Promise<readonly Inconsistency[]>>();
  /** How much does not fit in versions, which never change; from the one counted longest ago to the latest. */
  private readonly counts = new Map<VersionHash, number>();

  constructor(
    private readonly agreements: AgreementsService,
    private readonly versions: VersionsService,
    private readonly reads: VersionReads,
    private readonly threads: TextThreads,
  ) {}

  /** As it stands now. @throws NotFound · NotAllowed for those who read no drafts. */
  async ofDraft(viewer: AppViewer, given: string): Promise<ConsistencyModel> {
    const view = await this.agreements.view(viewer, given);
    const plain = plainAgreementOf(view, await this.agreements.contents(viewer, view));
    const state = view.sections.map(({ text }) => text.seq).join(' ');
    return present(viewer, view.row.id, plain, await this.find(`${view.row.id} ${state}`, plain));
  }

  /** As it was frozen. @throws NotFound also for a version of another agreement · NotAllowed */
  async ofVersion(viewer: AppViewer, given: string, hash: string): Promise<ConsistencyModel> {
    const version = await this.version(viewer, given, hash);
    const plain = plainVersionOf(version, await this.reads.texts(version.row.hash));
    return present(viewer, version.row.agreement, plain, await this.find(hash, plain));
  }

  /** How much does not fit in it: every page of a round asks. @throws NotFound · NotAllowed as {@link ofVersion} */
  async countOfVersion(viewer: AppViewer, given: string, hash: string): Promise<number> {
    const { row } = await this.version(viewer, given, hash);
    const known = this.counts.get(row.hash);
    if (known !== undefined) return known;
    const { count } = await this.ofVersion(viewer, given, hash);
    this.counts.set(row.hash, count);
    const [oldest] = this.counts.keys();
    if (this.counts.size > MOST_COUNTED && oldest !== undefined) this.counts.delete(oldest);
    return count;
  }

  private async version(viewer: AppViewer, given: string, hash: string): Promise<VersionView> {
    const view = await this.agreements.view(viewer, given);
    const version = await this.versions.version(viewer, hash);
    if (version.row.agreement !== view.row.id) throw new NotFound('version');
    return version;
  }

  private async find(key: string, plain: PlainAgreement): Promise<readonly Inconsistency[]> {
    const length = plain.sections.flatMap(({ slots }) => slots).reduce((sum, { text }) => sum + text.length, 0);
    if (length < SHORT) return checkConsistency(plain);
    const known = this.looking.get(key);
    if (known) return known;
    const looking = this.threads.check(plain).finally(() => this.looking.delete(key));
    this.looking.set(key, looking);
    return looking;
  }
}

function present(
  viewer: AppViewer,
  agreement: string,
  { sections }: PlainAgreement,
  findings: readonly Inconsistency[],
): ConsistencyModel {
  const found = sections.map(({ id, title }) => ({
    section: id,
    title: title || viewer.say('page.agreement.untitled'),
    findings: findings
      .filter(({ section }) => section === id)
      .map((finding) => ({ ...finding, message: wordRefusal(viewer.locale, finding) })),
  }));
  return { agreement, count: findings.length, sections: found.filter((section) => section.findings.length > 0) };
}
