import { useEffect, useRef, useState } from 'react';
import { useGuardedForm } from '../leave-guard';
import { useViewer } from '../session';
import { draftKey, keepDraft, keptDraft, type AnswerDraft, type KeptDraft, type SeenAnswers } from './answer-drafts';
import type { Point } from './points-filter';

const NOTHING: AnswerDraft = { outcome: null, answer: '', reason: '', change: null };

interface Begun extends KeptDraft {
  /** Whether the person has changed anything: until then the form follows what stands. */
  readonly isMine: boolean;
}

/** What is written, kept in this browser until it is saved, and what others have answered since it was begun. */
export function useAnswer(points: readonly Point[]) {
  const { begun, wasKept, write, startOver, saved } = useBegun(points);
  const [thrown, setThrown] = useState<AnswerDraft | null>(null);
  const { draft, seen, isMine } = begun;
  return {
    ...{ draft, isMine, saved },
    /** Whether what stands in the form was begun before, and not just now. */
    wasKept: wasKept && isMine && thrown === null,
    /** What was last thrown away, while it can be had again. */
    thrown,
    /** The points somebody else has answered since, with their answers. */
    meanwhile: isMine ? points.filter((point) => isUnseen(point, seen)) : [],
    /** The answer to be named as seen when a point is answered. */
    seen: (id: string) => seenOf(points, seen, id),
    change: write,
    throwAway: () => {
      setThrown(draft);
      startOver();
    },
    fetchBack: () => {
      if (thrown === null) return;
      write(thrown);
      setThrown(null);
    },
  };
}

/** What is begun, as the browser keeps it: what one has written, or what stands. */
function useBegun(points: readonly Point[]) {
  const { person } = useViewer();
  const key = draftKey(
    person.id,
    points.map(({ id }) => id),
  );
  const [kept] = useState(() => keptDraft(key));
  const [state, setBegun] = useState<Begun>(() => (kept ? { ...kept, isMine: true } : beginning(points)));
  const [isKept, setKept] = useState(true);
  const begun = following(state, points);
  if (begun !== state) setBegun(begun);
  const letGo = useGuardedForm(begun.isMine && !isKept);
  useMovedDraft(key, begun);
  return {
    ...{ begun, wasKept: kept !== null },
    write: (draft: AnswerDraft) => {
      setBegun({ ...begun, draft, isMine: true });
      setKept(keepDraft(key, { draft, seen: begun.seen }));
    },
    startOver: () => {
      setBegun(beginning(points));
      setKept(keepDraft(key, null));
    },
    saved: () => {
      keepDraft(key, null);
      letGo();
    },
  };
}

/** What a form begins with: for one point the answer that stands, for several nothing. */
function beginning(points: readonly Point[]): Begun {
  const seen = Object.fromEntries(points.map(({ id, treatment }) => [id, treatment?.id ?? null]));
  const [first, ...others] = points;
  const treatment = others.length === 0 ? first?.treatment : null;
  if (!treatment) return { draft: NOTHING, seen, isMine: false };
  const { outcome, answer, reason, change } = treatment;
  const link = change && { section: change.section, when: change.seq === null ? ('next' as const) : ('now' as const) };
  return { draft: { outcome, answer, reason, change: link }, seen, isMine: false };
}

/** A form nobody has written in shows what stands now; points that are chosen besides are seen as they are chosen. */
function following(begun: Begun, points: readonly Point[]): Begun {
  const { seen, isMine } = begun;
  if (!isMine)
    return points.every(({ id, treatment }) => seen[id] === (treatment?.id ?? null)) ? begun : beginning(points);
  const added = points.filter(({ id }) => seen[id] === undefined);
  if (added.length === 0) return begun;
  return { ...begun, seen: { ...beginning(added).seen, ...seen } };
}

function isUnseen({ id, treatment }: Point, seen: SeenAnswers): boolean {
  return treatment !== null && seen[id] !== undefined && seen[id] !== treatment.id;
}

/** Where an answer was taken back meanwhile there is nothing left to be seen. */
function seenOf(points: readonly Point[], seen: SeenAnswers, id: string): string | null {
  return points.find((point) => point.id === id)?.treatment ? (seen[id] ?? null) : null;
}

/** What is written goes along when a point is chosen besides, or no longer. */
function useMovedDraft(key: string, { draft, seen, isMine }: Begun): void {
  const before = useRef(key);
  useEffect(() => {
    if (before.current === key) return;
    keepDraft(before.current, null);
    before.current = key;
    if (isMine) keepDraft(key, { draft, seen });
  }, [key, draft, seen, isMine]);
}
