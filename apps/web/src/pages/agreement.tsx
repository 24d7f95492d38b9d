import {
  Alert,
  Breadcrumb,
  Link,
  LinkButton,
  Page,
  PageHeader,
  StepGuide,
  useDocumentTitle,
  useMessages,
} from '@enig/ui';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { useFormats } from '../formats';
import { AgreementChangedDocument, AgreementDocument, type AgreementFieldsFragment } from '../generated/graphql';
import { useLive } from '../live';
import { QueryPage } from '../query-page';
import { today } from '../today';
import { AbandonDialog, FreezeForDecisionDialog, ReopenDialog } from './agreement-acts';
import { AgreementBeside } from './agreement-beside';
import { AnnexList } from './annexes';
import { standingWords, writingWords } from './agreement-period';
import { stepsOf } from './agreement-steps';
import { ConsistencyFindings } from './consistency-findings';
import { PartTable } from './part-table';
import { Reopened } from './reopened';
import { RoundList } from './round-list';

export type Agreement = AgreementFieldsFragment;

/** An agreement: what it consists of, who writes what, and where it stands on its way. */
export function AgreementPage() {
  const { id = '' } = useParams();
  return (
    <QueryPage query={AgreementDocument} variables={{ id }} pick={(data) => data.agreement}>
      {(agreement, refetch) => <AgreementView agreement={agreement} refetch={refetch} />}
    </QueryPage>
  );
}

function AgreementView({ agreement, refetch }: { readonly agreement: Agreement; readonly refetch: () => void }) {
  const m = useMessages();
  const formats = useFormats();
  useLive(AgreementChangedDocument, { id: agreement.id }, refetch);
  useDocumentTitle(agreement.title);
  return (
    <Page
      wide
      header={
        <PageHeader
          title={agreement.title}
          way={<Breadcrumb path={[{ href: '/aftaler', name: m('nav.agreements') }]} />}
          state={<StateLine agreement={agreement} />}
          action={<MainAct agreement={agreement} refetch={refetch} />}
        />
      }
    >
      {agreement.label && (
        <Alert tone="info">
          <p>{agreement.label}</p>
        </Alert>
      )}
      {agreement.reopening && (
        <Alert tone="info" heading={agreement.board?.sentence}>
          <Reopened reopening={agreement.reopening} />
        </Alert>
      )}
      <StepGuide steps={stepsOf(agreement, m, formats)} />
      {agreement.parts.map((part) => (
        <PartTable key={part.id} part={part} agreement={agreement} />
      ))}
      <AnnexList annexes={agreement.annexes} />
      <AgreementBeside id={agreement.id} refetch={refetch} />
      <RoundList agreement={agreement} />
      {agreement.isWritingOpen && agreement.may.readDraft && (
        <div className="e-no-print">
          <ConsistencyFindings agreement={agreement.id} waits />
        </div>
      )}
      <Further agreement={agreement} refetch={refetch} />
    </Page>
  );
}

/** "Region Sjælland · udkast · 3 af 5 fokusområder klar · frist 15. oktober 2026 (om 12 dage)" */
function StateLine({ agreement }: { readonly agreement: Agreement }) {
  const m = useMessages();
  const formats = useFormats();
  const focusAreas = agreement.parts.flatMap(({ sections }) => sections).filter(({ kind }) => kind === 'focusArea');
  const ready = focusAreas.filter(({ readiness }) => readiness === 'ready').length;
  const { deadline } = agreement;
  const words = [
    agreement.region.name,
    ...standingWords(agreement, today(), m, formats),
    agreement.isWritingOpen &&
      agreement.may.readDraft &&
      m('page.agreement.ready', { ready, count: focusAreas.length }),
    writingWords(agreement, today(), m, formats),
    agreement.standing === 'deciding' && agreement.board?.sentence,
    !agreement.concludedOn &&
      m('page.agreement.deadline', { date: formats.date(deadline), left: formats.daysLeft(deadline, today()) }),
  ];
  return <>{words.filter(Boolean).join(' · ')}</>;
}

/** The one main thing to do here now, for those who may do it. */
function MainAct({ agreement, refetch }: { readonly agreement: Agreement; readonly refetch: () => void }): ReactNode {
  const m = useMessages();
  const { may, board, rounds } = agreement;
  const answering = rounds.find(({ myResponse, state }) => myResponse && state === 'collecting');
  if (answering) {
    return (
      <LinkButton look="primary" href={`/aftaler/${agreement.id}/hoering/${answering.id}`}>
        {m('page.agreement.answerHearing')}
      </LinkButton>
    );
  }
  if (may.freezeForHearing && agreement.state === 'drafting') {
    return (
      <LinkButton look="primary" href={`/aftaler/${agreement.id}/ny-hoering`}>
        {m('page.openRound.title')}
      </LinkButton>
    );
  }
  // Without answers there are no points to go to.
  const unclosed = rounds.filter(({ state }) => state !== 'closed');
  const answered = unclosed.find(({ answeredCount }) => answeredCount > 0);
  const round = answered ?? unclosed[0];
  if (round && may.treat) {
    return (
      <LinkButton look="primary" href={`/aftaler/${agreement.id}/${answered ? 'behandling' : 'hoering'}/${round.id}`}>
        {m(answered ? 'page.agreement.treat' : 'page.agreement.seeHearing')}
      </LinkButton>
    );
  }
  if (may.freezeForDecision) return <FreezeForDecisionDialog agreement={agreement} refetch={refetch} />;
  if (board) {
    return (
      <LinkButton look="primary" href={`/aftaler/${agreement.id}/godkendelse`}>
        {m('page.agreement.board')}
      </LinkButton>
    );
  }
  return null;
}

/** Where else one may want to go, and the acts one seldom needs. */
function Further({ agreement, refetch }: { readonly agreement: Agreement; readonly refetch: () => void }) {
  const m = useMessages();
  const [open, setOpen] = useState<'reopen' | 'abandon' | null>(null);
  const { may } = agreement;
  return (
    <section aria-labelledby="further" className="e-no-print">
      <h2 id="further">{m('page.agreement.further')}</h2>
      <ul>
        <li>
          <Link href={`/aftaler/${agreement.id}/historik`}>{m('page.agreement.history')}</Link>
        </li>
        <li>
          <Link href={`/aftaler/${agreement.id}/forloeb`}>{m('page.chain.title')}</Link>
        </li>
        {agreement.copiedFrom && (
          <li>
            <Link href={`/aftaler/${agreement.copiedFrom.id}`}>
              {m('page.agreement.copiedFrom', { title: agreement.copiedFrom.title })}
            </Link>
          </li>
        )}
        {agreement.board && (
          <li>
            <Link href={`/aftaler/${agreement.id}/godkendelse`}>{m('page.agreement.board')}</Link>
          </li>
        )}
        {agreement.board && (
          <li>
            <Link href={`/aftaler/${agreement.id}/kort`}>{m('page.onePage.title')}</Link>
          </li>
        )}
        {agreement.board && (
          <li>
            <Link href={`/aftaler/${agreement.id}/sager`}>{m('page.cases.title')}</Link>
          </li>
        )}
        {may.edit && (
          <li>
            <Link href={`/aftaler/${agreement.id}/opsaetning`}>{m('page.agreement.setUp')}</Link>
          </li>
        )}
      </ul>
      <div className="e-button-row">
        {agreement.mayHear.length > 0 && !(may.freezeForHearing && agreement.state === 'drafting') && (
          <LinkButton href={`/aftaler/${agreement.id}/ny-hoering`}>{m('page.openRound.title')}</LinkButton>
        )}
        {may.freezeForDecision && agreement.state === 'drafting' && (
          <FreezeForDecisionDialog agreement={agreement} refetch={refetch} look="secondary" />
        )}
        {may.reopenWriting && (
          <ReopenDialog
            agreement={agreement}
            refetch={refetch}
            open={open === 'reopen'}
            setOpen={(is) => setOpen(is ? 'reopen' : null)}
          />
        )}
        {may.abandon && (
          <AbandonDialog
            agreement={agreement}
            refetch={refetch}
            open={open === 'abandon'}
            setOpen={(is) => setOpen(is ? 'abandon' : null)}
          />
        )}
      </div>
    </section>
  );
}
