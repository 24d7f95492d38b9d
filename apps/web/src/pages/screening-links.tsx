import { Link, useMessages } from '@enig/ui';
import type { Round } from './hearing';

/** The way to looking through the answers, for who owns the round, and to the public page once there is one. */
export function ScreeningLinks({ round }: { readonly round: Round }) {
  const m = useMessages();
  if (!round.mayScreen && round.publicPath === null) return null;
  return (
    <p className="e-no-print">
      {round.mayScreen && (
        <Link href={`/aftaler/${round.agreement.id}/hoering/${round.id}/offentliggoer`}>
          {m('page.screening.title')}
        </Link>
      )}{' '}
      {round.publicPath !== null && <a href={round.publicPath}>{m('page.screening.see')}</a>}
    </p>
  );
}
