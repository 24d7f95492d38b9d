import type { Awareness } from 'y-protocols/awareness';

/** Somebody else who has the text open. The name is the server's, whatever their browser says. */
export type Person = { readonly client: number; readonly name: string; readonly colour: string };

/** Dark enough for white letters on them, and apart from one another also without colour sight by the name beside. */
const COLOURS = ['#8a3b12', '#1c6539', '#5b3a8c', '#8c1d5a', '#2d5a8a', '#6b5300', '#0f6468', '#7a2e2e'] as const;

/** The colour of a client's caret, the same on every screen. */
export function colourOf(client: number): string {
  return COLOURS[client % COLOURS.length] ?? COLOURS[0];
}

/** Who else has the text open, by name. Those the server has not named yet are left out. */
export function othersIn(awareness: Awareness): Person[] {
  const found = [...awareness.getStates()].flatMap(([client, state]) => {
    const name: unknown = state['user']?.name;
    const isOther = client !== awareness.clientID && typeof name === 'string' && name !== '';
    return isOther ? [{ client, name: String(name), colour: colourOf(client) }] : [];
  });
  return found.sort((one, other) => one.name.localeCompare(other.name, 'da') || one.client - other.client);
}
