import { Link, useMessages } from '@enig/ui';
import { DeadlineWords } from '../deadline';
import type { Agreement } from './agreement';

/** The hearing rounds: how many have answered, and what is left to answer back. */
export function RoundList({ agreement }: { readonly agreement: Agreement }) {
  const m = useMessages();
  if (agreement.rounds.length === 0) return null;
  return (
    <section aria-labelledby="rounds">
      <h2 id="rounds">{m('page.agreement.rounds')}</h2>
      <ul>
        {agreement.rounds.map((round) => (
          <li key={round.id}>
            <Link href={`/aftaler/${agreement.id}/hoering/${round.id}`}>
              {m('page.agreement.round', { number: round.number })}
            </Link>{' '}
            · {round.ownerName}
            {round.document && ` · ${round.document.title}`} · {m(`roundState.${round.state}`)} ·{' '}
            {m('page.agreement.answered', { answered: round.answeredCount, invited: round.invited.length })}
            {round.state === 'collecting' && (
              <>
                {' · '}
                <DeadlineWords round={round} />
              </>
            )}
            {round.may.oversee && (
              <>
                {' · '}
                <Link href={`/aftaler/${agreement.id}/hoering/${round.id}/overblik`}>{m('page.overview.link')}</Link>
              </>
            )}
            {round.answeredCount === 0 && round.state !== 'collecting' && ` · ${m('page.agreement.noAnswers')}`}
            {agreement.may.treat && round.answeredCount > 0 && round.state !== 'closed' && (
              <>
                {' · '}
                <Link href={`/aftaler/${agreement.id}/behandling/${round.id}`}>
                  {m('page.agreement.openPoints', { count: round.openPointCount })}
                </Link>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
