import { binds } from '@enig/approval';
import type { BoardFieldsFragment } from '../generated/graphql';
import { askedOf, usualPlace } from './decision-asked';

const kkr = { id: 'contact-council:1085', name: 'KKR', kind: 'contactCouncil' } as const;
const party = { id: 'municipality:0316', name: 'Holbæk Kommune', kind: 'municipality' } as const;
const council = { id: 'municipal-council:0316', name: 'Kommunalbestyrelsen', kind: 'municipalCouncil' } as const;
const committee = { id: 'committee:0316', name: 'Udvalget', kind: 'committee' } as const;

const places = [
  { step: 'committee', name: 'Fagudvalg', role: 'recommends', body: committee, waitingFor: [] },
  { step: 'council', name: 'Kommunalbestyrelse', role: 'decides', body: council, waitingFor: [] },
] as const;

const place = { body: kkr, waitingFor: [] };
const central = { key: 'contactCouncil', name: 'KKR', order: 1, perParty: false, ground: 'KKR ser på den.' };
const board: Pick<BoardFieldsFragment, 'rows' | 'shared' | 'steps'> = {
  steps: [{ ...central, role: 'recommends' }],
  shared: [
    { step: 'contactCouncil', name: 'KKR', isTold: false, mayRecord: true, body: kkr, decision: null, waitingFor: [] },
  ],
  rows: [
    {
      ...{ standing: 'notStarted', mayRecord: false, mayConfirm: false, toConfirm: null, decision: null, party },
      ...{ recordPlaces: [...places], cells: [] },
      ...{ mayReaffirm: false, earlier: null, twoPeople: false, twoPeopleNext: false, isOwn: false },
      ...{ entersOnly: false, unconfirmed: null },
    },
  ],
};

describe('who is asked to decide', () => {
  it('is a party, by its council unless somebody says otherwise', () => {
    const asked = askedOf(board, party.id);
    expect(asked).toMatchObject({ name: 'Holbæk Kommune', party: { id: party.id }, mayRecord: false });
    expect(asked && usualPlace(asked)?.body).toEqual(council);
    expect(asked?.places.map(binds)).toEqual([false, true]);
  });

  it('is a body that belongs to no party, which binds nobody', () => {
    const asked = askedOf(board, kkr.id);
    expect(asked).toMatchObject({ name: 'KKR', party: null, decisions: [], mayRecord: true });
    expect(asked?.places).toEqual([{ ...place, step: 'contactCouncil', name: 'KKR', role: 'recommends' }]);
    expect(asked?.places.some(binds)).toBe(false);
  });

  it('is asked about the step that was gone to, where a body takes several', () => {
    const steps = ['dialogue', 'draft'].map((step) => ({ ...place, step, name: step, role: 'prepares' as const }));
    const rest = { decisions: [], mayRecord: true, waitsFor: null };
    const asked = { id: kkr.id, name: 'KKR', party: null, places: steps, ...rest };
    expect(usualPlace(asked)?.step).toBe('dialogue');
    expect(usualPlace(asked, 'draft')?.step).toBe('draft');
    expect(usualPlace(asked, 'council')?.step).toBe('dialogue');
  });

  it('is nobody else', () => {
    expect(askedOf(board, 'municipality:0253')).toBeUndefined();
  });
});
