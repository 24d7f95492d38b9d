import { TREATMENT_OUTCOMES } from '@enig/hearing';
import { Details, RadioGroup, Select, TextField, useMessages } from '@enig/ui';
import { capitalised } from '../words';
import { useNarrowScreen } from './narrow-screen';
import { GENERAL, isNarrowed, SHOWN, waitedFor, type PointsFilter, type TreatedRound } from './points-filter';

interface FiltersProps {
  readonly round: TreatedRound;
  readonly filter: PointsFilter;
  readonly onChange: (filter: PointsFilter) => void;
}

/**
 * What is looked for among the points: what is left, mine or all at once; whose, about what, how answered, by whom and
 * by words folded away until it is wanted, so that the points themselves are in sight. On a narrow screen all of it is.
 */
export function PointsFilters(props: FiltersProps) {
  const { round, filter, onChange } = props;
  const m = useMessages();
  const isNarrow = useNarrowScreen();
  return (
    <div role="search" className="e-points-filters" aria-label={m('treat.filters')}>
      {!isNarrow && <Shown {...props} />}
      <Details
        summary={isNarrow ? `${m('page.treatment.show')}: ${m(`page.treatment.${filter.show}`)}` : m('treat.narrow')}
        open={isNarrowed(filter)}
      >
        {isNarrow && <Shown {...props} />}
        <div className="e-points-filter-row">
          <Choices round={round} filter={filter} onChange={onChange} />
          <TextField
            type="search"
            label={m('treat.search')}
            value={filter.search}
            onChange={(search) => onChange({ ...filter, search })}
          />
        </div>
      </Details>
    </div>
  );
}

function Shown({ round, filter, onChange }: FiltersProps) {
  const m = useMessages();
  const mine = round.points.some(({ mayTreat }) => mayTreat);
  const shown = SHOWN.filter((each) => each !== 'mine' || mine || filter.show === 'mine');
  return (
    <RadioGroup
      label={m('page.treatment.show')}
      inRow
      options={shown.map((value) => ({ value, label: m(`page.treatment.${value}`) }))}
      value={filter.show}
      onChange={(show) => onChange({ ...filter, show })}
    />
  );
}

/** What can be chosen, each of what there is to choose from. */
function Choices({ round, filter, onChange }: FiltersProps) {
  const m = useMessages();
  return (
    <>
      <Select
        label={m('treat.byCouncil')}
        none={m('treat.every')}
        options={councilsIn(round)}
        value={filter.council}
        onChange={(council) => onChange({ ...filter, council })}
      />
      <Select
        label={m('treat.bySection')}
        none={m('treat.every')}
        options={sectionsIn(round, m('treat.generalPlace'))}
        value={filter.section}
        onChange={(section) => onChange({ ...filter, section })}
      />
      <Select
        label={m('treat.byOutcome')}
        none={m('treat.every')}
        options={TREATMENT_OUTCOMES.map((value) => ({ value, label: capitalised(m(`treatment.${value}`)) }))}
        value={filter.outcome}
        onChange={(outcome) => onChange({ ...filter, outcome, show: outcome === '' ? filter.show : 'all' })}
      />
      <Select
        label={m('treat.byWaited')}
        none={m('treat.every')}
        options={waitedFor(round.points, filter.waits).map(({ id, name, count }) => ({
          value: id,
          label: m('treat.waitsFor', { who: name ?? round.ownerName, count }),
        }))}
        value={filter.waits}
        onChange={(waits) => onChange({ ...filter, waits })}
      />
    </>
  );
}

/** The councils whose points there are. */
export function councilsIn({ points }: TreatedRound) {
  const names = new Map(points.map(({ council }) => [council.id, council.name]));
  return [...names].map(([value, label]) => ({ value, label }));
}

/** The focus areas that points hang on, and in general. */
export function sectionsIn({ points, pointPlaces }: TreatedRound, general: string) {
  const hung = new Map(points.flatMap(({ section, sectionTitle }) => (section ? [[section, sectionTitle ?? '']] : [])));
  const order = pointPlaces.map(({ section }) => section);
  const known = order.filter((section) => hung.has(section));
  const others = [...hung.keys()].filter((section) => !order.includes(section));
  return [
    { value: GENERAL, label: general },
    ...[...known, ...others].map((section) => ({ value: section, label: hung.get(section) ?? '' })),
  ];
}
