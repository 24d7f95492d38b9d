import type { LocalDate } from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import type { AppViewer } from '../core/viewer';

/** What happens on a day of the year. */
export type YearEventKind = 'writing' | 'hearing' | 'step' | 'forecast' | 'decision' | 'begins' | 'ends' | 'meeting';

/** Every kind, in the order of an agreement's way; last what is about no agreement. */
export const YEAR_EVENT_KINDS = [
  'writing',
  'hearing',
  'step',
  'forecast',
  'decision',
  'begins',
  'ends',
  'meeting',
] as const satisfies readonly YearEventKind[];

/** A day worth knowing of. Nothing in it may be confidential: calendars leave the house. */
export interface YearEvent {
  /** The same as long as it is about the same, also when the day is moved. */
  readonly id: string;
  readonly kind: YearEventKind;
  readonly on: LocalDate;
  /** What happens, with what it happens to: "Frist for at beslutte: Rammeaftale 2027–28". */
  readonly title: string;
  /** The page it is about. */
  readonly path: string;
}

/** The days a viewer may know of. */
export type YearSource = (viewer: AppViewer) => Promise<readonly YearEvent[]>;

/** Where parts of the product say which days there are; each asks for itself what the viewer may read. */
@Injectable()
export class YearSources {
  private readonly sources: YearSource[] = [];

  add(source: YearSource): void {
    this.sources.push(source);
  }

  /** All days, each once, first to last; those of one day in the order of their kinds. */
  async of(viewer: AppViewer): Promise<readonly YearEvent[]> {
    const found = await Promise.all(this.sources.map((source) => source(viewer)));
    const once = new Map(found.flat().map((event) => [event.id, event]));
    return [...once.values()].toSorted((one, other) => {
      if (one.on !== other.on) return one.on < other.on ? -1 : 1;
      return YEAR_EVENT_KINDS.indexOf(one.kind) - YEAR_EVENT_KINDS.indexOf(other.kind);
    });
  }
}
