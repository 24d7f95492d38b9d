import { inForceFrom, standingOf } from '@enig/agreement';
import { PublicationReads, type AgreementHead, type Succession } from '@enig/data';
import { addDays, type LocalDate } from '@enig/kernel';
import { formatDate, formatList } from '@enig/messages';
import { Injectable } from '@nestjs/common';
import { AgreementsService } from '../agreement/agreements.service';
import type { AppViewer } from '../core/viewer';
import type { StandingNewsModel } from './models';

/** In days: so long it is news that an agreement is in force, or is not any more. */
const NEWS = 30;

/** What has come into force or ended lately, as the first page says it (AG-40). */
@Injectable()
export class StandingNews {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly publications: PublicationReads,
  ) {}

  /** Of the agreements the viewer may read, the latest first. */
  async of(viewer: AppViewer): Promise<readonly StandingNewsModel[]> {
    const readable = await this.agreements.list(viewer);
    const turned = readable.flatMap((head) => {
      const turn = turnOf(head, viewer.today);
      return turn ? [{ head, ...turn }] : [];
    });
    if (turned.length === 0) return [];
    const successions = await this.publications.successions(turned.map(({ head }) => head.row.id));
    return turned
      .map(({ head, on, isInForce }) => ({
        agreement: head.row.id,
        on,
        sentence: sentenceOf(viewer, head, isInForce, successions),
        link: `/aftaler/${head.row.id}`,
      }))
      .toSorted((one, other) => (one.on < other.on ? 1 : Number(one.on === other.on) - 1));
  }
}

/** Since when it is in force, or has ended, where that is news; null for all others. */
function turnOf(
  { row, state, concludedOn, lastDay }: AgreementHead,
  today: LocalDate,
): { readonly on: LocalDate; readonly isInForce: boolean } | null {
  if (concludedOn === null) return null;
  const period = { from: row.periodFrom, to: row.periodTo };
  const standing = standingOf(state, period, concludedOn, today, lastDay);
  if (standing !== 'inForce' && standing !== 'ended') return null;
  const isInForce = standing === 'inForce';
  const on = isInForce ? inForceFrom({ period, concludedOn }) : addDays(lastDay, 1);
  return on >= addDays(today, -NEWS) ? { on, isInForce } : null;
}

function sentenceOf(
  { say, locale }: AppViewer,
  { row, concludedOn, lastDay }: AgreementHead,
  isInForce: boolean,
  successions: readonly Succession[],
): string {
  const { id, title, periodFrom, periodTo } = row;
  const named = (some: readonly string[]) =>
    formatList(
      some.map((name) => `»${name}«`),
      locale,
    );
  const to = formatDate(lastDay, locale);
  if (!isInForce) {
    const after = successions.filter(({ before }) => before === id).map(({ afterTitle }) => afterTitle);
    const ended = say('news.ended', { title, to });
    return after.length === 0 ? ended : `${ended} ${say('news.replacedBy', { titles: named(after) })}`;
  }
  const period = { from: periodFrom, to: periodTo };
  const from = formatDate(inForceFrom({ period, concludedOn: concludedOn ?? periodFrom }), locale);
  const before = successions.filter(({ after }) => after === id).map(({ beforeTitle }) => beforeTitle);
  const said = say('news.inForce', { title, from, to });
  return before.length === 0 ? said : `${said} ${say('news.replaces', { titles: named(before) })}`;
}
