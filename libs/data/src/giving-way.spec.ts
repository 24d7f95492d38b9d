import type { SubmissionId } from '@enig/hearing';
import { brandId, type BodyId } from '@enig/kernel';
import { emptyJson, richFromPlain, type SubmissionJson } from '@enig/text';
import { GivingWay } from './giving-way';
import type { SubmissionView } from './hearing-views';
import { screened } from './screening/screened';
import { turnsDuring } from './test-turns';

describe('long work on the serving thread', () => {
  const lengthOf = (words: string): number => words.length;

  it('does the same to each, in order, and lets others go first between pieces that are long together', async () => {
    const words = Array.from({ length: 20 }, (_, at) => `${at}`.padStart(2_000, '.'));
    let done: readonly string[] = [];
    const turns = await turnsDuring(async () => {
      done = await new GivingWay().each(words, lengthOf, (each) => each.replaceAll('.', ''));
    });
    expect(done).toEqual(words.map((_, at) => `${at}`));
    expect(turns).toBeGreaterThanOrEqual(9);
  });

  it('keeps nobody waiting for what is short, and never waits before the first piece', async () => {
    const way = new GivingWay();
    const work = async (): Promise<void> => {
      await way.each(['x'.repeat(90_000)], lengthOf, lengthOf);
    };
    expect(await turnsDuring(work)).toBe(0);
    expect(await turnsDuring(() => new GivingWay().each(['a', 'b', 'c'], lengthOf, lengthOf))).toBe(0);
  });
});

describe('HE-46 an answer is looked through piece by piece', () => {
  const prose = richFromPlain(`CPR 010190-1234. ${'Rådet mener noget om det hele. '.repeat(100)}`);
  const sections = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`f-${at}`, prose]));
  const answer: SubmissionJson = { ...emptyJson('hearing-response'), sections, files: [] };
  const row = { id: brandId<SubmissionId>('s-1') };
  // Of what was sent only which it is is asked.
  const submission = { row } as SubmissionView;
  const known = { releases: [], redactions: [], withholdings: [], inspections: new Map(), names: ['Anna Holm'] };
  const sent = { council: brandId<BodyId>('b'), submission, answer };

  it('and others have their turn meanwhile', async () => {
    let found = 0;
    const turns = await turnsDuring(async () => {
      const { slots } = await screened(known, sent, new GivingWay());
      found = slots.flatMap(({ findings }) => findings).length;
    });
    expect(found).toBe(40);
    expect(turns).toBeGreaterThanOrEqual(20);
  });
});
