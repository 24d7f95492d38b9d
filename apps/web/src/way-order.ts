import { orderOf } from '@enig/approval';

/** A body of a party in the form of its way: its place in the order, nought for one that is not on the way. */
export interface WayChoice {
  readonly body: string;
  readonly place: number;
  readonly mandatory: boolean;
}

/** A step of a way as the server has it. */
export interface WayStepSeen {
  readonly body: { readonly id: string };
  readonly after: readonly string[];
  readonly mandatory: boolean;
}

/** The way as numbers, one for each of the party's bodies: those with the same one are asked at the same time. */
export function choicesOf(
  bodies: readonly { readonly id: string }[],
  steps: readonly WayStepSeen[],
): readonly WayChoice[] {
  const places = orderOf(steps.map(({ body, after }) => ({ key: body.id, after })));
  return bodies.map(({ id }) => ({
    body: id,
    place: places.get(id) ?? 0,
    mandatory: steps.find(({ body }) => body.id === id)?.mandatory ?? true,
  }));
}

/** The steps of a way from its numbers: each comes after all those of the next lower number that is used. */
export function stepsOfChoices(choices: readonly WayChoice[]) {
  const chosen = choices.filter(({ place }) => place > 0);
  return chosen
    .toSorted((one, other) => one.place - other.place)
    .map(({ body, place, mandatory }) => {
      const before = Math.max(0, ...chosen.map((each) => each.place).filter((each) => each < place));
      return { body, mandatory, after: chosen.filter((each) => each.place === before).map((each) => each.body) };
    });
}
