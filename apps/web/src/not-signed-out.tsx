import { Button, EmptyState, Page, PageHeader, useDocumentTitle, useMessages } from '@enig/ui';
import { useNavigate } from 'react-router';
import { useSession } from './session';

/**
 * In the place of every page when the server has not heard that a person signs out: nothing of theirs is shown any more,
 * and they must know that the sign-in still holds.
 */
export function NotSignedOutPage() {
  const m = useMessages();
  const { signOut } = useSession();
  const navigate = useNavigate();
  const title = m('page.signOut.failed.title');
  useDocumentTitle(title);
  const again = async () => {
    if (await signOut()) await navigate('/log-ind');
  };
  return (
    <Page header={<PageHeader title={title} />}>
      <EmptyState
        action={
          <>
            <Button look="primary" onClick={() => void again()}>
              {m('page.signOut.failed.again')}
            </Button>
            <Button look="quiet" onClick={() => window.location.reload()}>
              {m('page.signOut.failed.stay')}
            </Button>
          </>
        }
      >
        {m('page.signOut.failed.text')}
      </EmptyState>
    </Page>
  );
}
