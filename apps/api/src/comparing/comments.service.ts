import type { VersionView } from '@enig/data';
import { placesOf, type AnchorPlace, type PlacedAnchor, type PlacedText } from '@enig/text';
import { Injectable } from '@nestjs/common';
import type { AppViewer } from '../core/viewer';
import { PlacesService } from '../people/places.service';
import { TextThreads } from '../threads/text-threads';
import type { VersionSectionModel } from '../versions/models';
import { VersionsService } from '../versions/versions.service';
import type { CommentOnVersionModel } from './models';
import { SentComments, type SentComment } from './sent-comments';

/** More comments than this, or more characters of text as JSON, are placed away from the serving thread. */
const FEW_COMMENTS = 20;
const SHORT = 200_000;

/** What was commented on a version or an earlier one, and what became of it (HE-51 to HE-53). */
@Injectable()
export class CommentsService {
  constructor(
    private readonly versions: VersionsService,
    private readonly comments: SentComments,
    private readonly places: PlacesService,
    private readonly threads: TextThreads,
  ) {}

  /** Every comment on this version or one before it that the viewer may read. @throws NotFound · NotAllowed */
  async on(viewer: AppViewer, given: string): Promise<CommentOnVersionModel[]> {
    const version = await this.versions.version(viewer, given);
    const sent = await this.comments.until(viewer, version);
    const shown = await this.versions.texts(viewer, version);
    const then = new Map<VersionView, readonly VersionSectionModel[]>();
    for (const each of new Set(sent.map((one) => one.version))) then.set(each, await this.versions.texts(viewer, each));
    const placed = await this.placeAll(sent, shown, then);
    const titles = titlesIn([...then.values()].flat(), shown);
    const bodies = await this.places.bodies(
      viewer,
      sent.map(({ response }) => response.row.body),
    );
    return sent.map((each) => {
      const body = bodies.get(each.response.row.body)?.name ?? '';
      return presentComment(each, placed.get(each) ?? null, { titles, body });
    });
  }

  /** A place for each comment that has kept its anchor, version by version. */
  private async placeAll(
    sent: readonly SentComment[],
    shown: readonly VersionSectionModel[],
    then: ReadonlyMap<VersionView, readonly VersionSectionModel[]>,
  ): Promise<ReadonlyMap<SentComment, AnchorPlace>> {
    const places = new Map<SentComment, AnchorPlace>();
    for (const [version, texts] of then) {
      const own = sent.filter((each) => each.version === version && each.comment.anchor !== null);
      const anchors = own.flatMap(({ comment: { anchor, section } }): PlacedAnchor[] =>
        anchor ? [{ anchor, section }] : [],
      );
      const found = await this.place(anchors, textsIn(shown), textsIn(texts));
      for (const [index, each] of own.entries()) places.set(each, found[index] ?? { state: 'removed' });
    }
    return places;
  }

  private async place(
    anchors: readonly PlacedAnchor[],
    texts: readonly PlacedText[],
    then: readonly PlacedText[],
  ): Promise<readonly AnchorPlace[]> {
    const isMuch = anchors.length > FEW_COMMENTS || JSON.stringify(texts).length > SHORT;
    return isMuch ? this.threads.place(anchors, texts, then) : placesOf(anchors, texts, then);
  }
}

function textsIn(sections: readonly VersionSectionModel[]): PlacedText[] {
  return sections.map(({ section, content }) => ({ section, json: content }));
}

/** What sections are called now, and what those that are gone were called. */
function titlesIn(
  then: readonly VersionSectionModel[],
  now: readonly VersionSectionModel[],
): ReadonlyMap<string, string> {
  return new Map([...then, ...now].map(({ section, title }) => [section, title]));
}

function presentComment(
  { place, version, submission, comment }: SentComment,
  found: AnchorPlace | null,
  { titles, body }: { readonly titles: ReadonlyMap<string, string>; readonly body: string },
): CommentOnVersionModel {
  const now = found === null || found.state === 'removed' ? null : found;
  return {
    id: `${submission.row.id}:${comment.id}`,
    body,
    round: place.view.row.number,
    versionNumber: version.row.number,
    submittedAt: submission.row.submittedAt,
    late: submission.row.late,
    section: comment.section,
    title: titles.get(comment.section) ?? '',
    quote: comment.anchor?.exact ?? '',
    comment: comment.body,
    state: found?.state ?? 'unplaced',
    nowSection: now?.section ?? null,
    nowTitle: now ? (titles.get(now.section) ?? '') : null,
    nowPath: now ? now.path.flatMap((step) => step ?? []) : null,
    now: now?.now ?? null,
  };
}
