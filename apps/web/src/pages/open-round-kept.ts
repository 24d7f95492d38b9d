import { useEffect, useState } from 'react';
import { useViewer } from '../session';
import { today } from '../today';
import { areasOf, hearerOf, startOf, type ChangeForm, type Hearable, type RoundForm } from './open-round-form';

/** Begins the name of everything kept here. */
const PREFIX = 'enig:open-round:';

/** What somebody fills in to open a round, and what this window keeps of it. */
export interface KeptForm {
  readonly form: RoundForm;
  readonly change: ChangeForm;
  /** Whether anything is otherwise than it was found. */
  readonly isChanged: boolean;
  /** Whether the window keeps it, so that one may go and come back. A file on its way is not kept. */
  readonly isKept: boolean;
  /** Whether it was filled in before, and the page has been left and come back to. */
  readonly wasKept: boolean;
  readonly startOver: () => void;
  /** The round is open: nothing is kept any more. */
  readonly done: () => void;
}

/**
 * The form for opening a round. What is filled in stays with this window, for each person and agreement by themselves:
 * one goes to a place in the text that must be mended, and finds the form as it was. Removed when the round is open,
 * when the window is closed, and when somebody signs out.
 */
export function useKeptForm(agreement: Hearable): KeptForm {
  const key = `${PREFIX}${useViewer().person.id}:${agreement.id}`;
  const [start] = useState(() => startOf(agreement, today()));
  const [kept] = useState(() => keptForm(key, agreement, start));
  const [form, setForm] = useState(kept ?? start);
  const [isKeeper] = useState(keepsAnything);
  const [wasKept, setWasKept] = useState(kept !== null);
  const isChanged = !isSame(form, start);
  useEffect(() => keep(key, isChanged ? form : null), [key, form, isChanged]);
  return {
    form,
    isChanged,
    wasKept,
    change: (to) => setForm((newest) => ({ ...newest, ...(typeof to === 'function' ? to(newest) : to) })),
    isKept: isKeeper && form.sending.length === 0,
    startOver: () => {
      setForm(({ sending }) => ({ ...start, sending }));
      setWasKept(false);
    },
    done: () => keep(key, null),
  };
}

/** Takes away what anybody has filled in: the browser is somebody else's now. */
export function forgetOpenRounds(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** Whether nothing has been chosen or written that was not there at first. */
function isSame(one: RoundForm, other: RoundForm): boolean {
  const words = (form: RoundForm) => JSON.stringify(Object.entries(form).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return words(one) === words(other);
}

/** Whether the browser keeps anything for this window at all. */
function keepsAnything(): boolean {
  try {
    sessionStorage.setItem(PREFIX, '');
    sessionStorage.removeItem(PREFIX);
    return true;
  } catch {
    return false;
  }
}

function keep(key: string, form: RoundForm | null): void {
  try {
    if (form === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify({ ...form, sending: [] }));
  } catch {
    // A browser that keeps nothing: the words stay on the page, and leaving it is asked about.
  }
}

function keptForm(key: string, agreement: Hearable, start: RoundForm): RoundForm | null {
  try {
    const given: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return isForm(given, start) ? fitting(given, agreement, start) : null;
  } catch {
    return null; // something else's words, or a browser that keeps nothing
  }
}

/** Whether it has all the fields of the form, each of the kind it must be. */
function isForm(given: unknown, start: RoundForm): given is RoundForm {
  if (typeof given !== 'object' || given === null) return false;
  const fields = new Map<string, unknown>(Object.entries(given));
  return Object.entries(start).every(([name, usual]: [string, unknown]) => {
    const value = fields.get(name);
    if (Array.isArray(usual)) return Array.isArray(value);
    return name === 'what' ? value === null || typeof value === 'string' : typeof value === typeof usual;
  });
}

/** What was filled in, without what cannot be chosen any more; null where the person hears for somebody else now. */
function fitting(form: RoundForm, agreement: Hearable, start: RoundForm): RoundForm | null {
  const hearer = hearerOf(agreement, form);
  if (!hearer) return null;
  const isThere = agreement.versions.some(({ hash }) => hash === form.version);
  const mayHear = { freeze: hearer.mayFreeze, version: hearer.mayHearVersion && isThere, document: true };
  const what = form.what !== null && mayHear[form.what] ? form.what : start.what;
  const chosen = { ...form, what, version: isThere ? form.version : start.version };
  const areas = new Set(areasOf(agreement, chosen).map(({ id }) => id));
  const bodies = new Set(hearer.bodies.map(({ id }) => id));
  return {
    ...chosen,
    areas: form.areas.filter((id) => areas.has(id)),
    invited: form.invited.filter((id) => bodies.has(id)),
    sending: [],
  };
}
