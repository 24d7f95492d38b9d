import { brandId, instantOf, localDateOf, type AgreementId, type SectionId } from '@enig/kernel';
import fc from 'fast-check';
import {
  AMENDMENT_KINDS,
  checkAmendment,
  consolidate,
  type AgreedSection,
  type AmendingSection,
  type ForcedAddendum,
} from './consolidated';

const id = (text: string): SectionId => brandId<SectionId>(text);

function section(name: string, over: Partial<AgreedSection<string>> = {}): AgreedSection<string> {
  const place = { part: 'developmentStrategy', kind: 'focusArea', number: 1 } as const;
  return { section: id(name), ...place, title: `Om ${name}`, content: `${name} siger`, ...over };
}

const base = [
  section('a'),
  section('b', { number: 2 }),
  section('c', { part: 'steeringAgreement', kind: 'chapter', number: null }),
];

function amending(name: string, amends: AmendingSection<string>['amends']): AmendingSection<string> {
  return { ...section(name), title: `Nyt om ${name}`, content: `${name} siger nu`, amends };
}

function addendum(name: string, since: string, ...sections: AmendingSection<string>[]): ForcedAddendum<string> {
  const concludedAt = instantOf(`${since}T08:00:00.000Z`);
  return { agreement: brandId<AgreementId>(name), since: localDateOf(since), concludedAt, sections };
}

describe('AG-38 the text that holds', () => {
  it('is the agreement where nothing hangs on it', () => {
    expect(consolidate(base, [])).toEqual(base.map((each) => ({ ...each, from: null, note: null, was: null })));
  });

  it('names the addendum of each section that was replaced, taken out or added, and what it said before', () => {
    const first = addendum(
      'first',
      '2027-03-01',
      amending('x', { section: id('a'), kind: 'replaces' }),
      amending('y', { section: id('c'), kind: 'removes' }),
      amending('z', null),
    );
    expect(consolidate(base, [first])).toMatchObject([
      { section: 'a', number: 1, title: 'Nyt om x', content: 'x siger nu', from: 'first', was: 'a siger' },
      { section: 'b', number: 2, from: null, was: null },
      { section: 'c', title: 'Om c', content: null, note: 'y siger nu', from: 'first', was: 'c siger' },
      { section: 'z', number: 3, content: 'z siger nu', from: 'first', was: null },
    ]);
  });

  it('a later addendum changes what an earlier one made of it, or puts back what it took out', () => {
    const first = addendum(
      'first',
      '2027-03-01',
      amending('x', { section: id('a'), kind: 'removes' }),
      amending('z', null),
    );
    const second = addendum(
      'second',
      '2027-06-01',
      amending('v', { section: id('a'), kind: 'replaces' }),
      amending('w', { section: id('z'), kind: 'replaces' }),
    );
    expect(consolidate(base, [second, first])).toMatchObject([
      { section: 'a', content: 'v siger nu', from: 'second', note: null, was: 'a siger' },
      { section: 'b' },
      { section: 'c' },
      { section: 'z', content: 'w siger nu', from: 'second', was: 'z siger nu' },
    ]);
  });

  const anyAddendum = fc.record({
    month: fc.integer({ min: 1, max: 9 }),
    on: fc.constantFrom('a', 'b', 'c', null),
    kind: fc.constantFrom(...AMENDMENT_KINDS),
  });
  const anyAddenda = fc.array(anyAddendum, { maxLength: 6 }).map((all) =>
    all.map(({ month, on, kind }, index) => {
      const amends = on === null ? null : { section: id(on), kind };
      return addendum(`add-${index}`, `2027-0${month}-01`, amending(`s${index}`, amends));
    }),
  );

  it('of two in force from the same day the one that was concluded last has the last word, whatever they are called', () => {
    const both = (at: string, name: string) => ({
      ...addendum(name, '2027-01-01', { ...amending(name, { section: id('a'), kind: 'replaces' }) }),
      concludedAt: instantOf(at),
    });
    const [march, may] = [both('2026-03-01T09:00:00.000Z', 'z'), both('2026-05-01T09:00:00.000Z', 'b')];
    expect(consolidate(base, [may, march])[0]).toMatchObject({ from: 'b', was: 'z siger nu' });
  });

  it('property: it is the same whatever the order the addenda are read in', () => {
    fc.assert(
      fc.property(anyAddenda, fc.infiniteStream(fc.nat()), (addenda, noise) => {
        const keyed = addenda.map((each) => ({ each, key: noise.next().value ?? 0 }));
        const shuffled = keyed.sort((one, other) => one.key - other.key).map(({ each }) => each);
        expect(consolidate(base, shuffled)).toEqual(consolidate(base, addenda));
      }),
    );
  });

  it('property: every section is the agreement’s own or of an addendum that says so, and none is lost', () => {
    fc.assert(
      fc.property(anyAddenda, (addenda) => {
        const text = consolidate(base, addenda);
        expect(base.every((own) => text.some((each) => each.section === own.section))).toBe(true);
        for (const each of text) {
          const source = addenda.find(({ agreement }) => agreement === each.from);
          const said = source ? source.sections.map(({ content }) => content) : base.map(({ content }) => content);
          expect(said).toContain(each.content ?? each.note);
        }
      }),
    );
  });
});

describe('AG-38 an addendum changes a section that stands, once', () => {
  const standing = new Map([[id('a'), 'Om a']]);

  it.each<[string, string[], object]>([
    ['a', [], { ok: true, value: 'a' }],
    ['b', [], { ok: false, error: { code: 'AG-38-NO-SUCH-SECTION' } }],
    ['a', ['a'], { ok: false, error: { code: 'AG-38-AMENDED-ALREADY', title: 'Om a' } }],
  ])('%s beside %j', (name, amended, expected) => {
    expect(checkAmendment(id(name), standing, amended.map(id))).toEqual(expected);
  });
});
