import { brandId, localDateOf, type DecisionId } from '@enig/kernel';
import type { Chain, Decision } from './chain';
import { decide, type DecisionInput } from './decide';
import { hasApproved, reaffirmable } from './reaffirm';
import { isConcluded } from './standing';
import type { PartyWay } from './steps';
import type { ChainTemplate } from './template';
import { SJAELLAND_2021 } from './templates';
import {
  body,
  decided,
  greve,
  kkrsOwn,
  older,
  plainYes,
  refused,
  region,
  secretariat,
  smallChain,
  today,
} from './test-chains';

const next = brandId<DecisionId>('d2');

describe('AP-22 a party approves again in one step', () => {
  const strict: ChainTemplate = {
    ...SJAELLAND_2021,
    steps: SJAELLAND_2021.steps.map((each) => ({ ...each, mandatory: true })),
  };
  const approved: Decision = { ...decided(smallChain), id: brandId<DecisionId>('d0'), version: older };
  const kkr = decided(smallChain, {
    ...{ id: brandId<DecisionId>('k1'), party: null, body: body('contact-council:1085'), step: 'contactCouncil' },
    ...{ outcome: 'recommended', by: kkrsOwn },
  });
  const on: Chain = { ...smallChain, template: strict, decisions: [approved, kkr] };
  const again: DecisionInput = { ...plainYes, id: next, reaffirms: approved.id };

  it('its approval of an earlier text is known also where nothing is decided now, and only that text', () => {
    const reopened: Chain = { ...on, isDeciding: false };
    expect([reaffirmable(reopened, greve), hasApproved(reopened, greve, older)]).toEqual([[], true]);
    expect(hasApproved(reopened, greve, on.version)).toBe(false);
    const no: Chain = { ...reopened, decisions: [{ ...approved, outcome: 'rejected' }] };
    expect(hasApproved(no, greve, older)).toBe(false);
  });

  it('its own committees are not awaited, since they had their say before', () => {
    expect(reaffirmable(on, greve)).toEqual([approved]);
    expect(decide(on, { ...again, reaffirms: null }, today)).toMatchObject({ ok: false });
    expect(decide(on, again, today)).toMatchObject({ ok: true, value: { reaffirms: approved.id } });
  });

  it('a body that acts for all is', () => {
    expect(decide({ ...on, decisions: [approved] }, again, today)).toEqual(
      refused({ code: 'AP-3-EARLIER-STEP-OPEN', waitingFor: ['contact-council:1085'] }),
    );
  });

  it('of several it names the latest meeting first, and any of them will do', () => {
    const version = brandId<typeof older>('c'.repeat(64));
    const later = { ...approved, id: brandId<DecisionId>('d9'), version, meetingDate: localDateOf('2026-10-20') };
    const both: Chain = { ...on, decisions: [approved, later, kkr] };
    expect(reaffirmable(both, greve)).toEqual([later, approved]);
    expect(decide(both, again, today).ok).toBe(true);
  });

  const nothing = refused({ code: 'AP-22-NOTHING-TO-REAFFIRM' });
  it.each<[string, Chain, Partial<DecisionInput>]>([
    ['what was never approved', { ...on, decisions: [kkr] }, {}],
    ['a no', { ...on, decisions: [{ ...approved, outcome: 'rejected' }, kkr] }, {}],
    ['what was entered and never confirmed', { ...on, decisions: [{ ...approved, isOwn: false }, kkr] }, {}],
    ['another party’s approval', { ...on, decisions: [{ ...approved, party: region }, kkr] }, {}],
    ['with anything but an approval', on, { outcome: 'rejected', reason: 'Nej' }],
    ['in a step that does not bind', on, { body: body('committee:0253'), step: 'committee', outcome: 'recommended' }],
    ['when it has decided on the present text', { ...on, decisions: [approved, kkr, decided(smallChain)] }, {}],
  ])('refuses %s', (_, chain, over) => {
    expect(decide(chain, { ...again, ...over }, today)).toEqual(nothing);
  });

  describe('and what it said then can be put right and followed', () => {
    const own: PartyWay = {
      party: greve,
      steps: [
        {
          ...{ key: 'committee:0253', name: 'Udvalg', body: body('committee:0253'), after: [], mandatory: true },
        },
      ],
    };
    const onItsWay: Chain = { ...on, ways: [own] };
    const reaffirmed = decided(onItsWay, again);
    const after: Chain = { ...onItsWay, decisions: [...onItsWay.decisions, reaffirmed] };
    const correction: DecisionInput = { ...plainYes, id: brandId<DecisionId>('d3'), supersedes: next, item: '15' };

    it('AP-3 a mistyped item, without asking its committees again, and it stays the re-affirmation it was', () => {
      const corrected = { ok: true, value: { item: '15', reaffirms: approved.id } };
      expect(decide(after, correction, today)).toMatchObject(corrected);
      expect(decide(after, { ...correction, reaffirms: approved.id }, today)).toMatchObject(corrected);
      expect(decide(after, { ...correction, by: secretariat }, today)).toMatchObject(corrected);
    });

    it('AP-25 also after the conclusion', () => {
      const concluded: Chain = { ...after, parties: [greve], isDeciding: false, mayCorrect: true };
      expect(isConcluded(concluded)).toBe(true);
      expect(decide(concluded, correction, today)).toMatchObject({ ok: true, value: { reaffirms: approved.id } });
    });

    it('AP-25 also where a no was entered since that never came to count', () => {
      const entered = decided(after, {
        ...{ ...correction, id: brandId<DecisionId>('d4'), by: secretariat, outcome: 'rejected', reason: 'Nej' },
      });
      const concluded: Chain = {
        ...{ ...after, decisions: [...after.decisions, entered], parties: [greve] },
        ...{ isDeciding: false, mayCorrect: true },
      };
      const onRecord = { ...correction, supersedes: entered.id };
      expect(decide(concluded, onRecord, today)).toMatchObject({ ok: true, value: { reaffirms: approved.id } });
    });

    it('a council changes its mind, and a no re-affirms nothing', () => {
      const no = { ...correction, outcome: 'rejected', reason: 'Nej' } as const;
      expect(decide(after, no, today)).toMatchObject({ ok: true, value: { reaffirms: null } });
      expect(decide(after, { ...no, reaffirms: approved.id }, today)).toEqual(nothing);
    });

    it('AP-3 but who has not seen what is on record, or decides for the first time, waits', () => {
      const waits = refused({ code: 'AP-3-EARLIER-STEP-OPEN', waitingFor: ['committee:0253'] });
      expect(decide(after, { ...correction, supersedes: null }, today)).toEqual(waits);
      expect(decide(onItsWay, { ...again, reaffirms: null }, today)).toEqual(waits);
    });

    it('AP-3 a body that acts for all is awaited all the same', () => {
      const without = { ...after, decisions: [approved, reaffirmed] };
      expect(decide(without, correction, today)).toEqual(
        refused({ code: 'AP-3-EARLIER-STEP-OPEN', waitingFor: ['contact-council:1085'] }),
      );
    });
  });

  it('is for its own people, who have seen what changed: nobody enters it for them', () => {
    expect(decide(on, { ...again, by: secretariat }, today)).toEqual(
      refused({ code: 'AP-5-NOT-THE-PARTYS-OWN', party: greve }),
    );
  });
});
