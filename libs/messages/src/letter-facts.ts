import type { Instant, LocalDate } from '@enig/kernel';

/**
 * What each kind of letter must be told, besides whom it is to. Names of things, moments and numbers: never a word of
 * what anybody wrote in confidence.
 */
export interface LetterFacts {
  /** A link, since somebody has asked for one. */
  readonly signIn: NoFacts;
  /** A body is heard. `reason` says why the notice is short; empty where it is not. */
  readonly roundOpened: AboutRound & { readonly owner: string; readonly due: Instant; readonly reason: string };
  /** A heard body has got longer. `reason` is the one that all who are heard can read. */
  readonly deadlineExtended: AboutRound & { readonly due: Instant; readonly reason: string };
  /** A heard body has not answered yet. */
  readonly reminder: AboutRound & { readonly due: Instant };
  /** An answer has come in. `submission` is its id, for who encloses the receipt. */
  readonly receipt: AboutRound & {
    readonly submission: string;
    readonly reference: string;
    readonly at: Instant;
    readonly isLate: boolean;
    readonly sha256: string;
    /** The number of what stood until now; null where nothing did. */
    readonly replaced: string | null;
  };
  /** What became of a body's answer can be read. */
  readonly answersUsed: AboutRound;
  /** A heard body has asked for more time; to the round's owner. */
  readonly extensionAsked: AboutRound;
  /** A heard body has asked for more time and does not get it; why stands on the page alone. */
  readonly extensionDeclined: AboutRound & { readonly due: Instant };
  /** Somebody has taken their body's answer back; to the others of the body. `by` is whoever did. */
  readonly answerWithdrawn: AboutRound & { readonly reference: string; readonly by: string; readonly due: Instant };
  /** A body was correcting its answer when the round ended: what it had sent stands. `reference` is that of it. */
  readonly correctionNotSent: AboutRound & { readonly reference: string };
  /** Points of answers wait for the one who looks after what they are about. */
  readonly pointAssigned: { readonly round: string; readonly count: number };
  /** A better finder has seen more in answers that are published; to whoever hears them. */
  readonly lookAgain: { readonly round: string; readonly count: number };
  /** A version is put to the parties: to those who may record what their party's council decides. */
  readonly decisionAsked: AboutDecision;
  /** The same of a new text, where the body has approved an earlier one: what changed since, and to approve again. */
  readonly decisionAskedAgain: AboutDecision;
  /** A version is put to the parties: to those who write their party's case, which can be made from now on. */
  readonly caseReady: { readonly agreement: string; readonly party: string; readonly due: Instant };
  /** A party is missing. `waitsFor`: its council's decision, or that one of its people confirms the one entered for it. */
  readonly decisionReminder: AboutDecision & { readonly waitsFor: 'decision' | 'confirmation' };
  /** The deadline is near and parties are missing, by their short names; to the secretariat. */
  readonly decisionEscalated: {
    readonly agreement: string;
    readonly due: Instant;
    readonly count: number;
    readonly total: number;
    readonly names: string;
  };
  /** A decision waits for one of the party's people; `by`: who recorded it. */
  readonly decisionToConfirm: AboutDecided & { readonly by: 'secretariat' | 'colleague' };
  /** The secretariat asks that a step is taken otherwise; to those who can agree. `step` is what it is called. */
  readonly overrideAsked: { readonly agreement: string; readonly step: string };
  /** To whoever recorded or confirmed a decision. `number` and `log`: where the agreement's log ended with it. */
  readonly decisionReceipt: AboutDecided & {
    readonly decision: string;
    readonly reference: string;
    readonly at: Instant;
    readonly number: number;
    readonly log: string;
  };
  /** The text is opened for writing again, so what the body had decided no longer counts. */
  readonly approvalsLapsed: AboutDecided & {
    /** Why, as every party can read it (AG-7). */
    readonly reason: string;
  };
  /** No agreement can come of it while the body's decision stands; to the secretariat. */
  readonly chainBlocked: AboutDecided;
  /** Every party has approved. `replaces`: what it comes after, where it is in force at once; empty for nothing. */
  readonly agreementConcluded: AboutDays & { readonly total: number; readonly replaces: string };
  /** What was concluded before is in force from today. `replaces`: what it comes after; empty for nothing. */
  readonly agreementInForce: AboutDays & { readonly replaces: string };
  /** The agreement's last day is over, and nothing that comes after it is in force. */
  readonly agreementEnded: Pick<AboutDays, 'agreement' | 'to'>;
  /** What somebody asked for has been made; `what` begins with a capital letter, as "Høringsnotatet". */
  readonly jobDone: { readonly what: string };
}

/** Nothing to tell. */
export type NoFacts = Readonly<Record<string, never>>;

type AboutRound = {
  /** What is heard, by its name. */
  readonly round: string;
  /** The body that is heard, by its name. */
  readonly body: string;
};

type AboutDays = {
  /** The agreement, by its title. */
  readonly agreement: string;
  /** Its first day in force. */
  readonly from: LocalDate;
  /** Its last day, as it is now. */
  readonly to: LocalDate;
};

type AboutDecided = {
  /** The agreement, by its title. */
  readonly agreement: string;
  /** The body that decided, by its name. */
  readonly body: string;
};

type AboutDecision = {
  /** The agreement, by its title. */
  readonly agreement: string;
  /** The body that decides for the party, by its name. */
  readonly body: string;
  readonly due: Instant;
};

/** What a letter can be about. da: brevtype */
export type LetterKind = keyof LetterFacts;
