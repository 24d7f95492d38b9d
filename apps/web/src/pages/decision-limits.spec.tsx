import { fireEvent, screen } from '@testing-library/react';
import { COMMITTEE, decisionWith, DECIDES, DONE, openDecisionPage, RECOMMENDS, type Known } from './test-decision-page';

const ADMINISTRATION = {
  ...{ __typename: 'Body', id: 'administration:0320', name: 'Forvaltningen i Faxe Kommune', kind: 'administration' },
};
const PREPARES = { ...RECOMMENDS, step: 'administration', name: ADMINISTRATION.name, body: ADMINISTRATION };
const CONCLUDED = { isConcluded: true, approvedCount: 18, missing: [] };

let known: Known;

beforeEach(() => {
  known = { row: {}, answer: DONE };
});

const outcomes = () => screen.getAllByRole('radio').map((each) => each.closest('label, div')?.textContent);
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name, hidden: true }));

describe('AP-3 a step that comes first', () => {
  it('is said before anything is typed, by the names of those who are missing', async () => {
    known.row = { recordPlaces: [RECOMMENDS, { ...DECIDES, waitingFor: [COMMITTEE, ADMINISTRATION] }] };
    await openDecisionPage(known);
    const missing = `disse mangler at tage stilling: ${COMMITTEE.name} og ${ADMINISTRATION.name}.`;
    expect(screen.getByText(new RegExp(`^Det kan ikke registreres endnu\\..*${missing}`, 'u'))).toBeTruthy();
    choose(COMMITTEE.name);
    expect(screen.queryByText(/^Det kan ikke registreres endnu/u)).toBeNull();
  });

  it('is not spoken of where nobody is missing', async () => {
    await openDecisionPage(known);
    expect(screen.queryByText(/^Det kan ikke registreres endnu/u)).toBeNull();
  });
});

describe('AP-25 after the conclusion', () => {
  beforeEach(() => {
    known.board = CONCLUDED;
    known.row = { decision: decisionWith({}) };
  });

  it('only what keeps the approval is offered, and why is said', async () => {
    await openDecisionPage(known);
    expect(outcomes()).toEqual(['Godkendt', 'Godkendt med bemærkning']);
    expect(screen.getByText(/^Aftalen er indgået\. Nu kan kun fejl .* rettes/u)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /nyt møde/u })).toBeNull();
    expect(screen.getByText('Derefter er aftalen stadig indgået. Rettelsen ses.')).toBeTruthy();
  });

  it('a committee can still have come to anything', async () => {
    const committees = decisionWith({ id: 'c1', step: 'committee', body: COMMITTEE, outcome: 'recommended' });
    const places = [{ __typename: 'BoardPlace', body: COMMITTEE, decision: committees, unconfirmed: null }];
    const cell = { __typename: 'BoardCell', step: 'committee', decision: committees, unconfirmed: null, places };
    known.row = { ...known.row, recordPlaces: [RECOMMENDS, DECIDES], cells: [cell] };
    await openDecisionPage(known);
    choose(COMMITTEE.name);
    expect(screen.getByRole('radio', { name: 'Ikke anbefalet' })).toBeTruthy();
  });

  it('before it all six are offered', async () => {
    delete known.board;
    await openDecisionPage(known);
    expect(outcomes()).toHaveLength(6);
    expect(screen.queryByText(/^Aftalen er indgået\./u)).toBeNull();
  });
});

describe('what will be true afterwards', () => {
  it('of a party that has approved and no longer does: one fewer', async () => {
    known.board = { missing: [] };
    known.row = { decision: decisionWith({}) };
    await openDecisionPage(known);
    expect(screen.getByText(/^Derefter har 13 af 18 godkendt\./u)).toBeTruthy();
    choose('Afvist');
    expect(screen.getByText(/^Derefter har 12 af 18 godkendt, og parten er ikke længere en af dem\./u)).toBeTruthy();
  });

  it('of one that had not: it is missing still', async () => {
    await openDecisionPage(known);
    choose('Afvist');
    expect(screen.getByText(/^Derefter mangler parten stadig at godkende\./u)).toBeTruthy();
  });

  it.each([
    ['a committee', RECOMMENDS, `Det er ${COMMITTEE.name}, der har behandlet sagen.`],
    ['an administration', PREPARES, `Det er ${ADMINISTRATION.name}, der har forberedt sagen.`],
  ])('of %s what it did and what all can see, which binds nobody', async (_, place, did) => {
    known.row = { recordPlaces: [place, DECIDES] };
    await openDecisionPage(known);
    expect(screen.getByText(`Det er ${DECIDES.body.name}, der har besluttet.`)).toBeTruthy();
    choose(place.body.name);
    expect(screen.getByText(did)).toBeTruthy();
    expect(screen.getByText('Det var en anden')).toBeTruthy();
    const seen = `Derefter kan alle se, hvad ${place.body.name} er nået frem til. Det binder ikke parten.`;
    expect(screen.getByText(seen)).toBeTruthy();
  });
});
