import { localDateOf, sha256, type VersionHash } from '@enig/kernel';
import { EMPTY_RICH, emptyJson, plainText, richFromPlain, type CaseJson } from '@enig/text';
import { caseDocument, computedFields, type CaseData } from './case';
import { carriedOver, prefillCase, type CaseFacts } from './case-prefill';
import { checkDocument } from './check';
import { toHtml } from './html';
import { toPdf } from './pdf';

const VERSION = sha256(new TextEncoder().encode('v')) as VersionHash;

const FACTS: CaseFacts = {
  ...{ party: 'Greve', council: 'Greve Byråd', title: 'Rammeaftale 2027-28', number: 3, version: VERSION },
  ...{ from: localDateOf('2027-01-01'), to: localDateOf('2028-12-31'), deadline: localDateOf('2026-12-01') },
  partyCount: 18,
  concerns: {
    coordinates: [{ number: 2, title: 'Autisme' }],
    goals: [],
    actions: [{ title: 'Nye pladser', area: 'Autisme', by: localDateOf('2027-06-30') }],
  },
  news: { since: 'Greve godkendte version 2', added: ['Unge'], changed: ['Autisme'], removed: [] },
  economy: [{ section: 'Takster', quote: 'Taksterne falder med 5 procent.' }],
  hearing: [
    {
      ...{ council: 'Handicaprådet i Greve', about: 'Udkastet', reference: 'H1-GREVE-7F3K' },
      points: [{ words: 'Ventetiden er\nfor lang.', outcome: 'accommodated', answer: 'Målet er skrevet om.' }],
    },
  ],
  ...{ ground: 'Kun byrådet kan binde kommunen.', kle: ['27.03.40', '34.05.05'] },
};

const words = (json: CaseJson, field: 'case' | 'recommendation' | 'economy' | 'hearing'): string =>
  plainText(json[field]);

describe('CA-2 a case begins with what concerns its party', () => {
  const begun = prefillCase(FACTS);

  it('names what is to be decided, by whom and by when', () => {
    expect(begun.title).toBe('Godkendelse af Rammeaftale 2027-28');
    expect(begun.summary).toMatch(/^Greve skal sige ja eller nej .* alle 18 parter .* 1\.\s?december\s2026\.$/u);
    expect(words(begun, 'recommendation')).toMatch(
      /^Forvaltningen indstiller, at Greve Byråd godkender »Rammeaftale 2027-28«, version 3 \([0-9a-f]{4}…[0-9a-f]{2}\)\.$/u,
    );
  });

  it('tells what the party looks after and is to do, and what is new since it last approved', () => {
    expect(words(begun, 'case')).toMatch(/Greve er tovholder for\n\n- 2\. Autisme/u);
    expect(words(begun, 'case')).toMatch(/Nye pladser \(Autisme\), senest 30\.\sjuni\s2027/u);
    expect(words(begun, 'case')).toContain(
      'Nyt siden Greve godkendte version 2\n\n- Nyt afsnit: Unge\n- Ændret: Autisme',
    );
  });

  it('quotes what the text says of money, and says what became of its own council’s points', () => {
    expect(words(begun, 'economy')).toContain('- Takster: »Taksterne falder med 5 procent.«');
    expect(words(begun, 'hearing')).toMatch(/Handicaprådet i Greve svarede på »Udkastet« \(H1-GREVE-7F3K\)/u);
    expect(words(begun, 'hearing')).toMatch(/- »Ventetiden er for lang\.« .+: Målet er skrevet om\./u);
  });

  it('says which law it rests on, with what the chain says, and where it is filed', () => {
    expect(begun.legal).toMatch(/^Serviceloven § 6, .*\. Kun byrådet kan binde kommunen\.$/u);
    expect(begun.kle).toBe('27.03.40 (også 34.05.05)');
    expect(prefillCase({ ...FACTS, ground: '', kle: ['27.03.40'] })).toMatchObject({
      ...{ legal: expect.stringMatching(/§ 37 a\.$/u), kle: '27.03.40' },
    });
  });

  it('says so where there is nothing to tell', () => {
    const concerns = { coordinates: [], goals: [], actions: [] };
    const bare = prefillCase({ ...FACTS, concerns, news: null, economy: [], hearing: null });
    expect(words(bare, 'case')).toContain('Teksten nævner ingen opgaver, som Greve alene har ansvaret for.');
    expect(words(bare, 'case')).not.toContain('Nyt siden');
    expect(words(bare, 'economy')).toBe('Teksten har ingen afsnit om takster eller udgifter.');
    expect(words(bare, 'hearing')).toBe('Teksten har ikke været i høring i Enig.');
    expect(words(prefillCase({ ...FACTS, hearing: [] }), 'hearing')).toBe(
      'Handicaprådet i Greve er ikke spurgt i Enig.',
    );
    const [asked] = FACTS.hearing ?? [];
    const silent = asked ? [{ ...asked, reference: null, points: [] }] : [];
    expect(words(prefillCase({ ...FACTS, hearing: silent }), 'hearing')).toMatch(/har ikke svaret\.$/u);
  });
});

describe('CA-4 the case on a new version', () => {
  it('keeps the words of the one before, with what has changed, and is about the new version', () => {
    const earlier: CaseJson = {
      ...{ ...emptyJson('case'), title: 'Vores egen', summary: 'Gammel', recommendation: richFromPlain('Nej') },
      ...{
        case: richFromPlain('Vores egne ord.'),
        economy: richFromPlain('Det koster 3 mio. kr.'),
        hearing: EMPTY_RICH,
        kle: '00.17.20',
      },
    };
    const next = carriedOver(earlier, FACTS);
    expect(words(next, 'case')).toMatch(/^Vores egne ord\.\n\nNyt siden Greve godkendte version 2/u);
    expect(words(next, 'economy')).toBe('Det koster 3 mio. kr.');
    expect(words(next, 'hearing')).toContain('H1-GREVE-7F3K');
    expect(words(next, 'recommendation')).toContain('version 3');
    expect(next.kle).toBe('00.17.20');
    expect(next.legal).toContain('Serviceloven § 6');
  });
});

describe('CA-5 the open and the closed annexes of a case', () => {
  const data: CaseData = {
    ...{ party: 'Greve', agreement: 'Rammeaftale 2027-28', number: 3, content: prefillCase(FACTS), state: 'draft' },
    label: null,
    open: [{ number: 1, title: 'Takster', fileName: 'takster.pdf' }],
    closed: [{ number: null, title: 'En borgers sag.pdf', fileName: 'En borgers sag.pdf' }],
    address: 'https://enig.example.org/aftaler/1/sag/municipality:0253',
  };

  it('stand apart, in an accessible document', () => {
    const model = caseDocument(data);
    expect(checkDocument(model)).toMatchObject({ ok: true });
    const page = toHtml(model);
    expect(page).toMatch(
      /Åbne bilag[\s\S]*Bilag 1: Takster \(takster\.pdf\)[\s\S]*Lukkede bilag[\s\S]*En borgers sag/u,
    );
    expect(page).toContain('27.03.40 (også 34.05.05)');
    expect(page).toContain('Udkast. Sagen er ikke sendt videre endnu.');
    expect(Buffer.from(toPdf(model)).toString('latin1')).toContain('/StructTreeRoot');
  });

  it('stand after what the agreement must not be taken for, which comes first', () => {
    const label = 'Demo – resten er opdigtet';
    expect(caseDocument({ ...data, label }).blocks[0]).toMatchObject({ tone: 'note', runs: [{ text: label }] });
    expect(JSON.stringify(caseDocument(data).blocks)).not.toContain('Demo');
  });

  it('stand after its words, which have the order of the page they are written on', () => {
    const headings = caseDocument(data).blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 2 ? [block.runs.map((run) => run.text).join('')] : [],
    );
    expect(headings).toEqual([
      ...['Sagsfremstilling', 'Indstilling', 'Økonomi', 'Høring'],
      ...['Åbne bilag', 'Lukkede bilag', 'Oplysninger til sagen'],
    ]);
  });

  it('and the closed ones are nowhere for who may not know of them', () => {
    const others: CaseData = { ...data, closed: null, state: 'sentOn' };
    const said = JSON.stringify([caseDocument(others), computedFields(others)]);
    expect(said).not.toMatch(/borgers|Lukkede/u);
    expect(JSON.stringify(computedFields(data))).toMatch(/Lukkede bilag\\n- En borgers sag/u);
    expect(caseDocument({ ...others, open: [] }).blocks).toContainEqual({
      kind: 'paragraph',
      runs: [{ text: 'Ingen bilag.' }],
    });
  });
});
