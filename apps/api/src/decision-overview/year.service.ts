import { CalendarFeeds } from '@enig/data';
import { calendarOf } from '@enig/documents';
import { addDays, instantOf, type Instant } from '@enig/kernel';
import { formatDate } from '@enig/messages';
import { Injectable } from '@nestjs/common';
import { NotFound } from '../core/errors';
import { Installation } from '../core/installation';
import { appViewer, type AppViewer } from '../core/viewer';
import type { YearModel } from './models';
import { YearSources, type YearEvent } from './year-sources';

/** Years a page can be about: a typed address leads to no other. */
const YEARS = { from: 2_000, to: 2_100 } as const;
/** In days: so much of what is past stays in a calendar, so that programs do not ask where it went. */
const KEPT = 365;

/** The year's days as one may know them, and the calendar that programs fetch. */
@Injectable()
export class YearService {
  constructor(
    private readonly sources: YearSources,
    private readonly feeds: CalendarFeeds,
    private readonly installation: Installation,
  ) {}

  /** The days of a year. @throws NotFound for a year that no page is about. */
  async year(viewer: AppViewer, given: number | null): Promise<YearModel> {
    const { today } = viewer;
    const year = given ?? Number(today.slice(0, 4));
    if (!Number.isInteger(year) || year < YEARS.from || year > YEARS.to) throw new NotFound('year');
    const events = (await this.sources.of(viewer)).filter(({ on }) => on.startsWith(`${year}-`));
    return {
      ...{ year, today, sentence: yearSentence(viewer, year, events) },
      events: events.map((event) => ({ ...event, isPast: event.on < today })),
    };
  }

  /** When the viewer's calendar was made; null for none. */
  async madeAt(viewer: AppViewer): Promise<Instant | null> {
    return this.feeds.madeAt(viewer.person.id);
  }

  /** Gives the viewer a calendar; the one before ends. @returns its address, which is shown this once. */
  async renew(viewer: AppViewer): Promise<string> {
    const token = await this.feeds.renew(viewer.person.id);
    return new URL(`/kalender/${token}.ics`, this.installation.publicUrl).href;
  }

  /** Ends the viewer's calendar. */
  async stop(viewer: AppViewer): Promise<void> {
    await this.feeds.stop(viewer.person.id);
  }

  /** The calendar a token leads to, as its holder may see it now. @throws NotFound */
  async calendar(token: string): Promise<string> {
    const holder = await this.feeds.holder(token);
    if (!holder) throw new NotFound('calendar');
    const now = new Date();
    const { feed: session, person, seats } = holder;
    const viewer = appViewer({ session, expiresAt: instantOf(now), person, seats }, now);
    const since = addDays(viewer.today, -KEPT);
    const events = (await this.sources.of(viewer)).filter(({ on }) => on >= since);
    const { publicUrl } = this.installation;
    return calendarOf(
      events.map(({ id, on, title, path }) => {
        const url = new URL(path, publicUrl).href;
        return { uid: `${id}@enig`, on, title, description: url, url };
      }),
      { name: viewer.say('year.calendarName'), madeAt: instantOf(now) },
    );
  }
}

/** "I 2026 er der 7 ting at huske. 3 af dem er stadig forude. Den næste er den 15. oktober 2026: Frist for at …" */
export function yearSentence(
  { say, today, locale }: Pick<AppViewer, 'say' | 'today' | 'locale'>,
  year: number,
  events: readonly Pick<YearEvent, 'on' | 'title'>[],
): string {
  if (events.length === 0) return say('year.sentence.none', { year: String(year) });
  const all = say('year.sentence.all', { year: String(year), count: events.length });
  const ahead = events.filter(({ on }) => on >= today);
  const [next] = ahead;
  if (!next) return `${all} ${say('year.sentence.over', { count: events.length })}`;
  const coming = say('year.sentence.next', { date: formatDate(next.on, locale), title: next.title });
  if (ahead.length === events.length) return `${all} ${coming}`;
  return `${all} ${say('year.sentence.ahead', { count: ahead.length })} ${coming}`;
}
