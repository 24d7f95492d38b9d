import fc from 'fast-check';
import { findPersonalNumbers } from './personal-number';
import { masked, publicPieces, redact, type Redaction } from './redaction';

const text = 'Min søn 010190-1234 går på Kildebo. Han har ADHD.';
const number = { start: 8, end: 19 };
const health = { start: text.indexOf('Han'), end: text.length };
const reason = 'CPR-nummer';
const shown = (redactions: readonly Redaction[]): string =>
  publicPieces(text, redactions)
    .map((piece) => (piece.kind === 'text' ? piece.text : `[${piece.reason}]`))
    .join('');

describe('HE-50 a stretch is left out of what is published', () => {
  it('with its reason in its place, the words around it untouched', () => {
    const done = redact(text, { ...number, reason: ` ${reason} ` }, []);
    expect(done).toEqual({ ok: true, value: { ...number, reason } });
    expect(shown([{ ...number, reason }])).toBe('Min søn [CPR-nummer] går på Kildebo. Han har ADHD.');
  });

  it('several at once, in whatever order they were made', () => {
    const all = [
      { ...health, reason: 'Helbred' },
      { ...number, reason },
    ];
    expect(shown(all)).toBe('Min søn [CPR-nummer] går på Kildebo. [Helbred]');
    expect(masked(text, all)).toHaveLength(text.length);
  });

  it('a number it touches goes whole', () => {
    for (const touching of [
      { start: 8, end: 9 },
      { start: 15, end: 30 },
      { start: 18, end: 19 },
    ]) {
      const done = redact(text, { ...touching, reason }, []);
      expect(done.ok && findPersonalNumbers(masked(text, [done.value]))).toEqual([]);
      expect(done.ok && done.value.start).toBeLessThanOrEqual(8);
      expect(done.ok && done.value.end).toBeGreaterThanOrEqual(19);
    }
  });

  it.each([
    ['no reason', { ...number, reason: ' ' }, 'HE-50-REASON-REQUIRED'],
    ['a reason that says it again', { ...number, reason: 'Det var 010190-1234' }, 'HE-50-REASON-HOLDS-NUMBER'],
    ['nothing', { start: 5, end: 5, reason }, 'HE-50-NOT-IN-THE-TEXT'],
    ['before the beginning', { start: -1, end: 5, reason }, 'HE-50-NOT-IN-THE-TEXT'],
    ['after the end', { start: 5, end: text.length + 1, reason }, 'HE-50-NOT-IN-THE-TEXT'],
    ['half a sign', { start: 0.5, end: 5, reason }, 'HE-50-NOT-IN-THE-TEXT'],
  ])('refuses %s', (_, wanted, code) => {
    expect(redact(text, wanted, [])).toEqual({ ok: false, error: { code } });
  });

  it('refuses what is left out already, in whole or in part', () => {
    const standing = [{ ...number, reason }];
    expect(redact(text, { start: 0, end: 9, reason }, standing)).toMatchObject({ ok: false });
    expect(redact(text, { start: 0, end: 8, reason }, standing)).toMatchObject({ ok: true });
  });

  it('never shows a sign of what was left out', () => {
    const ranges = fc.tuple(fc.nat(text.length - 1), fc.nat(text.length - 1));
    fc.assert(
      fc.property(fc.array(ranges, { maxLength: 4 }), (wanted) => {
        const standing: Redaction[] = [];
        for (const [one, other] of wanted) {
          const range = { start: Math.min(one, other), end: Math.max(one, other) + 1, reason: '!' };
          const done = redact(text, range, standing);
          if (done.ok) standing.push(done.value);
        }
        const kept = [...text].filter((_, at) => !standing.some(({ start, end }) => at >= start && at < end)).join('');
        const published = publicPieces(text, standing).map((piece) => (piece.kind === 'text' ? piece.text : ''));
        expect(published.join('')).toBe(kept);
      }),
    );
  });
});
