import { TroublePage } from '../query-page';

/** An address where there is nothing, or nothing any more. */
export function NotFoundPage() {
  return <TroublePage trouble="notFound" retry={() => window.location.reload()} />;
}
