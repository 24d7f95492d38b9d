import { instantOf, localDateOf } from '@enig/kernel';
import { checkDocument } from './check';
import { answeredTogether, memoDocument, type MemoData } from './memo';
import type { Block, Run } from './model';
import { changedRuns, type TreatedPoint } from './treated';
import { usedDocument, type UsedData } from './used';

const change = {
  title: '1 Autisme',
  change: 'changed',
  places: [
    {
      label: 'Mål 1: titel',
      change: 'changed',
      words: [
        { op: 'same', text: 'Støtte ' },
        { op: 'removed', text: 'til børn' },
        { op: 'added', text: 'til alle' },
      ],
    },
  ],
} as const;

function point(label: string, given: Partial<TreatedPoint> = {}): TreatedPoint {
  return {
    ...{ label, council: 'Greve Handicapråd', isMinority: false, isLate: false, kind: 'paragraph', about: null },
    words: `Ordene i punkt ${label}.`,
    answered: { given: `svar ${label}`, outcome: 'accommodated', answer: 'Ja.', reason: 'I har ret.', change: null },
    ...given,
  };
}

const data: MemoData = {
  label: null,
  ...{ about: 'Rammeaftale 2027–28', owner: 'Fællessekretariatet', number: 1, state: 'closed' },
  ...{ from: localDateOf('2027-03-01'), to: localDateOf('2027-04-10'), days: 40, shortReason: null },
  extensions: [{ dueDate: localDateOf('2027-04-10'), reason: 'Påsken ligger i perioden.' }],
  endedOn: null,
  bodies: [
    { name: 'Ærø Handicapråd', answeredAt: null, isLate: false },
    { name: 'Greve Handicapråd', answeredAt: instantOf('2027-04-01T08:00:00Z'), isLate: false },
    { name: 'Faxe Handicapråd', answeredAt: instantOf('2027-04-12T08:00:00Z'), isLate: true },
  ],
  themes: [
    { title: null, points: [point('1')] },
    { title: '1 Autisme', points: [point('2', { answered: null }), point('3', { isMinority: true, about: 'Kørsel' })] },
    { title: '2 Hjerneskade', points: [] },
  ],
  ...{ comparedWith: 'version 2', changes: [change], madeAt: instantOf('2027-05-01T10:00:00Z') },
  address: 'https://enig.dk/aftaler/a/hoeringsnotat/r',
};

const said = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** Everything a document says, a line for each piece. */
function lines(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'heading':
        return [`${'#'.repeat(block.level)} ${said(block.runs)}`];
      case 'paragraph':
        return [said(block.runs)];
      case 'facts':
        return block.facts.map(({ name, value }) => `${name}: ${said(value)}`);
      case 'table':
        return [block.caption, ...block.rows.map((row) => row.map(said).join(' | '))];
      default:
        return [];
    }
  });
}

const memoLines = (changed: Partial<MemoData> = {}): string[] => lines(memoDocument({ ...data, ...changed }).blocks);

describe('the memo on a hearing in the form of lovkvalitet 9.1.6', () => {
  it('says that the collecting was ended before the last day', () => {
    expect(memoLines().join('\n')).not.toContain('Afsluttet');
    const ended = memoLines({ endedOn: localDateOf('2027-04-05') }).join('\n');
    expect(ended).toMatch(
      /Afsluttet før fristen: mandag den 5\.\sapril\s2027\. Alle, der blev spurgt, havde svaret\./u,
    );
  });

  it('says the period with its dates and number of days, and each extension with its reason', () => {
    expect(memoLines()).toContain(
      'Høringsperiode: Fra mandag den 1.\u00a0marts 2027 til og med lørdag den 10.\u00a0april 2027: 40 dage',
    );
    expect(memoLines()).toContain('Frist forlænget: Til 10.\u00a0april 2027. Påsken ligger i perioden.');
    expect(memoLines({ shortReason: 'Loven haster.' })).toContain('Begrundelse for kort frist: Loven haster.');
  });

  it('lists who was heard in Danish order, with a mark for who answered and for who was late', () => {
    const rows = memoLines().filter((line) => line.includes('Handicapråd |'));
    expect(rows.map((row) => row.split(' | ').slice(0, 2).join(' '))).toEqual([
      'Faxe Handicapråd ✓ Ja, for sent',
      'Greve Handicapråd ✓ Ja',
      'Ærø Handicapråd – Nej',
    ]);
    expect(memoLines()).toContain('2 af 3 har svaret');
  });

  it('tells by theme what was said, what became of it and why, also where nobody said anything', () => {
    const all = memoLines();
    const themes = all.filter((line) => line.startsWith('## '));
    expect(themes.slice(3, 6)).toEqual(['## Bemærkninger i øvrigt', '## 1 Autisme', '## 2 Hjerneskade']);
    const third = all.indexOf('### Punkt 3 fra Greve Handicapråd: imødekommet');
    expect(all.slice(third, third + 5)).toEqual([
      '### Punkt 3 fra Greve Handicapråd: imødekommet',
      'Et mindretal · under overskriften »Kørsel«',
      'Ordene i punkt 3.',
      'Svar: Ja.',
      'Begrundelse: I har ret.',
    ]);
    expect(all.filter((line) => line === 'Begrundelse: I har ret.')).toHaveLength(2);
    const second = all.indexOf('### Punkt 2 fra Greve Handicapråd: mangler svar');
    expect(all.slice(second + 1, second + 3)).toEqual(['Ordene i punkt 2.', expect.stringMatching('^### ')]);
    expect(all).toContain('Ingen har haft bemærkninger her.');
    expect(all).toContain('imødekommet | 2');
    expect(all).toContain('mangler svar | 1');
  });

  it('tells what changed against the hearing draft, and says so where nothing did', () => {
    expect(memoLines().slice(-3)).toEqual([
      '### 1 Autisme · ændret',
      'Mål 1: titel · ændret',
      'Støtte til børntil alle',
    ]);
    expect(memoLines({ changes: [] }).at(-1)).toContain('Teksten er som i høringsudkastet');
    expect(memoLines({ comparedWith: null, changes: [] }).at(-1)).toBe('Der er ikke noget senere at sammenligne med.');
  });

  it('says that it is preliminary until the round is closed', () => {
    expect(memoLines().some((line) => line.includes('foreløbigt'))).toBe(false);
    expect(memoLines({ state: 'ended' })[0]).toContain('foreløbigt');
  });

  it('shows points with the same answer once, with all that was said', () => {
    const answered = { given: 'a', outcome: 'noted', answer: 'Tak.', reason: 'Enig.', change: null } as const;
    const points = [point('1', { answered }), point('2'), point('5', { answered, council: 'Faxe Handicapråd' })];
    expect(answeredTogether(points).map((each) => each.map(({ label }) => label))).toEqual([['1', '5'], ['2']]);
    const all = memoLines({ themes: [{ title: null, points }] });
    expect(all.filter((line) => line === 'Svar: Tak.')).toHaveLength(1);
    expect(all).toContain('### 1. 2 punkter med samme svar: taget til efterretning');
    expect(all.filter((line) => /^Punkt \d/u.test(line))).toEqual([
      'Punkt 1 fra Greve Handicapråd',
      'Punkt 5 fra Faxe Handicapråd',
    ]);
  });

  it('can be read by everybody, in both languages, whatever the titles are', () => {
    const odd = { themes: [{ title: ' ', points: [point('1')] }], changes: [{ ...change, title: '' }] };
    for (const locale of ['da', 'en'] as const) {
      expect(checkDocument(memoDocument(data, locale))).toMatchObject({ ok: true });
      expect(checkDocument(memoDocument({ ...data, ...odd }, locale))).toMatchObject({ ok: true });
    }
  });
});

describe('what became of a council’s answer', () => {
  const used: UsedData = {
    label: null,
    ...{ about: data.about, owner: data.owner, council: 'Greve Handicapråd', reference: 'H1-GREVE-7F3K' },
    ...{ sentAt: instantOf('2027-04-01T08:00:00Z'), isLate: false, state: 'closed', madeAt: data.madeAt },
    themes: [
      { title: '1 Autisme', points: [point('1', { answered: { ...answer(), change } })] },
      { title: '2 Hjerneskade', points: [] },
    ],
    address: data.address,
  };

  function answer() {
    return { given: 'a', outcome: 'accommodated', answer: 'Ja.', reason: 'I har ret.' } as const;
  }

  it('begins with what the agreement must not be taken for, as does the memo', () => {
    const label = 'Demo – resten er opdigtet';
    const papers = [memoDocument({ ...data, label }), usedDocument({ ...used, label })];
    expect(papers.map(({ blocks }) => lines(blocks)[0])).toEqual([label, label]);
  });

  it('gives each point with its answer and the text before and after, each said once', () => {
    const { blocks } = usedDocument(used);
    expect(lines(blocks).slice(-7)).toEqual([
      '### Punkt 1: imødekommet',
      'Ordene i punkt 1.',
      'Svar: Ja.',
      'Begrundelse: I har ret.',
      '#### Det blev ændret: 1 Autisme',
      'Mål 1: titel · ændret',
      'Støtte til børntil alle',
    ]);
    expect(lines(blocks).some((line) => line.includes('Hjerneskade'))).toBe(false);
    expect(checkDocument(usedDocument(used, 'en'))).toMatchObject({ ok: true });
  });

  it('thanks those who had no remarks', () => {
    expect(lines(usedDocument({ ...used, themes: [] }).blocks)[0]).toContain('Tak, fordi I svarede');
  });
});

describe('a change is shown with so much around it that it can be understood', () => {
  it('leaves out what is far from it, and no word of what came or went', () => {
    const far = 'ord '.repeat(200);
    const runs = changedRuns([
      { op: 'same', text: far },
      { op: 'added', text: far },
      { op: 'same', text: far },
    ]);
    expect(runs[0]?.text.startsWith('…')).toBe(true);
    expect(runs[0]?.text.length).toBeLessThan(130);
    expect(runs[1]).toEqual({ text: far, change: 'added' });
    expect(runs[2]?.text.endsWith('…')).toBe(true);
  });
});
