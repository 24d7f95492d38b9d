import { ScreeningStore, type AnswerAsShown, type Covering, type ResponseView, type RoundView } from '@enig/data';
import type { SubmissionId } from '@enig/hearing';
import type { Say } from '@enig/messages';
import { Injectable } from '@nestjs/common';
import type { AppViewer } from '../core/viewer';
import type { RoundPlace } from './models';
import { maySeeOriginal } from './subjects';

/** What stands in the place of what is not shown, in words. */
export function coveringIn(say: Say): Covering {
  return {
    removed: (reason) => say('published.removed', { reason }),
    number: say('published.number'),
    unread: say('published.unread'),
    gone: say('published.gone'),
  };
}

/** What somebody may read of something that was sent: all of it, what is shown of it, or nothing. */
export type MayRead =
  | { readonly kind: 'whole' }
  | { readonly kind: 'shown'; readonly answer: AnswerAsShown }
  | { readonly kind: 'nothing' };

/** What is shown of a round, and the state it was made of. */
interface Kept {
  readonly stamp: string;
  readonly answers: Promise<ReadonlyMap<SubmissionId, AnswerAsShown>>;
}

/** How many closed rounds are kept. */
const MOST = 20;

/**
 * What councils sent, as each may read it (HE-50). Of a closed round what is shown is kept until something of it has
 * changed, which is asked each time.
 */
@Injectable()
export class ShownAnswers {
  /** From the one that was made longest ago to the latest. */
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly screenings: ScreeningStore) {}

  /** The answers of a round as others read them; looked through once per request at most. */
  ofRound(viewer: AppViewer, { view }: RoundPlace): Promise<ReadonlyMap<SubmissionId, AnswerAsShown>> {
    return viewer.remember(`answers shown of ${view.row.id}`, () =>
      view.round.state === 'closed' ? this.closed(viewer, view) : this.make(viewer, view),
    );
  }

  /** One sending as the viewer may read it: of one that no longer stands nothing, but for those who read all of it. */
  async of(viewer: AppViewer, place: RoundPlace, response: ResponseView, submission: SubmissionId): Promise<MayRead> {
    if (maySeeOriginal(viewer, place, response)) return { kind: 'whole' };
    const answer = (await this.ofRound(viewer, place)).get(submission);
    return answer ? { kind: 'shown', answer } : { kind: 'nothing' };
  }

  private async closed(viewer: AppViewer, view: RoundView): Promise<ReadonlyMap<SubmissionId, AnswerAsShown>> {
    const key = `${view.row.id} ${viewer.locale}`;
    const stamp = await this.screenings.shownStamp(view.row.id);
    const known = this.kept.get(key);
    if (known?.stamp === stamp) return known.answers;
    const made = { stamp, answers: this.make(viewer, view) };
    this.kept.delete(key);
    this.kept.set(key, made);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST && oldest !== undefined) this.kept.delete(oldest);
    made.answers.catch(() => {
      if (this.kept.get(key) === made) this.kept.delete(key);
    });
    return made.answers;
  }

  private make(viewer: AppViewer, view: RoundView): Promise<ReadonlyMap<SubmissionId, AnswerAsShown>> {
    return this.screenings.asShown(view, coveringIn(viewer.say));
  }
}
