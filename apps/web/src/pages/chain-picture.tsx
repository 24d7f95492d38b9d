import { binds } from '@enig/approval';
import { ScrollRegion, Table, useMessages, type Column } from '@enig/ui';
import { useFormats } from '../formats';
import type { ChainFieldsFragment } from '../generated/graphql';
import { capitalised } from '../words';
import { BOX, chainPlaces, type ChainPlaces } from './chain-places';

type Chain = ChainFieldsFragment;
type Step = Chain['steps'][number];

/** From a unit to rem where there is room: its words are then as large as those around it. */
const LARGEST = 0.12;
/** Narrower than this, in rem, nobody could read a column. */
const NARROWEST = 19;
/** A line of a box holds so many characters. */
const LINE = 19;

/** The steps as boxes from left to right, going on below where they are many, and the sentence they come to. Who cannot see it has the table below. */
export function ChainPicture({ chain }: { readonly chain: Chain }) {
  const m = useMessages();
  const { steps } = chain;
  const places = chainPlaces(steps);
  const [width, height] = [places.width + 4, places.height + 4];
  return (
    <figure className="e-chain-figure">
      <ScrollRegion kind="picture" label={m('page.chain.picture')}>
        <svg
          className="e-chain"
          viewBox={`-2 -2 ${width} ${height}`}
          style={{ minWidth: `${places.beside * NARROWEST}rem`, maxWidth: `${width * LARGEST}rem` }}
          aria-hidden="true"
          focusable="false"
        >
          {steps.flatMap((step) =>
            step.after.map((key) => {
              const from = steps.find((each) => each.key === key);
              return from && <Line key={`${key} ${step.key}`} places={places} from={from} to={step} />;
            }),
          )}
          {steps.map((step, index) => (
            <Box key={step.key} places={places} step={step} number={index + 1} />
          ))}
        </svg>
      </ScrollRegion>
      <figcaption>{chain.sentence}</figcaption>
    </figure>
  );
}

function Line(props: { readonly places: ChainPlaces; readonly from: Step; readonly to: Step }) {
  const points = props.places.lineBetween(props.from, props.to);
  const { x, y } = points.at(-1) ?? { x: 0, y: 0 };
  // The head stands where the line ends.
  const drawn = [...points.slice(0, -1), { x: x - 8, y }];
  return (
    <>
      <polyline className="e-chain-line" points={drawn.map((point) => `${point.x},${point.y}`).join(' ')} />
      <path className="e-chain-head" d={`M ${x - 9} ${y - 5} L ${x} ${y} L ${x - 9} ${y + 5} Z`} />
    </>
  );
}

/** What can be passed over has a broken edge; what binds the parties a thick one. The table says both in words. */
function Box({ places, step, number }: { readonly places: ChainPlaces; readonly step: Step; readonly number: number }) {
  const { x, y } = places.cornerOf(step);
  const kind = binds(step) ? 'e-chain-decides' : step.mandatory ? 'e-chain-box' : 'e-chain-optional';
  const lines = linesOf(`${number}. ${step.name}`);
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect className={kind} width={BOX.width} height={BOX.height} rx="4" />
      {lines.map((line, index) => (
        <text
          key={line}
          className="e-chain-name"
          x={BOX.width / 2}
          y={BOX.height / 2 + 5 + (index - (lines.length - 1) / 2) * 18}
        >
          {line}
        </text>
      ))}
    </g>
  );
}

/** Words in lines that fit a box; a word that is longer stands alone. */
export function linesOf(name: string): readonly string[] {
  return name.split(' ').reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    return last !== undefined && joined.length > LINE ? [...lines, word] : [...lines.slice(0, -1), joined];
  }, []);
}

/** Every step in words; the number is the one in its box. */
export function ChainTable({ chain }: { readonly chain: Chain }) {
  const m = useMessages();
  const { date } = useFormats();
  const rows = chain.steps.map((step, index) => ({ ...step, number: index + 1 }));
  const nameOf = (key: string) => chain.steps.find((step) => step.key === key)?.name ?? key;
  const columns: Column<(typeof rows)[number]>[] = [
    { key: 'step', header: m('page.chain.step'), rowHeader: true, cell: ({ number, name }) => `${number}. ${name}` },
    {
      key: 'who',
      header: m('page.chain.who'),
      cell: ({ who, perParty }) => (
        <>
          {capitalised(who)},<span className="e-note"> {m(perParty ? 'page.chain.eachParty' : 'page.chain.once')}</span>
        </>
      ),
    },
    {
      key: 'role',
      header: m('page.chain.role'),
      cell: ({ role, mandatory, isTold }) => (
        <>
          {m(`stepRole.${role}`)},
          <span className="e-note">
            {' '}
            {m(isTold ? 'page.chain.told' : mandatory ? 'page.chain.mandatory' : 'page.chain.optional')}
          </span>
        </>
      ),
    },
    {
      key: 'after',
      header: m('page.chain.after'),
      cell: ({ after }) => (after.length === 0 ? m('page.chain.first') : after.map(nameOf).join(', ')),
    },
    ...(rows.some(({ dueOn }) => dueOn !== null)
      ? [{ key: 'due', header: m('page.chain.due'), cell: ({ dueOn }: Step) => (dueOn === null ? '–' : date(dueOn)) }]
      : []),
    { key: 'ground', header: m('page.chain.ground'), cell: ({ ground }) => ground },
  ];
  return (
    <Table caption={m('page.chain.table')} narrow="cards" rows={rows} rowKey={({ key }) => key} columns={columns} />
  );
}
