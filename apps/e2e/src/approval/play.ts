import type { Locator, Page } from 'playwright-core';
import { dayFromNow } from '../acts/days';
import { fillInDecision } from '../acts/deciding';
import { signInAt } from '../people';
import type { Stage } from '../stage';
import { story } from '../steps';
import { Troupe } from '../troupe';
import type { Cast, PartyCast } from './cast';

/** A region's way to an agreement as it is played: who plays, and what the acts so far have left. */
export class ApprovalPlay {
  readonly troupe: Troupe;
  readonly step: ReturnType<typeof story>;
  /** Set by the first act. */
  agreement = '';
  /** Set where an addendum is begun. */
  addendum = '';
  private desk: Page | undefined;

  constructor(
    readonly on: Stage,
    readonly cast: Cast,
  ) {
    this.troupe = new Troupe(on);
    this.step = story(() => this.troupe.pages);
  }

  get board(): string {
    return boardOf(this.agreement);
  }

  /** A meeting of today. */
  meeting(item: string): { readonly day: string; readonly item: string } {
    return { day: this.troupe.day(), item };
  }

  /** One computer at which one secretary after another sits down, this one now. */
  async atDesk(persona: string): Promise<Page> {
    const { desk } = this;
    if (desk === undefined || desk.isClosed()) {
      this.desk = await this.troupe.person(persona);
      return this.desk;
    }
    await signInAt(desk, persona);
    return desk;
  }

  /** A section that is written in an agreement or an addendum, open at whoever writes it. */
  async openArea(agreement: string, area: string): Promise<Page> {
    const writer = await this.troupe.person(this.cast.writer.persona);
    await writer.goto(`/aftaler/${agreement}`);
    // By its number in the table of the text; what an addendum does to it is a link of its own.
    await writer.getByRole('link', { name: new RegExp(`^(\\d+ )?${area}$`) }).click();
    await writer.getByRole('heading', { level: 1, name: area }).waitFor();
    return writer;
  }

  /** Councils say a plain yes, each through its own secretary at the page to which the mail leads. */
  async approve(parties: readonly PartyCast[], agreement = this.agreement): Promise<void> {
    for (const [index, { id, name, secretary }] of parties.entries()) {
      const page = await this.atDesk(secretary);
      await page.goto(`${boardOf(agreement)}/${id}`);
      await fillInDecision(page, name, this.meeting(String(index + 1)));
    }
  }

  /** Waits until it is the first day of the agreement, unless that has come. */
  async untilInForce(): Promise<void> {
    let days = 0;
    while (this.troupe.day(days) < this.cast.from) days += 1;
    if (days > 0) await this.troupe.letDaysPass(days);
  }
}

/** Where an agreement's board is. */
export function boardOf(agreement: string): string {
  return `/aftaler/${agreement}/godkendelse`;
}

/** The row of a party or a body. */
export function rowOf(page: Page, name: string): Locator {
  return page.getByRole('row').filter({ has: page.getByText(name, { exact: true }) });
}

/** The last day to decide, when nothing is said of it: after all that is played. */
export const DEADLINE = dayFromNow(80);
