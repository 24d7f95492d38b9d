import { brandId, localDateOf, type PartyId, type SectionId } from '@enig/kernel';
import { AGREEMENT_STATES } from './state';
import { checkCaseOpen, checkMakeCase, checkSendCase, concernsOf, type CaseArea } from './case';

const greve = brandId<PartyId>('municipality:0253');
const holbaek = brandId<PartyId>('municipality:0316');

describe('CA-1 a case is made of the text that is put to the parties', () => {
  it.each(AGREEMENT_STATES)('while it is %s', (state) => {
    const made = checkMakeCase(state);
    expect(made.ok).toBe(state === 'deciding');
    if (!made.ok) expect(made.error).toEqual({ code: 'CA-1-NOTHING-TO-DECIDE' });
  });
});

describe('CA-3 a case is written until it is sent on', () => {
  it.each(AGREEMENT_STATES)('and while its text is decided on: %s', (state) => {
    const open = checkCaseOpen(state, false);
    expect(open).toEqual(
      state === 'deciding' ? { ok: true, value: null } : { ok: false, error: { code: 'CA-3-NOT-BEING-DECIDED' } },
    );
  });

  it('is not written or sent again after that', () => {
    expect(checkCaseOpen('deciding', true)).toEqual({ ok: false, error: { code: 'CA-3-SENT-ON' } });
    expect(checkSendCase('concluded', true, ['title'])).toEqual({ ok: false, error: { code: 'CA-3-SENT-ON' } });
  });

  it('says what it is about and what is recommended before it goes', () => {
    expect(checkSendCase('deciding', false, [])).toEqual({ ok: true, value: null });
    const missing = ['title', 'recommendation'] as const;
    expect(checkSendCase('deciding', false, missing)).toEqual({
      ok: false,
      error: { code: 'CA-3-NOT-WRITTEN', missing },
    });
  });
});

describe('CA-2 a case begins with what concerns its party', () => {
  const areas: readonly CaseArea[] = [
    {
      ...{ section: brandId<SectionId>('a'), number: 1, title: 'Autisme', coordinators: [greve, holbaek] },
      goals: [{ title: 'Kortere ventetid', owner: greve, due: localDateOf('2027-06-01') }],
      actions: [
        { title: 'Fælles visitation', responsible: holbaek, to: null },
        { title: 'Nye pladser', responsible: greve, to: localDateOf('2027-12-31') },
      ],
    },
    {
      ...{ section: brandId<SectionId>('b'), number: 2, title: 'Botilbud', coordinators: [holbaek] },
      goals: [{ title: 'Uden ejer', owner: null, due: null }],
      actions: [{ title: 'Uden ansvarlig', responsible: null, to: null }],
    },
  ];

  it('what it looks after, what it is to reach and what it is to do, as the text has it', () => {
    expect(concernsOf(greve, areas)).toEqual({
      coordinates: [{ number: 1, title: 'Autisme' }],
      goals: [{ title: 'Kortere ventetid', area: 'Autisme', by: '2027-06-01' }],
      actions: [{ title: 'Nye pladser', area: 'Autisme', by: '2027-12-31' }],
    });
  });

  it('and nothing of what others look after or what nobody is named for', () => {
    expect(concernsOf(brandId<PartyId>('municipality:0259'), areas)).toEqual({
      ...{ coordinates: [], goals: [], actions: [] },
    });
  });
});
