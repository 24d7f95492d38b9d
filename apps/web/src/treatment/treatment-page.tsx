import {
  Alert,
  BackLink,
  Button,
  LinkButton,
  Page,
  PageHeader,
  PrintFooter,
  Progress,
  useDocumentTitle,
  useMessages,
} from '@enig/ui';
import { useRef } from 'react';
import { useParams } from 'react-router';
import { useFormats } from '../formats';
import { AgreementChangedDocument, TreatmentDocument } from '../generated/graphql';
import { useLive } from '../live';
import { nameOf } from '../pages/hearing-head';
import { QueryPage } from '../query-page';
import { ChangeList } from './change-list';
import { CloseRound } from './close-round';
import { FoundPoints, NothingFound } from './found-points';
import { useActs, usePointWork } from './point-work';
import { waitedFor, type PointsFilter, type TreatedRound } from './points-filter';
import { PointsFilters } from './points-filters';
import { PointsList } from './points-list';
import { usePointsView } from './points-view';
import { PrintedPoints } from './printed-points';
import { SelectedPoints } from './selected-points';
import { useShortcutsSetting } from './shortcuts';
import { ShortcutsHelp } from './shortcuts-help';

/** Every point of every answer, each owed an outcome, an answer and a reason. */
export function TreatmentPage() {
  const { roundId = '' } = useParams();
  return (
    <QueryPage query={TreatmentDocument} variables={{ id: roundId }} pick={(data) => data.round}>
      {(round, refetch) => <TreatmentView key={round.id} round={round} refetch={refetch} />}
    </QueryPage>
  );
}

interface TreatmentProps {
  readonly round: TreatedRound;
  readonly refetch: () => void;
}

function TreatmentView({ round, refetch }: TreatmentProps) {
  const m = useMessages();
  useLive(AgreementChangedDocument, { id: round.agreement.id }, refetch);
  useDocumentTitle(`${m('page.treatment.title')}: ${nameOf(round)}`);
  const done = round.points.filter(({ treatment }) => treatment !== null).length;
  return (
    <Page header={<TreatmentHeader round={round} refetch={refetch} />}>
      {round.state === 'closed' && (
        <Alert tone="done">
          <p>{m('page.treatment.closed')}</p>
        </Alert>
      )}
      <Progress label={m('page.treatment.progress')} done={done} total={round.points.length} />
      <PointsWork round={round} refetch={refetch} />
      <PrintFooter>
        {nameOf(round)} · {m('page.treatment.title')} · {window.location.href}
      </PrintFooter>
    </Page>
  );
}

/** What is looked for, the points that are found, and what is done with several of them. */
function PointsWork({ round, refetch }: TreatmentProps) {
  const m = useMessages();
  const view = usePointsView(round.points);
  const work = usePointWork(round);
  const list = useRef<HTMLElement>(null);
  const chosen = useRef<HTMLDivElement>(null);
  const acts = useActs({ view, work, refetch, list });
  const [letters, setLetters] = useShortcutsSetting();
  const { count, filter, setFilter, points } = view;
  const look = (next: PointsFilter) => {
    work.hush();
    setFilter(next);
  };
  const goToChosen = () => {
    chosen.current?.focus();
    return chosen.current !== null;
  };
  return (
    <>
      <PointsFilters round={round} filter={filter} onChange={look} />
      <FoundPoints round={round} count={count} />
      {work.said && <p className="e-note">{work.said}</p>}
      <section tabIndex={-1} ref={list} className="e-points-shown" aria-label={m('treat.shown', { count })}>
        <NothingFound {...{ round, count, filter }} setFilter={look} />
        <PointsList {...{ round, view, acts, letters, list, goToChosen }} selected={work.selected} />
      </section>
      <SelectedPoints
        round={round}
        points={round.points.filter(({ id }) => work.selected.has(id))}
        clear={work.clear}
        arranged={acts.arranged}
        refetch={refetch}
        ref={chosen}
      />
      <PrintedPoints round={round} points={points} filter={filter} />
      <ChangeList round={round} undone={() => acts.undone(m('treat.undone'))} />
      <ShortcutsHelp on={letters} set={setLetters} />
    </>
  );
}

function TreatmentHeader({ round, refetch }: TreatmentProps) {
  const m = useMessages();
  const { agreement } = round;
  return (
    <PageHeader
      title={m('page.treatment.title')}
      way={
        <BackLink
          href={`/aftaler/${agreement.id}/hoering/${round.id}`}
          where={m('page.hearing.titleOf', { agreement: nameOf(round) })}
        />
      }
      state={useStateLine(round)}
      action={
        round.may.close &&
        round.openPointCount === 0 && (
          <CloseRound
            round={round.id}
            points={round.points.length}
            answers={round.responses.filter(({ state }) => state === 'submitted').length}
            refetch={refetch}
          />
        )
      }
      aside={
        <>
          <LinkButton look="quiet" href={`/aftaler/${agreement.id}/hoeringsnotat/${round.id}`}>
            {m('treat.memo')}
          </LinkButton>{' '}
          <Button look="quiet" onClick={() => window.print()}>
            {m('button.print')}
          </Button>
        </>
      }
    />
  );
}

/** How many of those who are waited for are named; the filter names them all. */
const NAMED = 3;

/** "41 af 204 punkter mangler svar. Der ventes på sekretariatet (20), Roskilde (12), Næstved (9) og 15 andre." */
function useStateLine({ points, ownerName }: TreatedRound): string {
  const m = useMessages();
  const formats = useFormats();
  const open = points.filter(({ treatment }) => treatment === null).length;
  const state = m('page.treatment.state', { open, all: points.length });
  const waited = waitedFor(points).map(({ name, count }) => m('treat.waitsFor', { who: name ?? ownerName, count }));
  if (waited.length === 0) return state;
  const others = waited.length - NAMED;
  // One more is named as shortly as it is counted.
  const named = others > 1 ? [...waited.slice(0, NAMED), m('treat.waitsForOthers', { count: others })] : waited;
  return `${state}. ${m('treat.waiting', { who: formats.list(named) })}`;
}
