import { instantOf, localDateAt, type Instant, type LocalDate } from '@enig/kernel';
import { emptyJson, richFromPlain, type TextJson } from '@enig/text';
import { Injectable } from '@nestjs/common';
import { NotFound } from '../core/errors';
import { Installation } from '../core/installation';
import type { AppViewer } from '../core/viewer';
import { HearingService } from '../hearing/hearing.service';
import { MoreTimeService } from '../hearing/more-time.service';
import type { HearingRoundModel, RoundPlace } from '../hearing/models';
import { VersionsService } from '../versions/versions.service';

/** A section of what is heard, as it was frozen; a document is one section. */
export interface HeardText {
  readonly id: string;
  /** Its number, where it has one, and its title. */
  readonly title: string;
  readonly full: TextJson;
  readonly easyRead: TextJson | null;
  /** Whether the round asks about it; the others stand beside it to be read. */
  readonly isHeard: boolean;
  readonly files: readonly HeardFile[];
}

/** A file that belongs to what is heard. */
export interface HeardFile {
  readonly name: string;
  readonly url: string;
}

/** Which frozen thing is heard. */
export interface Edition {
  /** Null for a document of its own. */
  readonly number: number | null;
  readonly hash: string;
  /** The day it was frozen; of a document, the day the round opened. */
  readonly day: LocalDate;
}

/** A round as it is read before it is answered: what came in is not counted. */
type HeardRound = Omit<HearingRoundModel, 'responses' | 'answeredCount' | 'openPointCount'>;

/** What a round sends out to be read, and what the reader is asked. */
export interface Material {
  readonly viewer: AppViewer;
  /** The agreement's title, or the document's. */
  readonly title: string;
  /** What the agreement must not be taken for, as "Demo"; null for what is as real as it looks. */
  readonly label: string | null;
  /** Without what came in from others. */
  readonly round: HeardRound;
  readonly edition: Edition;
  /** In reading order. */
  readonly texts: readonly HeardText[];
  /** Files that belong to it and are read for themselves: a version's annexes, a document's files. */
  readonly beside: readonly HeardFile[];
  /** When it is read. Only for what is said of the deadline: what is sent is judged by the database's clock. */
  readonly now: Instant;
  /** Where it is read, as people type it. */
  readonly address: string;
}

/** The name of a document's only section in an address. */
const DOCUMENT = 'dokument';

/** Finds what a round sends out, for those who may read the round. */
@Injectable()
export class MaterialService {
  constructor(
    private readonly hearing: HearingService,
    private readonly versions: VersionsService,
    private readonly moreTime: MoreTimeService,
    private readonly installation: Installation,
  ) {}

  /** @throws NotFound · NotAllowed */
  async of(viewer: AppViewer, given: string): Promise<Material> {
    const place = await this.hearing.roundToRead(viewer, given);
    const round = await this.hearing.presentRound(viewer, place);
    const address = `${this.installation.publicUrl}/laes/${round.id}`;
    const what = (await this.version(viewer, place, round)) ?? documentOf(round, this.installation.publicUrl);
    const { label } = place.agreement.row;
    return { viewer, label, round, address, now: instantOf(new Date()), ...what };
  }

  /** Notes that they opened it (HE-29). */
  async opened(viewer: AppViewer, { round }: Material): Promise<void> {
    await this.moreTime.visit(viewer, round.place);
  }

  /** Null for a round on a document. */
  private async version(viewer: AppViewer, { view, agreement }: RoundPlace, round: HeardRound): Promise<What | null> {
    if (view.row.version === null) return null;
    const version = await this.versions.version(viewer, view.row.version);
    const heard = new Set(round.sections.map(({ section }) => section));
    const sections = await this.versions.texts(viewer, version);
    const texts = sections.map(({ section, number, title, content, easyRead }) => ({
      ...{ id: section, title: number === null ? title : `${number} ${title}`, full: content, easyRead },
      ...{ isHeard: round.isWhole || heard.has(section), files: [] },
    }));
    const { number, hash, createdAt } = version.row;
    const beside = version.manifest.annexes.map(({ number: annex, title, sha256 }) => ({
      name: viewer.say('reading.annex', { number: annex, title }),
      url: new URL(`/files/${sha256}`, this.installation.publicUrl).href,
    }));
    return { title: agreement.row.title, texts, beside, edition: { number, hash, day: localDateAt(createdAt) } };
  }
}

type What = Pick<Material, 'title' | 'texts' | 'beside' | 'edition'>;

function documentOf({ document, openedAt }: HeardRound, publicUrl: string): What {
  if (!document) throw new Error('The round is about neither a version nor a document');
  const { title, text, easyRead, files, sha256 } = document;
  const full: TextJson = { ...emptyJson('chapter'), title, body: richFromPlain(text) };
  const plain: TextJson = { ...emptyJson('easy-read'), body: richFromPlain(easyRead) };
  const attached = files.map(({ name, url }) => ({ name, url: new URL(url, publicUrl).href }));
  return {
    title,
    texts: [{ id: DOCUMENT, title, full, easyRead: plain, isHeard: true, files: attached }],
    beside: attached,
    edition: { number: null, hash: sha256, day: localDateAt(openedAt) },
  };
}

/** A section of it. @throws NotFound */
export function textIn({ texts }: Material, id: string): HeardText {
  const text = texts.find((each) => each.id === id);
  if (!text) throw new NotFound('section');
  return text;
}
