import {
  Alert,
  BackLink,
  Button,
  ConfirmDialog,
  EmptyState,
  Page,
  PageHeader,
  Progress,
  RadioGroup,
  useDocumentTitle,
  useMessages,
} from '@enig/ui';
import { useRef, useState } from 'react';
import { useParams } from 'react-router';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { CloseRoundDocument, TreatmentDocument, type TreatmentQuery } from '../generated/graphql';
import { QueryPage } from '../query-page';
import { PointForm } from './point-form';

export type TreatedRound = NonNullable<TreatmentQuery['round']>;
type Filter = 'open' | 'mine' | 'all';

/** Every point of every answer, each owed an outcome, an answer and a reason. */
export function TreatmentPage() {
  const { roundId = '' } = useParams();
  return (
    <QueryPage query={TreatmentDocument} variables={{ id: roundId }} pick={(data) => data.round}>
      {(round, refetch) => <TreatmentView round={round} refetch={refetch} />}
    </QueryPage>
  );
}

function TreatmentView({ round, refetch }: { readonly round: TreatedRound; readonly refetch: () => void }) {
  const m = useMessages();
  const [filter, setFilter] = useState<Filter>('open');
  const [begun, setBegun] = useState<readonly string[]>([]);
  const list = useRef<HTMLElement>(null);
  useDocumentTitle(`${m('page.treatment.title')}: ${round.agreement.title}`);
  const done = round.points.filter(({ treatment }) => treatment !== null).length;
  const shown = round.points.filter(
    ({ id, treatment, mayTreat }) =>
      filter === 'all' || begun.includes(id) || (filter === 'mine' ? mayTreat : treatment === null),
  );
  const answered = (point: string) => {
    setBegun((before) => before.filter((id) => id !== point));
    list.current?.focus();
    refetch();
  };
  return (
    <Page
      header={
        <PageHeader
          title={m('page.treatment.title')}
          way={<BackLink href={`/aftaler/${round.agreement.id}`} where={round.agreement.title} />}
          state={m('page.treatment.state', { open: round.points.length - done, all: round.points.length })}
          action={round.may.close && round.openPointCount === 0 && <CloseRound round={round} refetch={refetch} />}
        />
      }
    >
      {round.state === 'closed' && (
        <Alert tone="done">
          <p>{m('page.treatment.closed')}</p>
        </Alert>
      )}
      <Progress label={m('page.treatment.progress')} done={done} total={round.points.length} />
      <RadioGroup
        label={m('page.treatment.show')}
        options={[
          { value: 'open', label: m('page.treatment.open') },
          ...(round.points.some(({ mayTreat }) => mayTreat)
            ? [{ value: 'mine' as const, label: m('page.treatment.mine') }]
            : []),
          { value: 'all', label: m('page.treatment.all') },
        ]}
        value={filter}
        onChange={setFilter}
      />
      <section ref={list} tabIndex={-1} aria-label={m('page.treatment.points')}>
        {shown.length === 0 && (
          <EmptyState>
            {m(round.points.length === 0 ? 'page.treatment.noPoints' : 'page.treatment.noneLeft')}
          </EmptyState>
        )}
        <ol className="e-points">
          {shown.map((point) => (
            <li key={point.id}>
              <PointForm
                point={point}
                refetch={refetch}
                begun={() => setBegun((before) => [...before.filter((id) => id !== point.id), point.id])}
                answered={() => answered(point.id)}
              />
            </li>
          ))}
        </ol>
      </section>
    </Page>
  );
}

function CloseRound({ round, refetch }: { readonly round: TreatedRound; readonly refetch: () => void }) {
  const m = useMessages();
  const [isOpen, setOpen] = useState(false);
  const [, close] = useMutation(CloseRoundDocument);
  const { busy, refused, run } = useCommand(async () => {
    const result = await close({ input: { round: round.id } });
    return { result, payload: result.data?.closeRound };
  });
  const confirm = async () => {
    if (!(await run())) return;
    setOpen(false);
    refetch();
  };
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {m('page.treatment.close')}
      </Button>
      <ConfirmDialog
        open={isOpen}
        title={m('page.treatment.closeTitle')}
        verb={m('page.treatment.close')}
        consequences={[
          m('page.treatment.closeAnswered', { count: round.points.length }),
          m('page.treatment.closeFixed'),
        ]}
        undoable={false}
        busy={busy}
        refused={refused}
        onConfirm={() => void confirm()}
        onCancel={() => setOpen(false)}
      />
    </>
  );
}
