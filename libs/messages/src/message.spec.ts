import { endOfDay, localDateOf } from '@enig/kernel';
import {
  createMessages,
  isActKind,
  isMessageCode,
  markOf,
  message,
  shortHash,
  wordAct,
  wordCorrection,
  wordRefusal,
  type MessageCode,
} from './index';
import { fill } from './sentence';

describe('message', () => {
  it('says a code in the language asked for', () => {
    expect(message('da', 'state.hearing')).toBe('i høring');
    expect(message('en', 'state.hearing')).toBe('in hearing');
    expect(createMessages('da')('ui.save.saved', { time: '10.42' })).toBe('Gemt kl.\u00a010.42');
  });

  it('chooses one or several by the count, and writes numbers as the language does', () => {
    const m = createMessages('da');
    expect([1, 0, 18, 1342].map((count) => m('deadline.days', { count }))).toEqual([
      '1 dag',
      '0 dage',
      '18 dage',
      '1.342 dage',
    ]);
  });

  it('never shows half a sentence', () => {
    expect(() => fill('Gemt kl. {time}', {}, 'da-DK')).toThrow(RangeError);
  });

  it('does not compile without its words, or with others', () => {
    // @ts-expect-error the time is missing
    expect(() => message('da', 'ui.save.saved')).toThrow(RangeError);
    // @ts-expect-error there is no such place
    expect(message('da', 'ui.save.saved', { time: '10.42', date: 'i dag' })).toBe('Gemt kl.\u00a010.42');
    // @ts-expect-error there is no such code
    expect(() => message('da', 'state.unknown')).toThrow(TypeError);
  });

  it('knows its codes, and nothing an object happens to have', () => {
    expect(isMessageCode('seat.coordinator' satisfies MessageCode)).toBe(true);
    expect(isMessageCode('toString')).toBe(false);
  });
});

describe('wordRefusal', () => {
  it('names what has no title yet, instead of quoting nothing', () => {
    const refusal = { code: 'AG-11-GOAL-WITHOUT-OWNER' as const, title: '' };
    expect(wordRefusal('da', refusal)).toContain('»(uden titel)«');
    expect(wordRefusal('en', refusal)).toContain('“(untitled)”');
  });

  const names: Readonly<Record<string, string>> = {
    'disability-council:0253': 'Greve Handicapråd',
    'disability-council:0316': 'Holbæk Handicapråd',
  };
  const nameOf = (id: string) => names[id] ?? null;

  it('gives ids as names and lists as lists', () => {
    const refusal = { code: 'HE-12-STILL-COLLECTING', waitingFor: Object.keys(names) } as const;
    expect(wordRefusal('da', refusal, nameOf)).toContain(
      'disse mangler at svare: Greve Handicapråd og Holbæk Handicapråd.',
    );
  });

  it('gives closed values as their labels, by the code they come with', () => {
    const inState = (code: 'AG-1-NOT-IN-THIS-STATE' | 'HE-6-NOT-IN-THIS-STATE', state: string) =>
      wordRefusal('da', { code, ...{ state } });
    expect(inState('AG-1-NOT-IN-THIS-STATE', 'deciding')).toContain('aftalen er til beslutning.');
    expect(inState('HE-6-NOT-IN-THIS-STATE', 'ended')).toContain('svar behandles.');
    const notHere = { code: 'AP-6-OUTCOME-NOT-FOR-THIS-BODY', allowed: ['recommended', 'notRecommended'] } as const;
    expect(wordRefusal('da', notHere)).toContain('anbefalet og ikke anbefalet');
  });

  it('gives dates as dates, and the midnight that ends a day as that day', () => {
    expect(wordRefusal('da', { code: 'HE-4-NOT-LATER', ...{ dueDate: '2026-10-15' } })).toContain(
      '15.\u00a0oktober 2026',
    );
    const late = { code: 'HE-10-TOO-LATE-TO-CHANGE', dueAt: endOfDay(localDateOf('2026-10-15')) } as const;
    expect(wordRefusal('da', late)).toContain('fristen torsdag den 15.\u00a0oktober 2026 kl.\u00a024 er gået,');
  });

  it('counts what a list or a number is about', () => {
    const open = (count: number) =>
      ({ code: 'HE-13-POINTS-OPEN', open: Array.from({ length: count }, () => ({})) }) as const;
    expect(wordRefusal('da', open(1))).toMatch(/^Ét punkt mangler/);
    expect(wordRefusal('da', open(7))).toMatch(/^7 punkter mangler/);
    expect(wordRefusal('da', { code: 'AG-5-ROUND-NOT-CLOSED', ...{ rounds: 2 } })).toMatch(/^Der er 2 høringsrunder/);
  });
});

describe('wordAct', () => {
  it('is a sentence of the facts an act carries', () => {
    expect(wordAct('da', 'treatPoint', { council: 'Greve Handicapråd', outcome: 'noted' })).toBe(
      'Et punkt fra Greve Handicapråd blev behandlet: taget til efterretning.',
    );
    const version = 'a41f00000000000000000000000000000000000000000000000000000000009c';
    expect(wordAct('da', 'freezeForHearing', { version })).toBe(
      'Teksten blev frosset og sendt i høring som version a41f…9c.',
    );
  });

  it('AP-12 says of a correction that it is one, where acts of its kind can be', () => {
    const facts = { party: 'Holbæk Kommune', outcome: 'approved' };
    expect(wordCorrection('da', 'recordDecision', facts)).toBe(
      'Rettet beslutning registreret for Holbæk Kommune: godkendt.',
    );
    expect(wordCorrection('da', 'conclude', facts)).toBeNull();
  });

  it('shows what an old act does not carry as a dash, and never fails for it', () => {
    expect(wordAct('da', 'moveSection', {})).toBe('Afsnittet »–« blev flyttet.');
  });

  it('knows its kinds', () => expect([isActKind('conclude'), isActKind('somethingElse')]).toEqual([true, false]));
});

describe('marks', () => {
  it('are the shapes of the house', () => {
    expect([markOf('readiness.empty'), markOf('readiness.inProgress'), markOf('readiness.ready')]).toEqual([
      '○',
      '◐',
      '●',
    ]);
    expect(markOf('partyStanding.rejected')).toBe('✕');
    expect(shortHash('a41f00009c')).toBe('a41f…9c');
  });
});
