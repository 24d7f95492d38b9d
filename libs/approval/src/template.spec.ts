import { decidingStep, inOrder, orderOf, STEP_ROLES, type ChainTemplate, type StepTemplate } from './template';
import { checkTemplate } from './template-faults';
import { readSteps } from './template-read';
import { CHAIN_TEMPLATES, SJAELLAND_2021 } from './templates';

const council = decidingStep(SJAELLAND_2021);

function withStep(step: Partial<StepTemplate>): ChainTemplate {
  const added: StepTemplate = {
    ...council,
    key: 'extra',
    after: ['council'],
    bodies: [{ kind: 'administration', name: null }],
    role: 'isInformed',
    ...step,
  };
  return { ...SJAELLAND_2021, steps: [...SJAELLAND_2021.steps, added] };
}

describe('AP-13 a template has one mandatory step in which every party decides', () => {
  it.each(CHAIN_TEMPLATES.map((template) => [template.key, template] as const))('%s has no faults', (_, template) => {
    expect(checkTemplate(template)).toEqual([]);
  });

  it('sjaelland-2021: KKR and committees may recommend, each council decides', () => {
    expect(
      SJAELLAND_2021.steps.map(({ key, after, role, perParty, mandatory }) => [key, after, role, perParty, mandatory]),
    ).toEqual([
      ['contactCouncil', [], 'recommends', false, false],
      ['committee', ['contactCouncil'], 'recommends', true, false],
      ['council', ['committee'], 'decides', true, true],
    ]);
    expect(council.bodies.map(({ kind }) => kind)).toEqual(['municipalCouncil', 'regionalCouncil']);
  });

  it('takes a harmless step more', () => {
    expect(checkTemplate(withStep({}))).toEqual([]);
    const prepared = withStep({ role: 'prepares', after: [] });
    const steps = prepared.steps.map((step) =>
      step.key === 'committee' ? { ...step, after: [...step.after, 'extra'] } : step,
    );
    expect(checkTemplate({ ...prepared, steps })).toEqual([]);
  });

  it.each<[string, ChainTemplate, readonly object[]]>([
    ['no steps', { ...SJAELLAND_2021, steps: [] }, [{ code: 'AP-13-NOT-ONE-DECIDING-STEP', found: 0 }]],
    ['two deciding steps', withStep({ role: 'decides' }), [{ code: 'AP-13-NOT-ONE-DECIDING-STEP', found: 2 }]],
    [
      'an optional decision',
      { ...SJAELLAND_2021, steps: [{ ...council, after: [], mandatory: false }] },
      [{ code: 'AP-13-DECIDING-STEP-NOT-FOR-ALL', step: 'council' }],
    ],
    [
      'one decision for all',
      { ...SJAELLAND_2021, steps: [{ ...council, after: [], perParty: false }] },
      [{ code: 'AP-13-DECIDING-STEP-NOT-FOR-ALL', step: 'council' }],
    ],
    ['a key twice', withStep({ key: 'committee' }), [{ code: 'AP-13-DUPLICATE-KEY', step: 'committee' }]],
    [
      'a recommendation beside the decision',
      withStep({ role: 'recommends', after: ['committee'] }),
      [{ code: 'AP-13-NOT-BEFORE-THE-DECISION', step: 'extra' }],
    ],
    [
      'one that comes after a step that is not there',
      withStep({ after: ['nowhere'] }),
      [{ code: 'AP-26-UNKNOWN-STEP', step: 'extra', after: 'nowhere' }],
    ],
    ['one that comes after itself', withStep({ after: ['extra'] }), [{ code: 'AP-26-CIRCLE', step: 'extra' }]],
    ['a step nobody takes', withStep({ bodies: [] }), [{ code: 'AP-13-NO-BODY-KIND', step: 'extra' }]],
    ['a step without a ground', withStep({ ground: ' ' }), [{ code: 'AP-13-GROUND-MISSING', step: 'extra' }]],
  ])('finds %s', (_, template, faults) => {
    expect(checkTemplate(template)).toEqual(faults);
  });

  it('throws where somebody uses a template that decides nothing', () => {
    expect(() => decidingStep({ ...SJAELLAND_2021, steps: [] })).toThrow(RangeError);
    expect(STEP_ROLES).toContain(council.role);
  });
});

describe('AP-26 steps follow each other and never come back', () => {
  it('AP-26 finds a circle of several steps, each of them once', () => {
    const steps = SJAELLAND_2021.steps.map((step) =>
      step.key === 'contactCouncil' ? { ...step, after: ['council'] } : step,
    );
    const faults = checkTemplate({ ...SJAELLAND_2021, steps }).filter(({ code }) => code === 'AP-26-CIRCLE');
    expect(faults).toEqual(['contactCouncil', 'committee', 'council'].map((step) => ({ code: 'AP-26-CIRCLE', step })));
    expect(orderOf(steps).size).toBe(3);
  });

  it('steps of which none comes after the other have the same place', () => {
    const steps = [
      { key: 'last', after: ['one', 'other'] },
      { key: 'one', after: ['first'] },
      { key: 'other', after: ['first'] },
      { key: 'first', after: [] },
    ];
    expect(Object.fromEntries(orderOf(steps))).toEqual({ first: 1, one: 2, other: 2, last: 3 });
    expect(inOrder(steps).map(({ key }) => key)).toEqual(['first', 'one', 'other', 'last']);
  });
});

describe('AP-27 a template is read as it is written, or not at all', () => {
  const written: unknown = JSON.parse(JSON.stringify(SJAELLAND_2021.steps));

  it('is the same when it has been stored', () => {
    expect(readSteps(written)).toEqual({ ok: true, value: SJAELLAND_2021.steps });
  });

  it('reads the first ones, which had numbers for their order', () => {
    const numbered = SJAELLAND_2021.steps.map(({ bodies, after: _, due: __, ...step }, index) => ({
      ...step,
      order: index + 1,
      bodyKinds: bodies.map(({ kind }) => kind),
    }));
    expect(readSteps(numbered)).toEqual({ ok: true, value: SJAELLAND_2021.steps });
  });

  it.each<[string, object, string]>([
    ['no key', { key: '' }, 'key'],
    ['no name', { name: 7 }, 'name'],
    ['a role nobody knows', { role: 'signs' }, 'role'],
    ['a word for yes', { perParty: 'ja' }, 'perParty'],
    ['a number for no', { mandatory: 0 }, 'mandatory'],
    ['no ground', { ground: null }, 'ground'],
    ['what it comes after as one word', { after: 'committee' }, 'after'],
    ['a body of no known kind', { bodies: [{ kind: 'king' }] }, 'bodies'],
    ['a month that is none', { due: { kind: 'month', month: 13 } }, 'due'],
    ['days before the deadline that are none', { due: { kind: 'beforeDeadline', days: -1 } }, 'due'],
  ])('AP-27 says where: %s', (_, over, path) => {
    const [first, ...rest] = SJAELLAND_2021.steps;
    expect(readSteps([{ ...first, ...over }, ...rest])).toEqual({
      ok: false,
      error: { code: 'AP-27-NOT-A-TEMPLATE', path: `steps[0].${path}` },
    });
  });

  it('AP-27 refuses what is no list', () => {
    expect(readSteps({})).toEqual({ ok: false, error: { code: 'AP-27-NOT-A-TEMPLATE', path: 'steps' } });
    expect(readSteps([7])).toMatchObject({ ok: false, error: { path: 'steps[0].step' } });
  });
});
