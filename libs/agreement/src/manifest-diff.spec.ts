import {
  brandId,
  localDateOf,
  type AgreementId,
  type PartyId,
  type SectionId,
  type Sha256,
  type TextId,
} from '@enig/kernel';
import fc from 'fast-check';
import type { Manifest, ManifestAnnex, ManifestText } from './manifest';
import { diffManifests, type AnnexDifference } from './manifest-diff';
import type { NamedParty, Strand } from './parts';

const sha = (digit: string): Sha256 => brandId<Sha256>(digit.repeat(64));
const party = (code: string, name: string): NamedParty => ({ id: brandId<PartyId>(code), name });
const [greve, holbaek, region] = [party('0253', 'Greve'), party('0316', 'Holbæk'), party('1085', 'Region Sjælland')];

function text(section: string, strand?: Strand): ManifestText {
  const frame = { section: brandId<SectionId>(section), kind: 'focusArea', number: 1, title: section } as const;
  return { ...frame, text: brandId<TextId>(section), seq: 1, sha256: sha('1'), ...(strand ? { strand } : {}) };
}

function annex(number: number, title: string, fileName: string, digit: string): ManifestAnnex {
  return { number, title, fileName, sha256: sha(digit) };
}

const services = annex(1, 'Tilbud', 'tilbud.pdf', '5');
const rates = annex(2, 'Takster', 'takster.pdf', '4');
const places = annex(3, 'Pladser', 'pladser.pdf', '6');

const manifest: Manifest = {
  format: 'enig-manifest/1',
  act: 'hearingDraft',
  agreement: { id: brandId<AgreementId>('ag'), title: 'Rammeaftale 2027–28' },
  number: 1,
  period: { from: localDateOf('2027-01-01'), to: localDateOf('2028-12-31') },
  parties: [greve, region],
  parts: [{ kind: 'developmentStrategy', texts: ['a', 'b', 'c', 'd'].map((id) => text(id, 'development')) }],
  annexes: [services, rates],
};
const SAME = { title: null, period: null, parties: [], annexes: [], sections: [] };

function changed(over: Partial<Manifest>): ReturnType<typeof diffManifests> {
  return diffManifests(manifest, { ...manifest, ...over });
}

describe('two versions are compared', () => {
  it('and are the same where only number, act and the words of a text differ', () => {
    const parts = manifest.parts.map(({ kind, texts }) => {
      return { kind, texts: texts.map((each) => ({ ...each, title: 'Andet', seq: 9, sha256: sha('2') })) };
    });
    expect(changed({ number: 2, act: 'agreement', parts })).toEqual(SAME);
  });

  it('by name', () => {
    expect(changed({ agreement: { ...manifest.agreement, title: 'Rammeaftale 2027–29' } })).toEqual({
      ...SAME,
      title: { before: 'Rammeaftale 2027–28', after: 'Rammeaftale 2027–29' },
    });
  });

  it.each([
    ['an extension', { from: manifest.period.from, to: localDateOf('2029-12-31') }],
    ['a later beginning', { from: localDateOf('2027-03-01'), to: manifest.period.to }],
  ])('by period: %s', (_, period) => {
    expect(changed({ period })).toEqual({ ...SAME, period: { before: manifest.period, after: period } });
  });

  it.each<[string, readonly NamedParty[], readonly (readonly (string | null)[])[]]>([
    ['one more', [greve, holbaek, region], [['0316', 'added', null, 'Holbæk']]],
    ['one less', [greve], [['1085', 'removed', 'Region Sjælland', null]]],
    ['another name', [greve, party('1085', 'Region Øst')], [['1085', 'changed', 'Region Sjælland', 'Region Øst']]],
    [
      'one instead of another, those that are gone last',
      [holbaek, region],
      [
        ['0316', 'added', null, 'Holbæk'],
        ['0253', 'removed', 'Greve', null],
      ],
    ],
  ])('by parties: %s', (_, parties, expected) => {
    const diff = changed({ parties });
    expect({ ...diff, parties: [] }).toEqual(SAME);
    expect(diff.parties.map((each) => [each.party, each.change, each.before, each.after])).toEqual(expected);
  });
});

type Line = readonly [change: string, before: ManifestAnnex | null, after: ManifestAnnex | null, ...AnnexDifference[]];

describe('the annexes of two versions are compared', () => {
  const newRates = { ...rates, sha256: sha('7') };
  const renamed = { ...rates, title: 'Takster 2027' };
  const moved = { ...rates, number: 1 };
  const otherFile = annex(2, 'Takster', 'takster-ny.pdf', '7');
  const sameFileName = annex(3, 'Priser', 'takster.pdf', '7');
  const takenNumber = annex(2, 'Pladser', 'pladser.pdf', '6');
  const twin = { ...services, number: 2 };

  it.each<[string, readonly ManifestAnnex[], readonly ManifestAnnex[], readonly Line[]]>([
    ['none before and after', [], [], []],
    ['the same in another order', [services, rates], [rates, services], []],
    ['one came', [services], [services, rates], [['added', null, rates]]],
    ['one went', [services, rates], [services], [['removed', rates, null]]],
    [
      'another file under the same name',
      [services, rates],
      [services, newRates],
      [['changed', rates, newRates, 'file']],
    ],
    ['another title', [rates], [renamed], [['changed', rates, renamed, 'title']]],
    [
      'another file of another name, under the title',
      [rates],
      [otherFile],
      [['changed', rates, otherFile, 'fileName', 'file']],
    ],
    ['a file name that stayed', [rates], [sameFileName], [['changed', rates, sameFileName, 'number', 'title', 'file']]],
    [
      'the first went and the next took its number',
      [services, rates],
      [moved],
      [
        ['changed', rates, moved, 'number'],
        ['removed', services, null],
      ],
    ],
    [
      'a number given again is no sign',
      [rates],
      [takenNumber],
      [
        ['added', null, takenNumber],
        ['removed', rates, null],
      ],
    ],
    ['one file twice, then once', [services, twin], [services], [['removed', twin, null]]],
    ['one file once, then twice', [services], [services, twin], [['added', null, twin]]],
    [
      'titles swapped: the file is the surer sign',
      [services, rates],
      [
        { ...services, title: 'Takster' },
        { ...rates, title: 'Tilbud' },
      ],
      [
        ['changed', services, { ...services, title: 'Takster' }, 'title'],
        ['changed', rates, { ...rates, title: 'Tilbud' }, 'title'],
      ],
    ],
    [
      'all gone, others came',
      [services, rates],
      [places],
      [
        ['added', null, places],
        ['removed', services, null],
        ['removed', rates, null],
      ],
    ],
  ])('%s', (_, before, after, expected) => {
    const { annexes } = diffManifests({ ...manifest, annexes: before }, { ...manifest, annexes: after });
    expect(annexes.map((each): Line => [each.change, each.before, each.after, ...each.differs])).toEqual(expected);
  });

  it('property: what is told leads from the one list to the other, each annex once', () => {
    const some = fc.array(
      fc.record({
        number: fc.nat(3),
        title: fc.constantFrom('A', 'B'),
        fileName: fc.constantFrom('a', 'b'),
        sha256: fc.constantFrom(sha('1'), sha('2')),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(some, some, (before, after) => {
        const { annexes } = diffManifests({ ...manifest, annexes: before }, { ...manifest, annexes: after });
        const gone = annexes.flatMap((each) => each.before ?? []);
        const came = annexes.flatMap((each) => each.after ?? []);
        const led = [...before.filter((each) => !gone.includes(each)), ...came];
        const asText = (all: readonly ManifestAnnex[]) => all.map((each) => JSON.stringify(each)).toSorted();
        expect(asText(led)).toEqual(asText(after));
      }),
    );
  });
});

describe('where sections stand in two versions is compared', () => {
  const standing = (ids: string, strand: Strand = 'development') => ({
    parts: [{ kind: 'developmentStrategy' as const, texts: [...ids].map((id) => text(id, strand)) }],
  });

  it.each<[string, string, readonly (readonly [string, number, number])[]]>([
    ['as they stood', 'abcd', []],
    ['one came first: the others keep their order', 'xabcd', []],
    ['one went', 'acd', []],
    ['the last came first', 'dabc', [['d', 4, 1]]],
    ['the first came last', 'bcda', [['a', 1, 4]]],
    ['one went and one moved', 'cab', [['c', 3, 1]]],
    ['all are others', 'xyz', []],
  ])('%s: %s', (_, ids, expected) => {
    const { sections, ...rest } = changed(standing(ids));
    expect(rest).toEqual({ title: null, period: null, parties: [], annexes: [] });
    expect(sections.map(({ section, place }) => [section, place?.before, place?.after])).toEqual(expected);
  });

  it('with the strand of a focus area', () => {
    const [first, ...others] = standing('abcd').parts[0]?.texts ?? [];
    const steering = first ? [{ ...first, strand: 'steering' as const }, ...others] : [];
    expect(changed({ parts: [{ kind: 'developmentStrategy', texts: steering }] }).sections).toEqual([
      { section: 'a', place: null, strand: { before: 'development', after: 'steering' } },
    ]);
  });

  it('not of a part that was not there', () => {
    expect(changed({ parts: [{ kind: 'steeringAgreement', texts: [text('a')] }] }).sections).toEqual([]);
  });
});
