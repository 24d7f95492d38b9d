import { Alert, Details, StateMark, useMessages } from '@enig/ui';
import { memo } from 'react';
import { AnswerForm } from './answer-form';
import { Arranging } from './arranging';
import { OUTCOME_MARK, PointAnswers } from './point-answer';
import type { Point, TreatedRound } from './points-filter';
import { SplitForm } from './split-form';

/** The id of a point's name in the list: where the keyboard goes. */
export function nameId(point: string): string {
  return `punkt-${point}`;
}

/** What is done with a point in the list. */
export interface PointActs {
  readonly open: (point: string | null) => void;
  /** Closes the open point; one stands at its name. */
  readonly leave: (point: string) => void;
  readonly select: (point: string) => void;
  readonly answered: (point: string, next: boolean) => void;
  /** Something was done to points; which, and what, in a sentence. */
  readonly arranged: (points: readonly string[], sentence: string) => void;
  readonly refetch: () => void;
}

interface RowProps {
  readonly round: TreatedRound;
  readonly point: Point;
  readonly isOpen: boolean;
  /** Somebody else has split it or made it part of another while it stood open. */
  readonly isGone: boolean;
  readonly isSelected: boolean;
  readonly maySelect: boolean;
  readonly acts: PointActs;
}

/** A point in the list: whose it is, how it begins and how it stands; open, all of it with the form to answer it. */
export const PointRow = memo(function PointRow(props: RowProps) {
  const { point, isOpen, isSelected, maySelect, acts } = props;
  const m = useMessages();
  const name = m('page.treatment.point', { number: point.label, council: point.council.name });
  return (
    <article className={isOpen ? 'e-point e-point-open' : 'e-point'} aria-label={name}>
      <div className="e-point-head">
        {maySelect && (
          <input
            type="checkbox"
            aria-label={m('treat.select', { point: name })}
            checked={isSelected}
            onChange={() => acts.select(point.id)}
          />
        )}
        <h2>
          <button
            type="button"
            id={nameId(point.id)}
            data-point-name
            className="e-point-name"
            aria-expanded={isOpen}
            onClick={() => acts.open(isOpen ? null : point.id)}
          >
            {name}
          </button>
        </h2>
        <PointState point={point} />
        {!isOpen && <p className="e-point-words">{point.excerpt}</p>}
      </div>
      {isOpen && <OpenPoint {...props} />}
    </article>
  );
});

/** How a point stands, and what is to be known of it: where it belongs, whether it came late, who has it. */
export function PointState({ point }: { readonly point: Point }) {
  const m = useMessages();
  const place = point.sectionTitle ?? m(`place.${point.place}`);
  const marks = [
    place,
    ...(point.place === 'minority' && point.sectionTitle ? [m('place.minority')] : []),
    ...(point.submission.late ? [m('page.treatment.late')] : []),
    ...(point.party ? [m('treat.handedTo', { party: point.party.name })] : []),
  ];
  return (
    <p className="e-point-state">
      {point.treatment ? (
        <StateMark state={OUTCOME_MARK[point.treatment.outcome]}>{m(`treatment.${point.treatment.outcome}`)}</StateMark>
      ) : (
        <StateMark state="missing">{m('memo.withoutAnswer')}</StateMark>
      )}{' '}
      <span className="e-note">{marks.join(' · ')}</span>
    </p>
  );
}

function OpenPoint({ round, point, isGone, acts }: RowProps) {
  const m = useMessages();
  const arranged = (sentence: string) => acts.arranged([point.id], sentence);
  return (
    <div className="e-point-body">
      <SaidHow point={point} files={filesOf(round, point)} />
      <blockquote>{point.excerpt}</blockquote>
      {isGone && (
        <Alert tone="warning" live>
          <p>{m('treat.gone')}</p>
        </Alert>
      )}
      <PointAnswers round={round.id} point={point} undone={() => arranged(m('treat.answerUndone'))} />
      {point.mayTreat ? (
        <AnswerForm
          round={round}
          points={[point]}
          answered={(next) => acts.answered(point.id, next)}
          leave={() => acts.leave(point.id)}
          refetch={acts.refetch}
        />
      ) : (
        !point.treatment && <p>{m(point.mayArrange ? 'treat.notYet' : 'page.treatment.others')}</p>
      )}
      {point.mayArrange && (
        <Details summary={m('treat.arrange')}>
          {point.treatment === null && <SplitForm point={point} done={() => arranged(m('treat.split.done'))} />}
          <Arranging round={round} points={[point]} done={arranged} />
        </Details>
      )}
    </div>
  );
}

type AnswerFiles = NonNullable<TreatedRound['responses'][number]['submission']>['files'];

function filesOf(round: TreatedRound, point: Point): AnswerFiles {
  if (point.kind !== 'file') return [];
  const sent = round.responses.find(({ submission }) => submission?.id === point.submission.id)?.submission;
  return sent?.files.filter(({ name }) => point.about?.startsWith(name)) ?? [];
}

/** The heading it stands under, what a comment is about, who said a statement, which file it stands in: with that at hand. */
export function SaidHow({ point, files }: { readonly point: Point; readonly files: AnswerFiles }) {
  const m = useMessages();
  if (point.about === null) return null;
  return (
    <p className="e-note">
      {m(`memo.about.${point.kind}`, { about: point.about })}
      {files.map(({ id, url, name }) => (
        <span key={id}>
          {' · '}
          <a href={url} target="_blank" rel="noopener">
            {m('treat.openFile', { name })}
          </a>
        </span>
      ))}
    </p>
  );
}
