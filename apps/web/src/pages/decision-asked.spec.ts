import type { BoardFieldsFragment } from '../generated/graphql';
import { askedOf, binds, usualBody } from './decision-asked';

const kkr = { id: 'contact-council:1085', name: 'KKR', kind: 'contactCouncil' } as const;
const party = { id: 'municipality:0316', name: 'Holbæk Kommune', kind: 'municipality' } as const;
const council = { id: 'municipal-council:0316', name: 'Kommunalbestyrelsen', kind: 'municipalCouncil' } as const;
const committee = { id: 'committee:0316', name: 'Udvalget', kind: 'committee' } as const;

const board: Pick<BoardFieldsFragment, 'rows' | 'shared'> = {
  shared: [{ step: 'contactCouncil', mayRecord: true, body: kkr, decision: null }],
  rows: [
    {
      ...{ standing: 'notStarted', mayRecord: false, mayConfirm: false, toConfirm: null, decision: null, party },
      ...{ recordBodies: [committee, council], cells: [] },
    },
  ],
};

describe('who is asked to decide', () => {
  it('is a party, by its council unless somebody says otherwise', () => {
    const asked = askedOf(board, party.id);
    expect(asked).toMatchObject({ name: 'Holbæk Kommune', party: { id: party.id }, mayRecord: false });
    expect(asked && usualBody(asked)).toBe(council.id);
    expect(asked && [council.id, committee.id].map((id) => binds(asked, id))).toEqual([true, false]);
  });

  it('is a body that belongs to no party, which binds nobody', () => {
    const asked = askedOf(board, kkr.id);
    expect(asked).toMatchObject({ name: 'KKR', party: null, bodies: [kkr], decisions: [], mayRecord: true });
    expect(asked && [usualBody(asked), binds(asked, kkr.id)]).toEqual([kkr.id, false]);
  });

  it('is nobody else', () => {
    expect(askedOf(board, 'municipality:0253')).toBeUndefined();
  });
});
