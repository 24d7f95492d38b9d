import { BackLink, LinkButton, Page, PageHeader, useDocumentTitle, useMessages } from '@enig/ui';
import { useParams } from 'react-router';
import { AgreementDocument } from '../generated/graphql';
import { QueryPage, TroublePage } from '../query-page';
import type { Agreement } from './agreement';
import { SetupAnnexes } from './setup-annexes';
import { SetupBasics } from './setup-basics';
import { SetupParties } from './setup-parties';
import { SetupPart } from './setup-part';

/** Where the secretariat decides what an agreement consists of, who writes it and who is bound by it. */
export function SetupPage() {
  const { id = '' } = useParams();
  return (
    <QueryPage query={AgreementDocument} variables={{ id }} pick={(data) => data.agreement}>
      {(agreement, refetch) =>
        agreement.may.edit ? (
          <Setup agreement={agreement} refetch={refetch} />
        ) : (
          <TroublePage trouble="forbidden" retry={refetch} />
        )
      }
    </QueryPage>
  );
}

export interface SetupProps {
  readonly agreement: Agreement;
  readonly refetch: () => void;
}

function Setup({ agreement, refetch }: SetupProps) {
  const m = useMessages();
  useDocumentTitle(`${m('page.setUp.title')}: ${agreement.title}`);
  return (
    <Page
      wide
      header={
        <PageHeader
          title={m('page.setUp.title')}
          way={<BackLink href={`/aftaler/${agreement.id}`} where={agreement.title} />}
          state={m('page.setUp.state')}
          action={
            <LinkButton look="primary" href={`/aftaler/${agreement.id}`}>
              {m('page.setUp.done')}
            </LinkButton>
          }
        />
      }
    >
      <SetupBasics agreement={agreement} refetch={refetch} />
      {agreement.parts.map((part) => (
        <SetupPart key={part.id} part={part} agreement={agreement} refetch={refetch} />
      ))}
      {agreement.act === 'extension' ? (
        <p>{m('page.supplement.sameText')}</p>
      ) : (
        <SetupAnnexes agreement={agreement} refetch={refetch} />
      )}
      <SetupParties agreement={agreement} refetch={refetch} />
    </Page>
  );
}
