import { Alert, Button, ButtonRow, Select, useMessages } from '@enig/ui';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { AssignPointDocument, MergePointsDocument, MovePointDocument } from '../generated/graphql';
import { GENERAL, type Point, type TreatedRound } from './points-filter';

interface ArrangeProps {
  readonly round: TreatedRound;
  readonly points: readonly Point[];
  /** What was done, in a sentence. */
  readonly done: (sentence: string) => void;
}

/** Hangs points on another section, hands them on, and makes several into one. */
export function Arranging({ round, points, done }: ArrangeProps) {
  const m = useMessages();
  const ids = points.map(({ id }) => id);
  const [, move] = useMutation(MovePointDocument);
  const [, assign] = useMutation(AssignPointDocument);
  const [, merge] = useMutation(MergePointsDocument);
  return (
    <>
      <ChooseAndDo
        label={m('treat.move')}
        verb={m('treat.moveVerb')}
        options={[
          { value: GENERAL, label: m('treat.generalPlace') },
          ...round.pointPlaces.map(({ section, number, title }) => ({
            value: section,
            label: number === null ? title : `${number} ${title}`,
          })),
        ]}
        act={async (section) => {
          const result = await move({ input: { points: ids, section: section === GENERAL ? null : section } });
          return { result, payload: result.data?.movePoint };
        }}
        done={() => done(m('treat.moved', { count: ids.length }))}
      />
      {round.pointParties.length > 0 && (
        <ChooseAndDo
          label={m('treat.assign')}
          verb={m('treat.assignVerb')}
          options={[
            { value: NOBODY, label: m('treat.assignNobody') },
            ...round.pointParties.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          act={async (party) => {
            const result = await assign({ input: { points: ids, party: party === NOBODY ? null : party } });
            return { result, payload: result.data?.assignPoint };
          }}
          done={() => done(m('treat.assigned', { count: ids.length }))}
        />
      )}
      {ids.length > 1 && (
        <Do
          verb={m('treat.mergeVerb', { count: ids.length })}
          act={async () => {
            const result = await merge({ input: { points: ids } });
            return { result, payload: result.data?.mergePoints };
          }}
          done={() => done(m('treat.merged', { count: ids.length }))}
        />
      )}
    </>
  );
}

const NOBODY = 'nobody';

type Sent = ReturnType<Parameters<typeof useCommand>[0]>;

function ChooseAndDo(props: {
  readonly label: string;
  readonly verb: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly act: (value: string) => Sent;
  readonly done: () => void;
}) {
  const m = useMessages();
  const [value, setValue] = useState('');
  const [missing, setMissing] = useState(false);
  const { busy, refused, run } = useCommand(() => props.act(value));
  const send = async () => {
    setMissing(value === '');
    if (value !== '' && (await run())) props.done();
  };
  return (
    <div className="e-choose-and-do">
      <Select
        label={props.label}
        options={props.options}
        value={value}
        onChange={setValue}
        error={refused ?? (missing ? m('treat.chooseFirst') : undefined)}
      />
      <Button busy={busy} onClick={() => void send()}>
        {props.verb}
      </Button>
    </div>
  );
}

/** One press, and why it was not done. */
export function Do(props: { readonly verb: string; readonly act: () => Sent; readonly done: () => void }) {
  const { busy, refused, run } = useCommand(props.act);
  return (
    <>
      {refused && (
        <Alert tone="error" live>
          <p>{refused}</p>
        </Alert>
      )}
      <ButtonRow>
        <Button busy={busy} onClick={() => void run().then((done) => done && props.done())}>
          {props.verb}
        </Button>
      </ButtonRow>
    </>
  );
}
