import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { BoardFieldsFragment } from '../generated/graphql';
import { Standstill } from './standstill';
import { StepOverrides } from './step-overrides';
import { showAt } from './test-round-page';

const body = (id: string, name: string) => ({ __typename: 'Body', id, name, kind: 'municipalCouncil' }) as const;
const GREVE = { __typename: 'Party', id: 'municipality:0253', name: 'Greve Kommune', kind: 'municipality' } as const;
const COUNCIL = body('municipal-council:0253', 'Greve Byråd');
const NEXT = body('municipal-council:0265', 'Roskilde Byråd');
const SENTENCE = 'Greve Kommune kan ikke beslutte: Greve Byråd findes ikke mere.';

/** A board on which Greve's council is gone. */
const board = {
  ...{ __typename: 'Board', agreement: 'a', state: 'running', blocks: [], overrides: [], mayOverride: true },
  shared: [
    {
      __typename: 'SharedStep',
      step: 'kkr',
      name: 'KKR',
      isTold: false,
      mayRecord: false,
      decision: null,
      body: body('kkr', 'KKR'),
    },
  ],
  vacancies: [
    { __typename: 'BoardVacancy', step: 'council', sentence: SENTENCE, party: GREVE, council: COUNCIL, takers: [NEXT] },
  ],
  rows: [
    {
      ...{ __typename: 'BoardRow', party: GREVE, cells: [] },
      recordPlaces: [
        {
          __typename: 'RecordPlace',
          step: 'committee',
          name: 'Fagudvalg',
          role: 'recommends',
          body: body('c', 'Udvalget'),
        },
        { __typename: 'RecordPlace', step: 'council', name: 'Byråd', role: 'decides', body: COUNCIL },
      ],
    },
  ],
} as unknown as BoardFieldsFragment;

function show(of: BoardFieldsFragment) {
  return showAt({
    ...{ path: '/', at: '/' },
    page: (
      <>
        <Standstill board={of} />
        <StepOverrides agreement="a" board={of} refetch={() => undefined} />
      </>
    ),
    answers: () => ({ overrideStep: { __typename: 'BoardPayload', refused: null, board: null } }),
  });
}

const press = (name: string) =>
  act(async () => {
    fireEvent.click(screen.getByRole('button', { name, hidden: true }));
    await Promise.resolve();
  });
const field = (label: string): HTMLSelectElement => screen.getByLabelText<HTMLSelectElement>(label);
const labelsOf = (select: HTMLElement) =>
  within(select)
    .getAllByRole('option', { hidden: true })
    .map(({ textContent }) => textContent);

describe('AP-21 a party whose council is gone', () => {
  it('is named on the board with the way on', () => {
    show(board);
    expect(screen.getByText(SENTENCE)).toBeTruthy();
  });

  it('AP-24 is followed by a council that is there: the step in which it decides is offered, and is not skipped', async () => {
    const { asked } = show(board);
    await press('Tag et trin anderledes');
    expect(labelsOf(field('Hvilket trin?'))).toEqual([
      'Greve Kommune: Greve Byråd findes ikke mere, så et andet råd beslutter',
      'KKR',
      'Greve Kommune: Fagudvalg',
    ]);
    expect(screen.queryByText('Hvordan?')).toBeNull();
    expect(labelsOf(field('Hvem tager det i stedet?'))).toEqual(expect.arrayContaining(['Roskilde Byråd']));
    expect(labelsOf(field('Hvem tager det i stedet?'))).not.toContain('KKR');
    fireEvent.change(screen.getByLabelText('Hvorfor?'), { target: { value: 'Sammenlagt' } });
    await press('Bed om det');
    expect(screen.getByText('Vælg, hvem der tager det.')).toBeTruthy();
    fireEvent.change(field('Hvem tager det i stedet?'), { target: { value: NEXT.id } });
    await press('Bed om det');
    await waitFor(() => expect(asked.map(({ name }) => name)).toContain('OverrideStep'));
    expect(asked.find(({ name }) => name === 'OverrideStep')?.input).toEqual({
      ...{
        agreement: 'a',
        party: GREVE.id,
        step: 'council',
        kind: 'replaceBody',
        taker: NEXT.id,
        reason: 'Sammenlagt',
      },
    });
  });

  it('AP-24 the step in which a council that is there decides is never offered', async () => {
    show({ ...board, vacancies: [] });
    await press('Tag et trin anderledes');
    expect(labelsOf(field('Hvilket trin?'))).toEqual(['KKR', 'Greve Kommune: Fagudvalg']);
    expect(screen.getByText('Hvordan?')).toBeTruthy();
  });
});

describe('AP-24 a step that all who are asked have taken', () => {
  const said = (outcome: string, other: object = {}) => ({ outcome, lapsed: false, ...other });
  const offered = async (shared: object | null, ...places: readonly (object | null)[]) => {
    const cells = [{ step: 'committee', places: places.map((decision) => ({ decision })) }];
    const rows = board.rows.map((row) => ({ ...row, cells }));
    const kkr = board.shared.map((one) => ({ ...one, decision: shared }));
    show({ ...board, vacancies: [], rows, shared: kkr } as unknown as BoardFieldsFragment);
    const button = screen.queryByRole('button', { name: 'Tag et trin anderledes' });
    if (!button) return [];
    await press('Tag et trin anderledes');
    return labelsOf(field('Hvilket trin?'));
  };

  it.each<[string, object | null, readonly (object | null)[], readonly string[]]>([
    ['nobody has', null, [null], ['KKR', 'Greve Kommune: Fagudvalg']],
    ['one has recommended', said('recommended'), [null], ['Greve Kommune: Fagudvalg']],
    ['one has advised against', said('notRecommended'), [null], ['Greve Kommune: Fagudvalg']],
    ['one has put it off', said('postponed'), [said('recommended')], ['KKR']],
    ['it was another text', said('recommended', { lapsed: true }), [said('noted')], ['KKR']],
    ['one of two has not', said('noted'), [said('noted'), null], ['Greve Kommune: Fagudvalg']],
    ['all have: nothing is offered', said('noted'), [said('noted')], []],
  ])('AP-24-STEP-TAKEN is left out: %s', async (_, shared, places, expected) => {
    expect(await offered(shared, ...places)).toEqual(expected);
  });

  it('AP-24-STEP-TAKEN of what was asked before it was taken: nobody is asked any more', () => {
    const one = { id: 'o1', sentence: 'Greve: »Fagudvalg« ventes der ikke på.', askedBy: 'Maja', agreedBy: null };
    const overrides = [{ ...one, isOvertaken: true, mayAgree: false }];
    show({ ...board, mayOverride: false, overrides });
    expect(screen.getByText('Bedt om af Maja. Trinnet er taget imens, så ingen skal sige ja.')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
