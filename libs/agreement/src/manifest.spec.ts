import { createHash } from 'node:crypto';
import {
  brandId,
  localDateOf,
  type AgreementId,
  type PartyId,
  type SectionId,
  type Sha256,
  type TextId,
  type VersionHash,
} from '@enig/kernel';
import fc from 'fast-check';
import {
  buildManifest,
  manifestBytes,
  saysTheSame,
  VERSION_ACTS,
  versionHash,
  type FrozenText,
  type ManifestInput,
} from './manifest';
import { numberSections, PART_KINDS } from './parts';

const sha = (digit: string): Sha256 => brandId<Sha256>(digit.repeat(64));

const frozen: FrozenText = {
  part: 'developmentStrategy',
  section: brandId<SectionId>('s1'),
  kind: 'focusArea',
  position: 'a0',
  strand: 'development',
  title: 'Autisme',
  text: brandId<TextId>('t1'),
  seq: 41,
  sha256: sha('1'),
  amends: null,
};

const input: ManifestInput = {
  act: 'hearingDraft',
  agreement: { id: brandId<AgreementId>('ag'), title: 'Rammeaftale 2027-28' },
  number: 1,
  period: { from: localDateOf('2027-01-01'), to: localDateOf('2028-12-31') },
  parties: [
    { id: brandId<PartyId>('region:1085'), name: 'Region Sjælland' },
    { id: brandId<PartyId>('municipality:0253'), name: 'Greve' },
  ],
  texts: [
    {
      ...frozen,
      part: 'steeringAgreement',
      section: brandId<SectionId>('s9'),
      kind: 'chapter',
      strand: null,
      title: 'Takster',
    },
    { ...frozen, section: brandId<SectionId>('s2'), position: 'a2', title: 'Psykiatri' },
    {
      ...frozen,
      section: brandId<SectionId>('s0'),
      position: 'a1',
      kind: 'chapter',
      strand: null,
      title: 'Indledning',
    },
    frozen,
  ],
  annexes: [
    { number: 4, title: 'Takster', fileName: 'takster.pdf', sha256: sha('4') },
    { number: 1, title: 'Tilbud', fileName: 'tilbud.pdf', sha256: sha('5') },
  ],
  amends: null,
};

function shuffled<Value>(values: readonly Value[], noise: () => number): readonly Value[] {
  return values
    .map((value) => ({ value, key: noise() }))
    .sort((left, right) => left.key - right.key)
    .map(({ value }) => value);
}

/** The same text with its fields put down the other way round. */
function backwards(text: FrozenText): FrozenText {
  const { part, section, kind, position, strand, title, text: id, seq, sha256, amends } = text;
  return { amends, sha256, seq, text: id, title, strand, position, kind, section, part };
}

describe('AG-19 focus areas are numbered over their part, chapters not with them', () => {
  const placed = (id: string, kind: 'focusArea' | 'chapter') => ({ id: brandId<SectionId>(id), kind });

  it('counts focus areas from 1 in the order they stand', () => {
    const sections = [
      placed('a', 'chapter'),
      placed('b', 'focusArea'),
      placed('c', 'chapter'),
      placed('d', 'focusArea'),
    ];
    expect([...numberSections(sections)]).toEqual([
      ['b', 1],
      ['d', 2],
    ]);
  });

  it('begins anew in each part of a version', () => {
    const texts: readonly FrozenText[] = PART_KINDS.map((part) => ({
      ...frozen,
      part,
      section: brandId<SectionId>(part),
    }));
    const parts = buildManifest({ ...input, texts }).parts;
    expect(parts.map(({ kind, texts: [first] }) => [kind, first?.number])).toEqual(PART_KINDS.map((kind) => [kind, 1]));
  });
});

describe('AG-21 a version is the hash of its canonical manifest', () => {
  it('puts everything in its order', () => {
    expect(buildManifest(input)).toEqual({
      format: 'enig-manifest/1',
      act: 'hearingDraft',
      agreement: { id: 'ag', title: 'Rammeaftale 2027-28' },
      number: 1,
      period: { from: '2027-01-01', to: '2028-12-31' },
      parties: [
        { id: 'municipality:0253', name: 'Greve' },
        { id: 'region:1085', name: 'Region Sjælland' },
      ],
      parts: [
        {
          kind: 'developmentStrategy',
          texts: [
            {
              section: 's1',
              kind: 'focusArea',
              number: 1,
              title: 'Autisme',
              text: 't1',
              seq: 41,
              sha256: sha('1'),
              strand: 'development',
            },
            {
              section: 's0',
              kind: 'chapter',
              number: null,
              title: 'Indledning',
              text: 't1',
              seq: 41,
              sha256: sha('1'),
            },
            {
              section: 's2',
              kind: 'focusArea',
              number: 2,
              title: 'Psykiatri',
              text: 't1',
              seq: 41,
              sha256: sha('1'),
              strand: 'development',
            },
          ],
        },
        {
          kind: 'steeringAgreement',
          texts: [
            { section: 's9', kind: 'chapter', number: null, title: 'Takster', text: 't1', seq: 41, sha256: sha('1') },
          ],
        },
      ],
      annexes: [
        { number: 1, title: 'Tilbud', fileName: 'tilbud.pdf', sha256: sha('5') },
        { number: 4, title: 'Takster', fileName: 'takster.pdf', sha256: sha('4') },
      ],
    });
  });

  it('property: the same content gives the same hash, whatever the order it was read in', () => {
    const expected = versionHash(buildManifest(input));
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (stream) => {
        const noise = (): number => stream.next().value ?? 0;
        const { parties, texts, annexes } = input;
        const other: ManifestInput = {
          annexes: shuffled(annexes, noise),
          texts: shuffled(texts, noise).map(backwards),
          parties: shuffled(parties, noise),
          period: { to: input.period.to, from: input.period.from },
          number: input.number,
          agreement: { title: input.agreement.title, id: input.agreement.id },
          act: input.act,
          amends: input.amends,
        };
        expect(versionHash(buildManifest(other))).toBe(expected);
      }),
    );
  });

  it.each<[string, Partial<ManifestInput>]>([
    ['the act', { act: 'agreement' }],
    ['the number', { number: 2 }],
    ['the period: an extension', { period: { ...input.period, to: localDateOf('2029-12-31') } }],
    ['the title', { agreement: { ...input.agreement, title: 'Rammeaftale 2027-29' } }],
    ['a party', { parties: input.parties.slice(1) }],
    ['a word in a text', { texts: [...input.texts.slice(0, 3), { ...frozen, sha256: sha('2') }] }],
    ['the order of two focus areas', { texts: [...input.texts.slice(0, 3), { ...frozen, position: 'a3' }] }],
    ['an annex', { annexes: input.annexes.slice(1) }],
    ['what it hangs on', { amends: { agreement: brandId<AgreementId>('parent'), version: brandId<VersionHash>('v') } }],
    [
      'what a section of it does to another',
      {
        texts: [
          ...input.texts.slice(0, 3),
          { ...frozen, amends: { section: brandId<SectionId>('s'), kind: 'removes' } },
        ],
      },
    ],
    ['the file of an annex', { annexes: input.annexes.map((annex) => ({ ...annex, sha256: sha('6') })) }],
  ])('another hash when %s changes', (_, change) => {
    expect(versionHash(buildManifest({ ...input, ...change }))).not.toBe(versionHash(buildManifest(input)));
  });

  it('is what sha256sum gives for the exported bytes, which end without a newline', () => {
    const manifest = buildManifest(input);
    const bytes = manifestBytes(manifest);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(versionHash(manifest));
    expect(bytes.at(-1)).toBe('}'.charCodeAt(0));
    expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual(manifest);
  });

  it('an agreement that hangs on nothing has the bytes it always had', () => {
    const bytes = new TextDecoder().decode(manifestBytes(buildManifest(input)));
    expect(bytes).not.toContain('amends');
    expect(versionHash(buildManifest(input))).toBe('435ebed59bb5d6f2cc104a664214394feb1b21128d0bf7df850411b2e76dec39');
  });

  it('takes from its input what belongs in it and nothing else, and leaves the input as it was', () => {
    const text = Object.freeze({ ...frozen, secret: 'x' });
    const texts = Object.freeze([text]);
    const bytes = manifestBytes(buildManifest(Object.freeze({ ...input, act: VERSION_ACTS[1] ?? 'agreement', texts })));
    expect(new TextDecoder().decode(bytes)).not.toMatch(/secret|position/);
  });
});

describe('AG-44 the same is put to the parties again', () => {
  const before = buildManifest(input);
  const after = (over: Partial<ManifestInput>) => buildManifest({ ...input, number: 2, ...over });

  it('where only the number is new, and how far the logs of the texts were read', () => {
    const texts = input.texts.map((text) => ({ ...text, seq: text.seq + 7 }));
    expect(saysTheSame(before, after({ texts }))).toBe(true);
  });

  it.each<[string, Partial<ManifestInput>]>([
    ['a word', { texts: [...input.texts.slice(0, 3), { ...frozen, sha256: sha('2') }] }],
    ['the period', { period: { ...input.period, to: localDateOf('2029-12-31') } }],
    ['a party', { parties: input.parties.slice(1) }],
    ['an annex', { annexes: input.annexes.slice(1) }],
  ])('not where %s has changed', (_, over) => {
    expect(saysTheSame(before, after(over))).toBe(false);
  });
});
