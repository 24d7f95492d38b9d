import { readFocusArea } from './focus-area';

const prose = { type: 'doc', content: [] };
const goal = {
  id: 'g1',
  title: 'Flere i job',
  body: prose,
  criterion: '30 i job',
  owner: 'municipality:0253',
  due: '2027-06-30',
};
const theme = { id: 't1', title: 'Overgange', body: prose };
const action = { id: 'a1', title: 'Kortlægning', body: prose, responsible: null, from: null, to: null };
const area = {
  kind: 'focus-area',
  schema: 1,
  title: 'Autisme',
  intro: prose,
  goals: [goal],
  themes: [theme],
  actions: [action],
};

describe('AG-20 a focus area is read only from JSON that is one', () => {
  it('gives goals, themes and planned actions without their prose', () => {
    expect(readFocusArea(area)).toEqual({
      ok: true,
      value: {
        title: 'Autisme',
        goals: [
          { id: 'g1', title: 'Flere i job', criterion: '30 i job', owner: 'municipality:0253', due: '2027-06-30' },
        ],
        themes: [{ id: 't1', title: 'Overgange' }],
        actions: [{ id: 'a1', title: 'Kortlægning', responsible: null, from: null, to: null }],
      },
    });
  });

  it.each<[string, unknown, string]>([
    ['nothing', undefined, ''],
    ['null', null, ''],
    ['a list', [], ''],
    ['another kind', { ...area, kind: 'chapter' }, 'kind'],
    ['a title that is no text', { ...area, title: 7 }, 'title'],
    ['goals that are no list', { ...area, goals: {} }, 'goals'],
    ['an item that is no object', { ...area, themes: ['x'] }, 'themes[0]'],
    ['an item without id', { ...area, themes: [{ ...theme, id: '' }] }, 'themes[0].id'],
    ['an id twice', { ...area, themes: [theme, theme] }, 'themes[1].id'],
    ['a criterion that is missing', { ...area, goals: [{ ...goal, criterion: null }] }, 'goals[0].criterion'],
    ['an owner that is empty', { ...area, goals: [{ ...goal, owner: '' }] }, 'goals[0].owner'],
    [
      'a date that does not exist',
      { ...area, goals: [goal, { ...goal, id: 'g2', due: '2026-02-29' }] },
      'goals[1].due',
    ],
    ['a date that is a number', { ...area, actions: [{ ...action, from: 2026 }] }, 'actions[0].from'],
    ['an action without its end', { ...area, actions: [{ ...action, to: undefined }] }, 'actions[0].to'],
  ])('refuses %s and says where', (_, json, at) => {
    expect(readFocusArea(json)).toEqual({ ok: false, error: { code: 'AG-20-NOT-A-FOCUS-AREA', at } });
  });

  it('reads JSON that went over the wire', () => {
    const wire: unknown = JSON.parse(JSON.stringify(area));
    expect(readFocusArea(wire)).toEqual(readFocusArea(area));
  });
});
