import { localDateOf } from '@enig/kernel';
import { dueDays } from './due';
import { pictureOf } from './picture';
import type { ChainTemplate, StepBodyKind, StepDue } from './template';
import { checkBodies, readTemplateFile } from './template-file';
import { SJAELLAND_2021 } from './templates';

const written: Readonly<Record<string, unknown>> = JSON.parse(JSON.stringify(SJAELLAND_2021));

describe('AP-27 a template is read from a file, or not at all', () => {
  it('AP-27 is the same as it was written', () => {
    expect(readTemplateFile(written)).toEqual({ ok: true, value: SJAELLAND_2021 });
  });

  it.each<[string, unknown, string]>([
    ['a list', null, 'file'],
    ['a key with a blank', { ...written, key: 'to ord' }, 'key'],
    ['half a version', { ...written, version: 1.5 }, 'version'],
    ['version nought', { ...written, version: 0 }, 'version'],
    ['no name', { ...written, name: ' ' }, 'name'],
    ['an act nobody knows', { ...written, act: 'divorce' }, 'act'],
    ['no steps', { ...written, steps: undefined }, 'steps'],
  ])('AP-27 says where: %s', (_, file, path) => {
    expect(readTemplateFile(file)).toEqual({ ok: false, error: { code: 'AP-27-NOT-A-TEMPLATE', path } });
  });

  it('AP-26 refuses a file with a circle', () => {
    const steps = SJAELLAND_2021.steps.map((step) =>
      step.key === 'contactCouncil' ? { ...step, after: ['council'] } : step,
    );
    expect(readTemplateFile({ ...written, steps })).toEqual({
      ok: false,
      error: { code: 'AP-26-CIRCLE', step: 'contactCouncil' },
    });
  });
});

describe('AP-26 no step that nobody can take', () => {
  const body = (kind: StepBodyKind, party: string | null, name = 'X') => ({ kind, name, party }) as never;
  const own = [body('committee', 'p'), body('municipalCouncil', 'p')];

  it('finds the step whose body a region has not got', () => {
    expect(checkBodies(SJAELLAND_2021, [...own, body('contactCouncil', null)])).toEqual([]);
    expect(checkBodies(SJAELLAND_2021, own)).toEqual([{ code: 'AP-26-NOBODY-CAN-TAKE', step: 'KKR' }]);
    expect(checkBodies(SJAELLAND_2021, [...own, body('contactCouncil', 'p')])).toHaveLength(1);
  });

  it('AP-26 asks for the one of that name, and not for who is only heard', () => {
    const [first] = SJAELLAND_2021.steps;
    if (!first) throw new Error('No steps');
    const steps: ChainTemplate['steps'] = [
      { ...first, bodies: [{ kind: 'steeringGroup', name: 'DASSOS' }] },
      { ...first, key: 'heard', role: 'isHeard', bodies: [{ kind: 'disabilityCouncil', name: null }] },
    ];
    expect(checkBodies({ steps }, [body('steeringGroup', null, 'DASSOS')])).toEqual([]);
    expect(checkBodies({ steps }, [body('steeringGroup', null)])).toHaveLength(1);
  });

  it('AP-26 asks for nobody who is only told afterwards, and for who is informed before', () => {
    const [first, ...others] = SJAELLAND_2021.steps;
    if (!first) throw new Error('No steps');
    const told = {
      ...first,
      key: 'board',
      role: 'isInformed',
      bodies: [{ kind: 'nationalBoard', name: null }],
    } as const;
    const steps = (after: readonly string[]): ChainTemplate['steps'] => [first, ...others, { ...told, after }];
    const known = [...own, body('contactCouncil', null)];
    expect(checkBodies({ steps: steps(['council']) }, known)).toEqual([]);
    expect(checkBodies({ steps: steps([]) }, known)).toEqual([{ code: 'AP-26-NOBODY-CAN-TAKE', step: first.name }]);
  });
});

describe('AP-32 by when a step should be taken', () => {
  it.each<[string, StepDue | null, string, string | null]>([
    ['nothing said', null, '2026-10-15', null],
    ['on the deadline', { kind: 'beforeDeadline', days: 0 }, '2026-10-15', '2026-10-15'],
    ['nine days before it', { kind: 'beforeDeadline', days: 9 }, '2006-10-15', '2006-10-06'],
    ['in June of that year', { kind: 'month', month: 6 }, '2020-10-15', '2020-06-30'],
    ['in November before it', { kind: 'month', month: 11 }, '2020-10-15', '2019-11-30'],
    ['in the month of the deadline, which is not over', { kind: 'month', month: 10 }, '2020-10-15', '2019-10-31'],
    ['in December', { kind: 'month', month: 12 }, '2027-03-01', '2026-12-31'],
    ['in a February of a leap year', { kind: 'month', month: 2 }, '2028-03-01', '2028-02-29'],
  ])('AP-32 %s', (_, due, deadline, day) => {
    expect(dueDays([{ key: 'step', after: [], due }], localDateOf(deadline)).get('step')).toBe(day);
  });

  it('AP-32 no step is due later than one that comes after it, however far', () => {
    const month = (month: number): StepDue => ({ kind: 'month', month });
    const steps = [
      { key: 'council', after: ['committee'], due: { kind: 'beforeDeadline', days: 0 } },
      { key: 'dialogue', after: [], due: month(11) },
      { key: 'committee', after: ['kkr'], due: null },
      { key: 'kkr', after: ['dialogue'], due: month(6) },
    ] as const;
    expect(Object.fromEntries(dueDays(steps, localDateOf('2027-02-11')))).toEqual({
      council: '2027-02-11',
      committee: null,
      kkr: '2026-06-30',
      dialogue: '2025-11-30',
    });
  });
});

describe('the picture of a chain', () => {
  it('goes from left to right, with what is parallel under each other', () => {
    const picture = pictureOf({
      steps: [
        ...SJAELLAND_2021.steps,
        ...SJAELLAND_2021.steps.filter(({ key }) => key === 'committee').map((step) => ({ ...step, key: 'other' })),
      ],
    });
    expect(picture.nodes.map(({ key, column, row }) => [key, column, row])).toEqual([
      ['contactCouncil', 1, 1],
      ['committee', 2, 1],
      ['other', 2, 2],
      ['council', 3, 1],
    ]);
    expect([picture.columns, picture.rows]).toEqual([3, 2]);
    expect(picture.edges).toEqual([
      { from: 'contactCouncil', to: 'committee' },
      { from: 'committee', to: 'council' },
      { from: 'contactCouncil', to: 'other' },
    ]);
  });

  it('of nothing is nothing', () => {
    expect(pictureOf({ steps: [] })).toEqual({ columns: 0, rows: 0, nodes: [], edges: [] });
  });
});
