/** How much a person wants to hear of what others do. */
export type AnnouncementSetting = 'off' | 'few' | 'all';

/** `few` comes and goes and connections lost; `all` also every edit and every saving. */
export type AnnouncementWeight = 'few' | 'all';

/** Shortest time between two announcements of what others do, in milliseconds: three a minute. */
export const BATCH_MILLIS = 20_000;

/** How long what was said can be found, in milliseconds: time to read it out; later it would stand beside what is no more so. */
export const SAID_MILLIS = 10_000;

/** Most sentences in one batch; of more, only how many is said. */
const MAX_IN_BATCH = 3;

/**
 * What is to be read out, and when. What the person did is said at once; what others did waits, so that nobody is
 * talked to more than three times a minute while writing.
 */
export class AnnouncementQueue {
  private setting: AnnouncementSetting;
  private waiting: string[] = [];
  private lastBatchAt = Number.NEGATIVE_INFINITY;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private forgetting: ReturnType<typeof setTimeout> | undefined;
  /** Whether what is said now followed from what the person did. */
  private isOwn = false;

  constructor(
    private readonly options: {
      readonly setting: AnnouncementSetting;
      readonly say: (sentence: string) => void;
      /** Takes away what was said. */
      readonly forget: () => void;
      /** Says that more has happened than fits. */
      readonly andMore: (count: number) => string;
      /** Milliseconds since any fixed moment. */
      readonly now: () => number;
    },
  ) {
    this.setting = options.setting;
  }

  /** Follows what the person chooses to hear from now on. */
  listen(setting: AnnouncementSetting): void {
    this.setting = setting;
  }

  /** Says at once what followed from what the person just did, whatever the setting. */
  say(sentence: string): void {
    this.speak(sentence, true);
  }

  /** Takes away what was said of what the person did last, for they do something else; what others did is left to be read. */
  forget(): void {
    if (!this.isOwn) return;
    clearTimeout(this.forgetting);
    this.options.forget();
  }

  /** Says, with others of its kind and not at once, what somebody else did. The same sentence is said once a batch. */
  report(sentence: string, weight: AnnouncementWeight): void {
    if (this.setting === 'off' || (weight === 'all' && this.setting !== 'all')) return;
    if (!this.waiting.includes(sentence)) this.waiting.push(sentence);
    const wait = Math.max(0, this.lastBatchAt + BATCH_MILLIS - this.options.now());
    this.timer ??= setTimeout(() => this.flush(), wait);
  }

  /** Forgets what is still waiting. */
  stop(): void {
    clearTimeout(this.timer);
    clearTimeout(this.forgetting);
    this.timer = undefined;
    this.waiting = [];
  }

  private speak(sentence: string, isOwn: boolean): void {
    clearTimeout(this.forgetting);
    this.forgetting = setTimeout(() => this.options.forget(), SAID_MILLIS);
    this.isOwn = isOwn;
    this.options.say(sentence);
  }

  private flush(): void {
    this.timer = undefined;
    const said = this.waiting.slice(0, MAX_IN_BATCH);
    const rest = this.waiting.length - said.length;
    this.waiting = [];
    this.lastBatchAt = this.options.now();
    if (this.setting === 'off') return;
    this.speak([...said, ...(rest > 0 ? [this.options.andMore(rest)] : [])].join('. '), false);
  }
}
