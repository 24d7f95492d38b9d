import type { CaseJson } from '@enig/text';
import { Details, useMessages } from '@enig/ui';
import type { CasePageFragment } from '../generated/graphql';
import { AnnexList } from './case-annexes';
import { copiesOf } from './case-copies';
import { CaseCopies } from './case-fields';

type Earlier = NonNullable<CasePageFragment['earlier']>;

/**
 * The party's case on the version before, for its own people: read and copied from, never written in. A new one begins
 * anew in what must be about its own version, and nobody is to write the rest of it twice (CA-4).
 */
export function EarlierCase({ of }: { readonly of: CasePageFragment }) {
  const m = useMessages();
  const { earlier } = of;
  if (!earlier) return null;
  // Where there is no other, it is what the page has to show.
  const isAlone = of.state === 'notMade' && !of.mayMake;
  return (
    <div className={isAlone ? undefined : 'e-no-print'}>
      <Details summary={m('page.case.earlier', { number: earlier.version })} open={isAlone}>
        <p>{m('page.case.earlierText')}</p>
        {of.state === 'draft' && <p>{m('page.case.earlierBegun', { number: of.version })}</p>}
        <EarlierWords earlier={earlier} />
        <EarlierAnnexes earlier={earlier} isOver={isAlone} />
      </Details>
    </div>
  );
}

function EarlierWords({ earlier }: { readonly earlier: Earlier }) {
  // Its shape is the server's word.
  const copies = copiesOf(earlier.content as CaseJson, []).filter(({ plain }) => plain !== '');
  return <CaseCopies copies={copies} version={earlier.version} />;
}

function EarlierAnnexes({ earlier, isOver }: { readonly earlier: Earlier; readonly isOver: boolean }) {
  const m = useMessages();
  if (earlier.annexes.length === 0) return null;
  const of = { id: null, annexes: earlier.annexes, maySend: false };
  return (
    <>
      {!isOver && <p>{m('page.case.earlierAnnexes')}</p>}
      {[true, false].map((isOpen) => (
        <AnnexList key={String(isOpen)} of={of} isOpen={isOpen} removed={() => undefined} />
      ))}
    </>
  );
}
