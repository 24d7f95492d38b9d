import {
  AgreementReads,
  ApprovalReads,
  ConsolidatedReads,
  HearingReads,
  PublicationReads,
  VersionReads,
  type ConsolidatedView,
} from '@enig/data';
import { onePage, toHtml, type DocumentModel } from '@enig/documents';
import { instantOf, localDateAt, type AgreementId, type LocalDate, type Sha256 } from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import { Installation } from '../core/installation';
import { LOCALE, say } from '../core/viewer';
import { OnePages } from '../decision-overview/one-pages';
import {
  agreementDocument,
  agreementPage,
  consolidatedDocument,
  onePagePage,
  type PublicAgreement,
} from './published-document';

/** What anybody may fetch of an agreement. */
export interface PublishedPages {
  readonly html: string;
  readonly document: DocumentModel;
  readonly version: { readonly hash: string; readonly manifest: Buffer };
  /** The page for politicians: the page has links that the file has not (DOC-6). */
  readonly onePage: { readonly html: string; readonly document: DocumentModel };
  /** Null where nothing changes it today. */
  readonly consolidated: { readonly html: string; readonly document: DocumentModel } | null;
  /** The frozen texts by their hashes. */
  readonly texts: ReadonlySet<Sha256>;
  /** What its annexes are called, by their hashes. */
  readonly annexes: ReadonlyMap<Sha256, string>;
}

interface Kept {
  readonly stamp: string;
  readonly until: number;
  readonly pages: Promise<PublishedPages | null>;
}

/** How many agreements are kept, and how long in ms. */
const MOST = 50;
const KEEP = 600_000;

/**
 * The pages of concluded agreements (AG-37). Made when something of what is published has changed or a new day has come,
 * which is asked each time; strangers who fetch a page again and again ask for that alone. Of what is not published
 * nothing is read.
 */
@Injectable()
export class PublishedAgreements {
  private readonly kept = new Map<AgreementId, Kept>();
  private readonly onePages: OnePages;

  constructor(
    private readonly publications: PublicationReads,
    private readonly agreements: AgreementReads,
    private readonly approvals: ApprovalReads,
    private readonly versions: VersionReads,
    private readonly consolidated: ConsolidatedReads,
    hearings: HearingReads,
    private readonly installation: Installation,
  ) {
    this.onePages = new OnePages(agreements, approvals, versions, hearings);
  }

  /** What is published of an agreement; null for nothing, and for no such agreement. */
  async of(agreement: AgreementId): Promise<PublishedPages | null> {
    const published = await this.publications.stamp(agreement);
    if (published === null) return null;
    const now = Date.now();
    const today = localDateAt(instantOf(new Date(now)));
    const stamp = `${published} ${today}`;
    const known = this.kept.get(agreement);
    if (known && known.stamp === stamp && now < known.until) return known.pages;
    const pages = this.make(agreement, today);
    this.keep(agreement, { stamp, until: now + KEEP, pages });
    return pages;
  }

  private keep(agreement: AgreementId, kept: Kept): void {
    this.kept.delete(agreement);
    this.kept.set(agreement, kept);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST && oldest !== undefined) this.kept.delete(oldest);
    kept.pages.catch(() => {
      if (this.kept.get(agreement) === kept) this.kept.delete(agreement);
    });
  }

  private async make(agreement: AgreementId, today: LocalDate): Promise<PublishedPages | null> {
    const data = await this.read(agreement, today);
    const { publicUrl } = this.installation;
    const short = await this.onePages.of(agreement, { party: null, say, locale: LOCALE, publicUrl, isPublic: true });
    if (!data || !short) return null;
    const words = { say, publicUrl };
    const { label } = data;
    const overview = onePage({ ...short, label }, LOCALE).model;
    const { row, manifest } = data.version;
    const consolidated =
      data.consolidated && consolidatedDocument({ consolidated: data.consolidated, today, label }, words);
    return {
      html: toHtml(agreementPage(data, words)),
      document: agreementDocument(data, words),
      version: { hash: row.hash, manifest: row.manifest },
      onePage: { html: toHtml(onePagePage(overview, agreement, words)), document: overview },
      consolidated: consolidated && { html: toHtml(consolidated), document: consolidated },
      texts: new Set(manifest.parts.flatMap(({ texts }) => texts.map(({ sha256 }) => sha256))),
      annexes: new Map(manifest.annexes.map(({ sha256, fileName }) => [sha256, fileName])),
    };
  }

  private async read(agreement: AgreementId, today: LocalDate): Promise<PublicAgreement | null> {
    const published = await this.publications.of(agreement);
    const head = published && (await this.agreements.view(agreement));
    const version = published && (await this.versions.version(published.publication.version));
    const approval = head && (await this.approvals.viewOf(head));
    if (!published || !head || !version || !approval) return null;
    const texts = await this.versions.texts(version.row.hash);
    const consolidated = await this.consolidated.on(agreement, today);
    const { parent } = head.row;
    const on = parent === null ? undefined : (await this.agreements.headsById([parent])).get(parent);
    return {
      ...{ head, approval, version, published, today },
      // What is tried out in a demo has no label of its own, and whoever comes by cannot know.
      label: head.row.label ?? (this.installation.demo ? say('publishedAgreement.demo') : null),
      texts: new Map(texts.map(({ section, content }) => [section, content])),
      notices: await this.publications.notices(agreement),
      parent: on ? { id: on.row.id, title: on.row.title } : null,
      successions: await this.publications.successions([agreement]),
      consolidated: changed(consolidated),
    };
  }
}

/** An agreement that nothing has changed is its own text. */
function changed(view: ConsolidatedView | null): ConsolidatedView | null {
  return view && view.addenda.length > 0 ? view : null;
}
