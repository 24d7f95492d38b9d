import type { Instant } from '@enig/kernel';

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

/** What a letter can be about. da: brevtype */
export type LetterKind = keyof LetterFacts;
