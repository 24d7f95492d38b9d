import { localDateOf } from '@enig/kernel';
import fc from 'fast-check';
import { checkDocument } from './check';
import { lix, wordsBesideTables } from './lix';
import { PDFDocument } from 'pdf-lib';
import { onePage, ONE_PAGE_WORDS, type OnePageData } from './one-page';
import { toPdf } from './pdf';

const data: OnePageData = {
  title: 'Rammeaftale 2027–28',
  label: null,
  from: localDateOf('2027-01-01'),
  to: localDateOf('2028-12-31'),
  deadline: localDateOf('2026-10-15'),
  version: 3,
  sentence: '17 af 18 har godkendt · ikke indgået. Mangler: Holbæk.',
  partyCount: 18,
  isDeciding: true,
  party: 'Holbæk',
  areas: [
    { title: 'Borgere med autisme', goals: ['Færre skift', 'Kortere ventetid'] },
    { title: 'Samarbejde', goals: [] },
  ],
  news: { since: 'version 2', added: ['Samarbejde'], changed: ['Borgere med autisme'], removed: [] },
  coordinates: ['Borgere med autisme'],
  actions: [{ title: 'Kortlægge erfaringer', area: 'Samarbejde', to: localDateOf('2027-06-30') }],
  economy: [{ section: 'Udviklingen i taksterne', quote: 'Taksterne stiger højst med pris- og lønudviklingen.' }],
  hearing: { asked: 17, answered: 15, runsTo: null, outcomes: [{ name: 'Imødekommet', count: 12 }] },
  standings: [
    { name: 'godkendt', parties: ['Faxe', 'Greve'] },
    { name: 'ikke begyndt', parties: ['Holbæk'] },
  ],
  address: 'https://enig.example/aftaler/1/kort',
};

const words = ({ model }: ReturnType<typeof onePage>) => wordsBesideTables(model);
/** Every word of a page, tables and all. */
const everything = (page: ReturnType<typeof onePage>) => JSON.stringify(page.model);

describe('DOC-6 one page for politicians', () => {
  it('says first what the agreement must not be taken for', () => {
    const label = 'Demo – resten er opdigtet';
    expect(onePage({ ...data, label }).model.blocks[0]).toEqual({
      kind: 'paragraph',
      tone: 'note',
      runs: [{ text: label }],
    });
    expect(onePage(data).model.blocks[0]).toMatchObject({ kind: 'heading' });
  });

  it('says goals, what is new, what is asked, economy, what the hearing said and who has approved', () => {
    const page = onePage(data);
    const said = everything(page);
    for (const each of ['Færre skift · Kortere ventetid', 'intet mål endnu', 'Siden version 2', '»Samarbejde«'])
      expect(said).toContain(each);
    for (const each of ['Holbæk siger ja eller nej', 'tovholder for »Borgere med autisme«', 'Kortlægge erfaringer'])
      expect(said).toContain(each);
    for (const each of [
      '»Taksterne stiger højst',
      '15 af 17 spurgte har svaret',
      'Imødekommet',
      '17 af 18 har godkendt',
    ])
      expect(said).toContain(each);
    expect(checkDocument(page.model).ok).toBe(true);
    expect(page.readability.words).toBeLessThan(ONE_PAGE_WORDS);
  });

  it('asks of all where it is for nobody, and of nobody once it is decided', () => {
    expect(everything(onePage({ ...data, party: null }))).toContain('Hver part siger ja eller nej');
    expect(everything(onePage({ ...data, party: null }))).not.toContain('Kortlægge');
    expect(words(onePage({ ...data, isDeciding: false }))).toContain('Der skal ikke tages stilling nu');
  });

  it('says so where there is nothing to tell', () => {
    const page = onePage({ ...data, news: null, economy: [], hearing: null, areas: [] });
    for (const each of ['ikke én bestemt tidligere tekst', 'ingen afsnit om takster', 'ikke været i høring'])
      expect(words(page)).toContain(each);
    expect(words(onePage({ ...data, news: { since: 'version 2', added: [], changed: [], removed: [] } }))).toContain(
      'Afsnittene er de samme som i version 2.',
    );
  });

  it('is one sheet of paper for five focus areas with three goals each, 18 parties and a long name', async () => {
    const goals = [
      'Borgernes erfaringer er på bordet',
      'Materialet kan bruges af alle råd',
      'Støtten måles på, hvad den gør',
    ];
    const quote =
      'Parterne er enige om, at taksterne i gennemsnit højst må stige med den almindelige pris- og lønudvikling.';
    const { model } = onePage({
      ...{ ...data, title: 'Rammeaftale 2027–28 for det specialiserede social- og undervisningsområde' },
      areas: Array.from({ length: 5 }, (_, index) => ({ title: `En sammenhængende indsats ${index}`, goals })),
      economy: Array.from({ length: 3 }, () => ({ section: 'Udviklingen i taksterne', quote })),
      standings: ['godkendt', 'mangler at beslutte'].map((name) => ({
        name,
        parties: Array.from({ length: 9 }, () => 'Vordingborg'),
      })),
    });
    expect((await PDFDocument.load(toPdf(model))).getPageCount()).toBe(1);
  });

  it('shortens long lists and says how many are left out', () => {
    const many = Array.from({ length: 20 }, (_, index) => `Fokusområde ${index} med et navn på mange ord i alt`);
    const page = onePage({ ...data, news: { since: 'version 2', added: many, changed: many, removed: many } });
    expect(page.readability.words).toBeLessThanOrEqual(ONE_PAGE_WORDS);
    expect(words(page)).toMatch(/og 1\d til\./u);
  });

  it('property: never more than 250 words beside the tables, whatever things are called', () => {
    const name = fc
      .array(fc.stringMatching(/^[a-zæøå]{1,8}$/), { minLength: 1, maxLength: 60 })
      .map((all) => all.join(' '));
    const names = fc.array(name, { maxLength: 40 });
    fc.assert(
      fc.property(name, names, names, names, fc.boolean(), (title, added, changed, removed, isFor) => {
        const page = onePage({
          ...{ ...data, title, coordinates: added, party: isFor ? 'Lyngby-Taarbæk' : null },
          news: { since: 'version 2', added, changed, removed },
        });
        expect(page.readability.words).toBeLessThanOrEqual(ONE_PAGE_WORDS);
        expect(checkDocument(page.model).ok).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('DOC-7 the page shows its lix', () => {
  it('of what stands beside the tables, the figures left out', () => {
    const { model, readability } = onePage(data);
    const before = { ...model, blocks: model.blocks.slice(0, -1) };
    expect(lix(wordsBesideTables(before))).toEqual(readability);
    const shown = new RegExp(`${readability.words} ord uden for tabellerne · lix ${readability.lix} \\(`);
    expect(JSON.stringify(model.blocks.at(-1))).toMatch(shown);
    expect(readability.lix).toBeLessThan(45);
  });
});
