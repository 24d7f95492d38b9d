import { brandId, localDateOf, type ItemId, type PartyId, type SectionId } from '@enig/kernel';
import type { Goal, PlannedAction } from './focus-area';
import { sectionWarnings, checkFreeze, missingContents, readinessOf, type Draft, type DraftSection } from './freeze';
import { STATUTORY_CONTENTS, type StatutoryContent } from './parts';

const greve = brandId<PartyId>('municipality:0253');
const holbaek = brandId<PartyId>('municipality:0316');
const left = brandId<PartyId>('municipality:0101');
const parties = [greve, holbaek];

const goal: Goal = {
  id: brandId<ItemId>('g1'),
  title: 'Flere i job',
  criterion: '30 i job',
  owner: greve,
  due: localDateOf('2027-06-30'),
};
const action: PlannedAction = {
  id: brandId<ItemId>('a1'),
  title: 'Kortlægning',
  responsible: greve,
  from: localDateOf('2027-01-01'),
  to: localDateOf('2027-06-30'),
};
const focusArea: DraftSection = {
  id: brandId<SectionId>('autisme'),
  kind: 'focusArea',
  title: 'Autisme',
  strand: 'development',
  covers: null,
  coordinators: [greve],
  hasEasyRead: true,
  isUnreadable: false,
  isEmpty: false,
  danglingReferences: [],
  goals: [goal],
  themes: [{ id: brandId<ItemId>('t1'), title: 'Overgange' }],
  actions: [action],
};

function chapter(covers: StatutoryContent | null, over: Partial<DraftSection> = {}): DraftSection {
  const empty = { strand: null, coordinators: [], hasEasyRead: false, goals: [], themes: [], actions: [] };
  const id = brandId<SectionId>(covers ?? 'indledning');
  return { ...focusArea, ...empty, id, kind: 'chapter', title: `Kapitel ${id}`, covers, ...over };
}

const steering = STATUTORY_CONTENTS.map((content) => chapter(content));

function draft(sections: readonly DraftSection[], chapters: readonly DraftSection[] = steering): Draft {
  return {
    act: 'agreement',
    parties,
    parts: [
      { kind: 'developmentStrategy', sections },
      { kind: 'steeringAgreement', sections: chapters },
    ],
  };
}

function warned(over: Partial<DraftSection>): readonly object[] {
  return checkFreeze(draft([{ ...focusArea, ...over }])).warnings;
}

const place = { section: focusArea.id, item: null, title: 'Autisme' };
const onGoal = { ...place, item: goal.id, title: goal.title };
const onAction = { ...place, item: action.id, title: action.title };
const whole = { section: null, item: null, title: '' };

describe('AG-2, AG-3, AG-8, AG-42 what stands in the way of freezing', () => {
  it('a complete agreement freezes without a word', () => {
    expect(checkFreeze(draft([focusArea]))).toEqual({ refusals: [], warnings: [] });
  });

  it('AG-2 an agreement without a section', () => {
    expect(checkFreeze(draft([], [])).refusals).toEqual([{ ...whole, code: 'AG-2-NO-SECTIONS' }]);
  });

  it('AG-3 a section without a title, wherever it is', () => {
    const untitled = draft([{ ...focusArea, title: ' ' }], [chapter(null, { title: '' })]);
    expect(checkFreeze(untitled).refusals).toEqual([
      { ...place, title: '', code: 'AG-3-TITLE-MISSING' },
      { section: 'indledning', item: null, title: '', code: 'AG-3-TITLE-MISSING' },
    ]);
  });

  it('AG-8 an agreement without parties', () => {
    expect(checkFreeze({ ...draft([focusArea]), parties: [] }).refusals).toEqual([
      { ...whole, code: 'AG-8-NO-PARTIES' },
    ]);
  });

  it.each([
    ['agreement', 'AG-42-ONE-PARTY'],
    ['part', 'AG-42-ONE-PARTY'],
    ['addendum', 'AG-42-ITS-ONE-PARTY'],
    ['extension', 'AG-42-ITS-ONE-PARTY'],
  ] as const)('AG-42 an %s of one party: %s', (act, code) => {
    expect(checkFreeze({ ...draft([focusArea]), act, parties: [greve] }).refusals).toEqual([{ ...whole, code }]);
  });
});

describe('AG-10 a steering agreement has seven contents', () => {
  it.each(STATUTORY_CONTENTS)('warns where %s is missing, and where its chapter is empty', (content) => {
    const without = steering.filter(({ covers }) => covers !== content);
    const missing = { ...whole, code: 'AG-10-CONTENT-MISSING', content };
    expect(checkFreeze(draft([focusArea], without)).warnings).toEqual([missing]);
    const emptied = [...without, chapter(content, { isEmpty: true })];
    expect(checkFreeze(draft([focusArea], emptied)).warnings).toContainEqual(missing);
  });

  it('lists all seven in their order, and asks none of the development strategy', () => {
    expect(STATUTORY_CONTENTS).toHaveLength(7);
    expect(missingContents({ kind: 'steeringAgreement', sections: [] })).toEqual(STATUTORY_CONTENTS);
    expect(missingContents({ kind: 'developmentStrategy', sections: [] })).toEqual([]);
  });
});

describe('AG-11 a goal says when it is reached and who looks after it', () => {
  it('warns where it does not', () => {
    expect(warned({ goals: [{ ...goal, criterion: ' ', owner: null }] })).toEqual([
      { ...onGoal, code: 'AG-11-GOAL-WITHOUT-CRITERION' },
      { ...onGoal, code: 'AG-11-GOAL-WITHOUT-OWNER' },
    ]);
  });
});

describe('AG-12 a planned action says who and when', () => {
  it.each([
    [{ responsible: null }, 'AG-12-ACTION-WITHOUT-RESPONSIBLE'],
    [{ from: null }, 'AG-12-ACTION-WITHOUT-DATES'],
    [{ to: null }, 'AG-12-ACTION-WITHOUT-DATES'],
    [{ to: localDateOf('2026-12-31') }, 'AG-12-ACTION-ENDS-BEFORE-IT-BEGINS'],
  ])('warns of %o', (over, code) => {
    expect(warned({ actions: [{ ...action, ...over }] })).toEqual([{ ...onAction, code }]);
  });

  it('takes an action of one day', () => {
    expect(warned({ actions: [{ ...action, to: action.from }] })).toEqual([]);
  });
});

describe('AG-13 something is written, and there is a goal', () => {
  it('warns of a focus area without goals, and of an empty section once', () => {
    expect(warned({ goals: [] })).toEqual([{ ...place, code: 'AG-13-FOCUS-AREA-WITHOUT-GOALS' }]);
    expect(warned({ goals: [], actions: [], isEmpty: true })).toEqual([{ ...place, code: 'AG-13-SECTION-EMPTY' }]);
  });
});

describe('AG-14 a focus area has a coordinator', () => {
  it('warns where it has none; a chapter needs none', () => {
    expect(warned({ coordinators: [] })).toEqual([{ ...place, code: 'AG-14-WITHOUT-COORDINATOR' }]);
  });
});

describe('AG-15 a focus area has an easy-read version', () => {
  it('warns where it has none', () => {
    expect(warned({ hasEasyRead: false })).toEqual([{ ...place, code: 'AG-15-WITHOUT-EASY-READ' }]);
  });
});

describe('AG-16 a reference leads somewhere', () => {
  it('warns of each that does not', () => {
    expect(warned({ danglingReferences: ['x', 'y'] })).toEqual([
      { ...place, code: 'AG-16-REFERENCE-LEADS-NOWHERE', target: 'x' },
      { ...place, code: 'AG-16-REFERENCE-LEADS-NOWHERE', target: 'y' },
    ]);
  });
});

describe('AG-17 an agreement has both parts', () => {
  it('warns of one that is missing', () => {
    const [development, steeringPart] = draft([focusArea]).parts;
    expect(checkFreeze({ act: 'agreement', parties, parts: steeringPart ? [steeringPart] : [] }).warnings).toEqual([
      { ...whole, code: 'AG-17-PART-MISSING', part: 'developmentStrategy' },
    ]);
    expect(checkFreeze({ act: 'agreement', parties, parts: development ? [development] : [] }).warnings).toEqual([
      { ...whole, code: 'AG-17-PART-MISSING', part: 'steeringAgreement' },
    ]);
  });
});

describe('AG-39 a part that runs apart lacks no other', () => {
  it.each(['part', 'addendum'] as const)('nothing is said of the missing part in %s', (act) => {
    const [, steeringPart] = draft([focusArea]).parts;
    expect(checkFreeze({ act, parties, parts: steeringPart ? [steeringPart] : [] }).warnings).toEqual([]);
  });

  it('an addendum has only what it changes: the seven contents are those of its agreement', () => {
    const lacking = { kind: 'steeringAgreement' as const, sections: [] };
    const codes = (act: 'part' | 'addendum') =>
      checkFreeze({ act, parties, parts: [lacking] }).warnings.map(({ code }) => code);
    expect(codes('addendum')).toEqual([]);
    expect(codes('part')).toHaveLength(7);
  });

  it('AG-35 an extension has no text of its own, and that is no reason', () => {
    expect(checkFreeze({ act: 'extension', parties, parts: [] })).toEqual({ refusals: [], warnings: [] });
  });
});

describe('AG-18 whoever is named is a party', () => {
  it('warns of one that has left the agreement, wherever it is named', () => {
    const over = {
      coordinators: [greve, left],
      goals: [{ ...goal, owner: left }],
      actions: [{ ...action, responsible: left }],
    };
    const code = 'AG-18-NOT-A-PARTY';
    expect(warned(over)).toEqual([
      { ...place, code, party: left },
      { ...onGoal, code, party: left },
      { ...onAction, code, party: left },
    ]);
  });
});

describe('AG-13 how far a section is', () => {
  it.each([
    ['empty', { isEmpty: true, goals: [] }],
    ['inProgress', { goals: [] }],
    ['inProgress', { title: ' ' }],
    ['ready', {}],
  ])('%s', (readiness, over) => {
    expect(readinessOf({ ...focusArea, ...over }, parties)).toBe(readiness);
  });
});

describe('AG-25 a text that nobody can read is not frozen', () => {
  const broken = { ...focusArea, isUnreadable: true, isEmpty: false, goals: [], hasEasyRead: false };
  const told = { section: focusArea.id, item: null, title: focusArea.title, code: 'AG-25-TEXT-UNREADABLE' };

  it('refuses, naming the section, and says nothing else of it', () => {
    expect(checkFreeze(draft([broken]))).toEqual({ refusals: [told], warnings: [] });
    expect(checkFreeze(draft([{ ...broken, title: '' }])).refusals).toEqual([{ ...told, title: '' }]);
  });

  it('is shown where the section is, which is not ready', () => {
    expect(sectionWarnings(broken, parties)).toEqual([told]);
    expect(readinessOf(broken, parties)).toBe('inProgress');
  });
});
