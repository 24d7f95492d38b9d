import { HearingReads } from '@enig/data';
import { html, htmlPage, type Html } from '@enig/documents';
import { instantOf } from '@enig/kernel';
import { formatDate, languageOf, wordDeadline } from '@enig/messages';
import { Injectable } from '@nestjs/common';
import { AgreementsService } from '../agreement/agreements.service';
import type { AppViewer } from '../core/viewer';
import { HearingService } from '../hearing/hearing.service';
import type { RoundPlace } from '../hearing/models';

/** A round that can be read, by the name of what it is about. */
interface Listed {
  readonly place: RoundPlace;
  readonly what: string;
}

/** The hearings somebody may read, as a page: where one who has no scripts finds the way. */
@Injectable()
export class RoundList {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly hearing: HearingService,
    private readonly reads: HearingReads,
  ) {}

  /** Those that ask the viewer's own body first, then the others that collect answers, the latest first. */
  async page(viewer: AppViewer): Promise<string> {
    const { say } = viewer;
    const rounds = (await this.listed(viewer)).toSorted(laterFirst);
    const isOpen = ({ place }: Listed): boolean => place.view.round.state === 'collecting';
    const isAsked = ({ place }: Listed): boolean =>
      viewer.seats.some(({ body }) => place.view.round.invited.includes(body));
    const open = rounds.filter(isOpen);
    const title = say('reading.list.title');
    const body = html`<main>
      <h1>${title}</h1>
      ${open.length === 0 ? html`<p>${say('reading.list.none')}</p>` : null}
      ${part(viewer, say('reading.list.asked'), open.filter(isAsked))}
      ${part(
        viewer,
        say('reading.list.others'),
        open.filter((each) => !isAsked(each)),
      )}
      ${part(
        viewer,
        say('reading.list.over'),
        rounds.filter((each) => !isOpen(each)),
      )}
    </main>`;
    const language = languageOf[viewer.locale];
    return htmlPage({
      title: say('reading.title', { title }),
      language,
      foot: title,
      margin: 'normal',
      look: '',
      body,
    });
  }

  private async listed(viewer: AppViewer): Promise<readonly Listed[]> {
    const agreements = await this.agreements.readable(viewer);
    const places = await this.hearing.roundsToRead(viewer, agreements);
    const titles = await this.reads.titlesOf(places.map(({ view }) => view.row.id));
    return places.map((place) => ({ place, what: titles.get(place.view.row.id) ?? '' }));
  }
}

function laterFirst({ place: one }: Listed, { place: other }: Listed): number {
  return one.view.row.openedAt < other.view.row.openedAt ? 1 : -1;
}

function part(viewer: AppViewer, heading: string, rounds: readonly Listed[]): Html | null {
  if (rounds.length === 0) return null;
  return html`<h2>${heading}</h2>
    ${listOf(viewer, rounds)}`;
}

function listOf(viewer: AppViewer, rounds: readonly Listed[]): Html {
  const items = rounds.map(
    ({ place, what }) =>
      html`<li>
        <a href="/laes/${place.view.row.id}">${what}</a>
        <p>${deadlineOf(viewer, place)}</p>
      </li>`,
  );
  return html`<ul class="contents">
    ${items}
  </ul>`;
}

function deadlineOf({ say, locale }: AppViewer, { view: { round, extensions } }: RoundPlace): string {
  if (round.state !== 'collecting') return say('reading.ended', { date: formatDate(round.dueDate, locale) });
  const at = { dueAt: round.dueAt, isExtended: extensions.length > 0 };
  return say('reading.due', { deadline: wordDeadline(at, instantOf(new Date()), locale) });
}
