import { UiProvider, type LinkProps } from '@enig/ui';
import { lazy, Suspense } from 'react';
import { createBrowserRouter, Link, Navigate, Route, RouterProvider, Routes, useLocation } from 'react-router';
import { LeaveGuard } from './leave-guard';
import { AgreementPage } from './pages/agreement';
import { AgreementsPage } from './pages/agreements';
import { BoardPage } from './pages/board';
import { ChangedSincePage } from './pages/changed-since';
import { ChainPage } from './pages/chain';
import { CasesPage } from './pages/cases';
import { HearingPage } from './pages/hearing';
import { HistoryPage } from './pages/history';
import { NewAgreementPage } from './pages/new-agreement';
import { NotFoundPage } from './pages/not-found';
import { OnePagePage } from './pages/one-page';
import { PartsApartPage } from './pages/parts-apart';
import { OpenRoundPage } from './pages/open-round';
import { PeoplePage } from './pages/people';
import { ReaffirmPage } from './pages/reaffirm';
import { RecordDecisionPage } from './pages/record-decision';
import { RoundOverviewPage } from './pages/round-overview';
import { ScreeningPage } from './pages/screening';
import { SetupPage } from './pages/setup';
import { SignInPage } from './pages/sign-in';
import { SupplementPage } from './pages/supplement';
import { TasksPage } from './pages/tasks';
import { TextBeforePage } from './pages/text-before';
import { VersionPage } from './pages/version';
import { WayPage } from './pages/way';
import { WhoWrotePage } from './pages/who-wrote';
import { YearPage } from './pages/year';
import { TroublePage, WaitingPage } from './query-page';
import { SessionProvider, useSession } from './session';
import { Shell } from './shell';
import { MemoPage } from './treatment/memo-page';
import { TreatmentPage } from './treatment/treatment-page';
import { UsedPage } from './treatment/used-page';

// The editor weighs more than all the rest: it is fetched where something is written.
const SectionPage = lazy(async () => ({ default: (await import('./pages/section')).SectionPage }));
const CasePage = lazy(async () => ({ default: (await import('./pages/case')).CasePage }));
const ResponsePage = lazy(async () => ({ default: (await import('./pages/response')).ResponsePage }));

function RouterLink({ href, ...rest }: LinkProps) {
  return <Link to={href} {...rest} />;
}

// A data router, since only that can hold somebody back who would lose words by leaving.
const router = createBrowserRouter([
  {
    path: '*',
    element: (
      <SessionProvider>
        <Speaking />
      </SessionProvider>
    ),
    errorElement: <Broken />,
  },
]);

export function App() {
  return <RouterProvider router={router} />;
}

/** Stands in the place of everything when a page could not be drawn: a mistake of ours, said as one. */
function Broken() {
  return (
    <UiProvider locale="da" link={RouterLink}>
      <TroublePage trouble="failed" retry={() => window.location.reload()} />
    </UiProvider>
  );
}

function Speaking() {
  const { viewer } = useSession();
  return (
    <UiProvider locale={viewer?.locale === 'en' ? 'en' : 'da'} link={RouterLink}>
      <LeaveGuard>
        <Shell>
          <Suspense fallback={<WaitingPage />}>
            <Pages />
          </Suspense>
        </Shell>
      </LeaveGuard>
    </UiProvider>
  );
}

function Pages() {
  const { viewer, error } = useSession();
  const { pathname, search } = useLocation();
  if (viewer === undefined) return <WaitingPage error={error} />;
  if (viewer === null && pathname !== '/log-ind') {
    return <Navigate to={`/log-ind?til=${encodeURIComponent(pathname + search)}`} replace />;
  }
  return (
    <Routes>
      <Route path="/log-ind" element={<SignInPage />} />
      <Route path="/" element={<TasksPage />} />
      <Route path="/aftaler" element={<AgreementsPage />} />
      <Route path="/aftaler/ny" element={<NewAgreementPage />} />
      <Route path="/aftaler/ny-i-dele" element={<PartsApartPage />} />
      <Route path="/aftaler/:id" element={<AgreementPage />} />
      <Route path="/aftaler/:id/opsaetning" element={<SetupPage />} />
      <Route path="/aftaler/:id/afsnit/:sectionId" element={<SectionPage />} />
      <Route path="/aftaler/:id/ny-hoering" element={<OpenRoundPage />} />
      <Route path="/aftaler/:id/hoering/:roundId" element={<HearingPage />} />
      <Route path="/aftaler/:id/hoering/:roundId/overblik" element={<RoundOverviewPage />} />
      <Route path="/aftaler/:id/hoering/:roundId/offentliggoer" element={<ScreeningPage />} />
      <Route path="/aftaler/:id/hoering/:roundId/svar/:responseId/:part?" element={<ResponsePage />} />
      <Route path="/aftaler/:id/behandling/:roundId" element={<TreatmentPage />} />
      <Route path="/aftaler/:id/hoeringsnotat/:roundId" element={<MemoPage />} />
      <Route path="/aftaler/:id/hoering/:roundId/brugt/:responseId" element={<UsedPage />} />
      <Route path="/aftaler/:id/godkendelse" element={<BoardPage />} />
      <Route path="/aftaler/:id/godkendelse/:who" element={<RecordDecisionPage />} />
      <Route path="/aftaler/:id/godkendelse/:who/igen" element={<ReaffirmPage />} />
      <Route path="/aftaler/:id/aendret/:party" element={<ChangedSincePage />} />
      <Route path="/aftaler/:id/sag/:party" element={<CasePage />} />
      <Route path="/aftaler/:id/sager" element={<CasesPage />} />
      <Route path="/aftaler/:id/forloeb" element={<ChainPage />} />
      <Route path="/aftaler/:id/kort" element={<OnePagePage />} />
      <Route path="/aftaler/:id/ny-allonge" element={<SupplementPage />} />
      <Route path="/aftaler/:id/historik" element={<HistoryPage />} />
      <Route path="/tekster/:textId/foer/:milestoneId" element={<TextBeforePage />} />
      <Route path="/tekster/:textId/hvem" element={<WhoWrotePage />} />
      <Route path="/versioner/:hash" element={<VersionPage />} />
      <Route path="/aarshjul" element={<YearPage />} />
      <Route path="/parter/:party/vej" element={<WayPage />} />
      <Route path="/personer" element={<PeoplePage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
