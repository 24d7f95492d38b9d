import { HearingReads, PlaceStore, ScreeningStore, type PublishedRound, type RoundView } from '@enig/data';
import { html, toHtml } from '@enig/documents';
import type { RoundId, Sha256 } from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import { waysOn } from '../core/error-pages';
import { Installation } from '../core/installation';
import { say } from '../core/viewer';
import { coveringIn } from '../hearing/shown-answers';
import { servedPage } from '../sign-in/link-pages';
import { publicPath } from './presentation';
import { publishedDocument } from './published-document';

/** What anybody may fetch of a round. */
export interface PublishedPage {
  readonly html: string;
  /** What the files are called that may be fetched, by their hashes. */
  readonly files: ReadonlyMap<Sha256, string>;
}

interface Kept {
  readonly stamp: string;
  readonly until: number;
  readonly page: Promise<PublishedPage | null>;
}

/** How many rounds are kept, and how long in ms: what bodies and sections are called may change meanwhile. */
const MOST = 50;
const KEEP = 600_000;

/** Says what the pages of published rounds are, to who has not got the address of one. */
export function aboutPage(): string {
  const ways = [
    { href: '/laes', words: say('reading.toList') },
    { href: '/log-ind', words: say('link.title') },
  ];
  return servedPage(say('published.all'), html`<p>${say('published.allAbout')}</p>`, waysOn(ways));
}

/**
 * The pages of published rounds. Made when something of what is published has changed, which is asked each time, so that
 * what is left out or taken down is gone at once; strangers who fetch a page again and again ask for that alone.
 */
@Injectable()
export class PublishedPages {
  private readonly kept = new Map<RoundId, Kept>();

  constructor(
    private readonly reads: HearingReads,
    private readonly store: ScreeningStore,
    private readonly places: PlaceStore,
    private readonly installation: Installation,
  ) {}

  /** What is published of a round; null for nothing, and for no such round. */
  async of(round: RoundId): Promise<PublishedPage | null> {
    const stamp = await this.store.publicationStamp(round);
    if (stamp === null) {
      this.kept.delete(round);
      return null;
    }
    const now = Date.now();
    const known = this.kept.get(round);
    if (known && known.stamp === stamp && now < known.until) return known.page;
    const page = this.make(round);
    this.keep(round, { stamp, until: now + KEEP, page });
    return page;
  }

  private keep(round: RoundId, kept: Kept): void {
    this.kept.delete(round);
    this.kept.set(round, kept);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST && oldest !== undefined) this.kept.delete(oldest);
    kept.page.catch(() => {
      if (this.kept.get(round) === kept) this.kept.delete(round);
    });
  }

  private async make(id: RoundId): Promise<PublishedPage | null> {
    const round = await this.reads.round(id);
    const published = round && (await this.store.published(round, coveringIn(say)));
    if (!published) return null;
    const files = published.answers.flatMap((answer) => answer.files.flatMap((file) => file.published ?? []));
    return {
      html: await this.html(round, published),
      files: new Map(files.map(({ sha256, name }) => [sha256, name])),
    };
  }

  private async html({ row, round }: RoundView, { at, answers }: PublishedRound): Promise<string> {
    const bodies = await this.places.bodies([row.body, ...answers.map(({ council }) => council)]);
    const owner = row.owner === null ? undefined : (await this.places.parties([row.owner])).get(row.owner);
    const sections = await this.reads.sectionsOf(round);
    const model = publishedDocument(say, {
      ...{ title: await this.reads.whatIsHeard(row), dueAt: round.dueAt, publishedAt: at, answers },
      heldBy: owner?.name ?? bodies.get(row.body)?.name ?? '',
      nameOf: (council) => bodies.get(council)?.name ?? '',
      titleOf: (section) => sections.find((each) => each.section === section)?.title ?? null,
      sections: sections.map(({ section }) => section),
      // A document has whole addresses: it may be printed or kept.
      hrefOf: ({ sha256 }) => new URL(`${publicPath(row.id)}/${sha256}`, this.installation.publicUrl).href,
    });
    return toHtml(model);
  }
}
