import { checkTemplate, decidingStep, STEP_ROLES, type ChainTemplate, type StepTemplate } from './template';
import { CHAIN_TEMPLATES, SJAELLAND_2021 } from './templates';

const council = decidingStep(SJAELLAND_2021);

function withStep(step: Partial<StepTemplate>): ChainTemplate {
  const added: StepTemplate = { ...council, key: 'extra', bodyKinds: ['administration'], role: 'isInformed', ...step };
  return { ...SJAELLAND_2021, steps: [...SJAELLAND_2021.steps, added] };
}

describe('AP-13 a template has one mandatory step in which every party decides', () => {
  it.each(CHAIN_TEMPLATES.map((template) => [template.key, template] as const))('%s has no faults', (_, template) => {
    expect(checkTemplate(template)).toEqual([]);
  });

  it('sjaelland-2021: KKR and committees may recommend, each council decides', () => {
    expect(
      SJAELLAND_2021.steps.map(({ key, order, role, perParty, mandatory }) => [key, order, role, perParty, mandatory]),
    ).toEqual([
      ['contactCouncil', 1, 'recommends', false, false],
      ['committee', 2, 'recommends', true, false],
      ['council', 3, 'decides', true, true],
    ]);
    expect(council.bodyKinds).toEqual(['municipalCouncil', 'regionalCouncil']);
  });

  it('takes a harmless step more', () => {
    expect(checkTemplate(withStep({}))).toEqual([]);
    expect(checkTemplate(withStep({ role: 'prepares', order: 1 }))).toEqual([]);
  });

  it.each<[string, ChainTemplate, readonly object[]]>([
    ['no steps', { ...SJAELLAND_2021, steps: [] }, [{ code: 'AP-13-NOT-ONE-DECIDING-STEP', found: 0 }]],
    ['two deciding steps', withStep({ role: 'decides' }), [{ code: 'AP-13-NOT-ONE-DECIDING-STEP', found: 2 }]],
    [
      'an optional decision',
      { ...SJAELLAND_2021, steps: [{ ...council, mandatory: false }] },
      [{ code: 'AP-13-DECIDING-STEP-NOT-FOR-ALL', step: 'council' }],
    ],
    [
      'one decision for all',
      { ...SJAELLAND_2021, steps: [{ ...council, perParty: false }] },
      [{ code: 'AP-13-DECIDING-STEP-NOT-FOR-ALL', step: 'council' }],
    ],
    ['a key twice', withStep({ key: 'committee' }), [{ code: 'AP-13-DUPLICATE-KEY', step: 'committee' }]],
    ['order 0', withStep({ order: 0 }), [{ code: 'AP-13-ORDER-NOT-POSITIVE', step: 'extra' }]],
    ['order 1.5', withStep({ order: 1.5 }), [{ code: 'AP-13-ORDER-NOT-POSITIVE', step: 'extra' }]],
    [
      'a recommendation beside the decision',
      withStep({ role: 'recommends', order: 3 }),
      [{ code: 'AP-13-NOT-BEFORE-THE-DECISION', step: 'extra' }],
    ],
    [
      'a kind of body in two steps',
      withStep({ bodyKinds: ['administration', 'committee'] }),
      [{ code: 'AP-13-BODY-KIND-TWICE', step: 'extra' }],
    ],
    ['a step nobody takes', withStep({ bodyKinds: [] }), [{ code: 'AP-13-NO-BODY-KIND', step: 'extra' }]],
    ['a step without a ground', withStep({ ground: ' ' }), [{ code: 'AP-13-GROUND-MISSING', step: 'extra' }]],
  ])('finds %s', (_, template, faults) => {
    expect(checkTemplate(template)).toEqual(faults);
  });

  it('throws where somebody uses a template that decides nothing', () => {
    expect(() => decidingStep({ ...SJAELLAND_2021, steps: [] })).toThrow(RangeError);
    expect(STEP_ROLES).toContain(council.role);
  });
});
