import { brandId, localDateOf, type DecisionId, type PartyId } from '@enig/kernel';
import type { Chain } from './chain';
import { awaitedBefore, confirm, decide, type DecisionInput, type Recorder } from './decide';
import type { Outcome } from './outcome';
import { decidingStepOf } from './steps';
import type { ChainTemplate } from './template';
import { SJAELLAND_2021 } from './templates';
import {
  body,
  decided,
  greve,
  kkrsOwn,
  older,
  own,
  plainYes,
  recorder,
  refused,
  region,
  secretariat,
  smallChain,
  today,
  version,
  withDecision,
} from './test-chains';

describe('AP-1 only a body with a place decides, and only for its own party', () => {
  it.each<[string, Partial<DecisionInput>]>([
    ['a party that is not in the agreement', { party: brandId<PartyId>('municipality:0101') }],
    ['a body that is not in the chain', { body: body('municipal-council:0101') }],
    ['the council of another party', { body: body('regional-council:1085') }],
    ['the contact council for one party', { body: body('contact-council:1085'), step: 'contactCouncil' }],
    ['a council for no party', { party: null }],
  ])('refuses %s', (_, over) => {
    const input = { ...plainYes, ...over };
    expect(decide(smallChain, input, today)).toEqual(refused({ code: 'AP-1-NOT-A-PARTY', party: input.party }));
  });

  it('refuses a party whose council has a place but that is not in the snapshot', () => {
    const without: Chain = { ...smallChain, parties: [region] };
    expect(decide(without, plainYes, today)).toEqual(refused({ code: 'AP-1-NOT-A-PARTY', party: greve }));
  });

  it('a body takes its own step and no other', () => {
    const elsewhere = { ...plainYes, step: 'committee', outcome: 'recommended' } as const;
    expect(decide(smallChain, elsewhere, today)).toEqual(refused({ code: 'AP-1-NOT-A-PARTY', party: greve }));
    expect(decide(smallChain, { ...plainYes, step: 'nowhere' }, today)).toEqual(
      refused({ code: 'AP-1-NOT-A-PARTY', party: greve }),
    );
    expect(decided(smallChain).step).toBe('council');
    expect(decided(smallChain, { body: body('committee:0253'), step: 'committee', outcome: 'recommended' }).step).toBe(
      'committee',
    );
    const central = {
      party: null,
      body: body('contact-council:1085'),
      step: 'contactCouncil',
      outcome: 'recommended',
      by: kkrsOwn,
    } as const;
    expect(decided(smallChain, central)).toMatchObject({ step: 'contactCouncil', party: null });
  });
});

describe('AP-2 a decision is about the text the council saw', () => {
  it('refuses an approval of an older text and says which is current', () => {
    expect(decide(smallChain, { ...plainYes, version: older }, today)).toEqual(
      refused({ code: 'AP-2-TEXT-HAS-CHANGED', current: version }),
    );
  });

  it('refuses to confirm a decision about an older text', () => {
    const entered = { ...decided(smallChain, { by: secretariat }), version: older };
    expect(confirm(withDecision(entered), entered.id, own, recorder)).toEqual(
      refused({ code: 'AP-2-TEXT-HAS-CHANGED', current: version }),
    );
  });
});

describe('AP-3 a step waits for the mandatory steps before it', () => {
  const strict: ChainTemplate = {
    ...SJAELLAND_2021,
    steps: SJAELLAND_2021.steps.map((step) => ({ ...step, mandatory: true })),
  };
  const kkr = {
    id: brandId<DecisionId>('k'),
    party: null,
    body: body('contact-council:1085'),
    step: 'contactCouncil',
    by: kkrsOwn,
  } as const;
  const committee = { id: brandId<DecisionId>('c'), body: body('committee:0253'), step: 'committee' };

  it('optional steps hold nobody up', () => {
    expect(decide(smallChain, plainYes, today).ok).toBe(true);
  });

  it('names all it waits for, and fewer as they have had their say', () => {
    const waits: Chain = { ...smallChain, template: strict };
    const waitingFor = ['contact-council:1085', 'committee:0253'];
    expect(decide(waits, plainYes, today)).toEqual(refused({ code: 'AP-3-EARLIER-STEP-OPEN', waitingFor }));

    const first = decided(waits, { ...kkr, outcome: 'noted' });
    const afterFirst: Chain = { ...waits, decisions: [first] };
    expect(decide(afterFirst, plainYes, today)).toEqual(
      refused({ code: 'AP-3-EARLIER-STEP-OPEN', waitingFor: ['committee:0253'] }),
    );
    const second = decided(afterFirst, { ...committee, outcome: 'notRecommended', reason: 'For dyrt' });
    expect(decide({ ...waits, decisions: [first, second] }, plainYes, today).ok).toBe(true);
  });

  it('who is awaited is said beforehand as it would be refused, and not again where a council follows its own', () => {
    const waits: Chain = { ...smallChain, template: strict };
    const awaited = (chain: Chain) => awaitedBefore(chain, decidingStepOf(chain, greve), plainYes.body);
    expect(awaited(smallChain)).toEqual([]);
    expect(awaited(waits)).toEqual(['contact-council:1085', 'committee:0253']);
    const said = decided(smallChain, { outcome: 'rejected', reason: 'For dyrt' });
    expect(awaited({ ...waits, decisions: [said] })).toEqual(['contact-council:1085']);
  });

  it.each<[Outcome, Partial<DecisionInput>]>([
    ['postponed', { nextMeeting: localDateOf('2026-11-15') }],
    ['referredBack', {}],
  ])('a committee that has %s the matter has not had its say', (outcome, over) => {
    const waits: Chain = { ...smallChain, template: strict };
    const first = decided(waits, { ...kkr, outcome: 'recommended' });
    const second = decided({ ...waits, decisions: [first] }, { ...committee, ...over, outcome, reason: 'Mangler tal' });
    expect(decide({ ...waits, decisions: [first, second] }, plainYes, today)).toEqual(
      refused({ code: 'AP-3-EARLIER-STEP-OPEN', waitingFor: ['committee:0253'] }),
    );
  });
});

describe('AP-5 the party itself, or entered for it and confirmed', () => {
  const entered = decided(smallChain, { by: secretariat });
  const stranger: Recorder = { kind: 'ownPeople', party: region };

  it("marks what the party's own people record, and what was entered for it", () => {
    expect(decided(smallChain).isOwn).toBe(true);
    expect(entered.isOwn).toBe(false);
  });

  it("refuses another party's people", () => {
    const error = { code: 'AP-5-NOT-THE-PARTYS-OWN', party: greve };
    expect(decide(smallChain, { ...plainYes, by: stranger }, today)).toEqual(refused(error));
    expect(confirm(withDecision(entered), entered.id, stranger, recorder)).toEqual(refused(error));
  });

  it('lets nobody but the party confirm: not the secretariat that entered it', () => {
    expect(confirm(withDecision(entered), entered.id, secretariat, recorder)).toMatchObject({ ok: false });
    expect(confirm(withDecision(entered), entered.id, own, recorder)).toEqual({
      ok: true,
      value: { decision: entered.id, person: recorder },
    });
  });
});

describe('AP-8 only while the agreement is being decided', () => {
  it('refuses to record and to confirm', () => {
    const entered = decided(smallChain, { by: secretariat });
    const error = { code: 'AP-8-NOT-BEING-DECIDED' };
    expect(decide({ ...smallChain, isDeciding: false }, plainYes, today)).toEqual(refused(error));
    expect(confirm({ ...withDecision(entered), isDeciding: false }, entered.id, own, recorder)).toEqual(refused(error));
  });
});

describe('AP-11 what can be confirmed', () => {
  const nothing = refused({ code: 'AP-11-NOTHING-TO-CONFIRM' });
  const entered = decided(smallChain, { by: secretariat });
  const later = decided(withDecision(entered), {
    id: brandId<DecisionId>('d2'),
    supersedes: entered.id,
    item: '15',
    by: secretariat,
  });

  it.each<[string, Chain, DecisionId]>([
    ['an unknown decision', smallChain, entered.id],
    ['one its own people recorded', withDecision(decided(smallChain)), plainYes.id],
    [
      'one that is confirmed',
      { ...withDecision(entered), confirmations: [{ decision: entered.id, person: recorder }] },
      entered.id,
    ],
    ['one that a later one supersedes', withDecision(entered, later), entered.id],
  ])('refuses %s', (_, on, id) => {
    expect(confirm(on, id, own, recorder)).toEqual(nothing);
  });

  it('confirms the latest', () => {
    expect(confirm(withDecision(later, entered), later.id, own, recorder).ok).toBe(true);
  });
});

describe('AP-12 a later decision names the one it supersedes', () => {
  const first = decided(smallChain);
  const error = (current: DecisionId | null): object => refused({ code: 'AP-12-ALREADY-DECIDED', current });

  it('two people press the same button: the second is told of the first', () => {
    expect(decide(withDecision(first), { ...plainYes, id: brandId<DecisionId>('d2') }, today)).toEqual(error(first.id));
  });

  it('a correction is a fact of its own', () => {
    const correction = decided(withDecision(first), {
      id: brandId<DecisionId>('d2'),
      supersedes: first.id,
      wording: 'Rettet',
    });
    expect(correction).toMatchObject({ id: 'd2', supersedes: 'd1', wording: 'Rettet' });
  });

  it('refuses to correct what is not there', () => {
    expect(decide(smallChain, { ...plainYes, supersedes: first.id }, today)).toEqual(error(null));
  });
});
