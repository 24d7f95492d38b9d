import type { Program } from '../program';

const OPEN = `mutation Open($input: OpenRoundInput!) {
  openRound(input: $input) { refused { message } round { id version { hash number } } }
}`;

/** A frozen version that is heard. */
export interface Frozen {
  readonly round: string;
  readonly hash: string;
  /** 1-based among those of the agreement. */
  readonly number: number;
}

/** Freezes the texts as they stand and has Greve's council heard about them. */
export async function openVersionRound(secretariat: Program, agreement: string, dueDate: string): Promise<Frozen> {
  const input = { agreement, invited: ['disability-council:0253'], dueDate };
  const { openRound } = await secretariat.ask<{
    openRound: {
      refused: { message: string } | null;
      round: { id: string; version: { hash: string; number: number } } | null;
    };
  }>(OPEN, { input });
  if (!openRound.round) throw new Error(`It was not opened: ${openRound.refused?.message}`);
  return { round: openRound.round.id, ...openRound.round.version };
}
