import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { labels } from './da/labels';
import { rules } from './da/rules';
import type { RuleRefused } from './codes';
import { isMessageCode, type Locale } from './index';
import { sentences } from './message';
import { placesOf, type Places, type Sentence } from './sentence';

const codes = Object.keys(sentences.da).filter(isMessageCode);
const formsOf = (sentence: Sentence): readonly string[] =>
  typeof sentence === 'string' ? [sentence] : [sentence.one, sentence.other];

describe('every sentence', () => {
  it('has one code, in one room', async () => {
    const files = readdirSync(join(__dirname, 'da')).filter((file) => file !== 'index.ts');
    const rooms: object[] = await Promise.all(files.map((file) => import(`./da/${file.replace('.ts', '')}`)));
    const all = rooms.flatMap((room) => Object.values(room).flatMap((room: object) => Object.keys(room)));
    expect(all.filter((code, index) => all.indexOf(code) !== index)).toEqual([]);
    expect(all.toSorted()).toEqual(codes.toSorted());
  });

  it.each<Locale>(['da', 'en'])('has words in %s', (locale) => {
    const empty = codes.filter((code) => formsOf(sentences[locale][code]).some((form) => form.trim() === ''));
    expect(empty).toEqual([]);
  });

  it('has the same places and the same plural in both languages', () => {
    const differ = codes.filter((code) => {
      const [da, en] = [sentences.da[code], sentences.en[code]];
      return typeof da !== typeof en || [...placesOf(da)].toSorted().join() !== [...placesOf(en)].toSorted().join();
    });
    expect(differ).toEqual([]);
  });

  it('writes its places as {name} and nothing else in braces', () => {
    const odd = (['da', 'en'] as const).flatMap((locale) =>
      codes.filter((code) =>
        formsOf(sentences[locale][code]).some((form) => /[{}]/.test(form.replace(/\{[a-z]\w*\}/gi, ''))),
      ),
    );
    expect(odd).toEqual([]);
  });

  it('is Danish in Danish: no English word is left by mistake', () => {
    const english =
      /\b(the|and|is|are|not|with|your|you|this|that|please|error|failed|save|saved|submit|loading|draft|version of|council|agreement|hearing|decision|deadline|section|sign in|cancel|close|delete|edit|update|invalid|required|missing|approved|rejected|pending)\b/i;
    const left = codes.filter((code) =>
      formsOf(sentences.da[code]).some((form) => english.test(form.replace(/\{\w+\}/g, ''))),
    );
    expect(left).toEqual([]);
  });

  it('never says OK or Submit', () => {
    expect(codes.filter((code) => formsOf(sentences.da[code]).some((form) => /^(ok|submit)$/i.test(form)))).toEqual([]);
  });
});

describe('every sentence outside the rules and the labels', () => {
  const root = join(__dirname, '../../..');
  const isSource = (file: string) =>
    /^[\w-]+\/src\/.*\.tsx?$/.test(file) && !/\.spec\.|\/generated\/|^messages\/src\/(da|en|codes)\b/.test(file);
  const sources = ['apps', 'libs'].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
      .filter(isSource)
      .map((file) => readFileSync(join(root, top, file), 'utf8')),
  );
  const said = new Set(sources.flatMap((source) => [...source.matchAll(/'([\w.-]+)'/g)].map(([, code = '']) => code)));
  const built = sources
    .flatMap((source) => [...source.matchAll(/`(\w+\.(?:[\w.-]|\$\{[^`{}]*\})*)`/g)].map(([, code = '']) => code))
    .map((code) => new RegExp(`^${code.replaceAll('.', '\\.').replace(/\$\{[^{}]*\}/g, '[\\w-]+')}$`));
  const elsewhere = { ...rules, ...labels };

  it('is said somewhere, by its code or by a template its code fits', () => {
    const dead = codes.filter(
      (code) => !Object.hasOwn(elsewhere, code) && !said.has(code) && !built.some((pattern) => pattern.test(code)),
    );
    expect(dead).toEqual([]);
  });
});

/** A place of a rule's sentence that its refusal carries no fact for: there must be none, and the compiler sees to it. */
type Unfilled = {
  [Code in RuleRefused['code']]: Exclude<
    Places<(typeof rules)[Code]>,
    keyof Extract<RuleRefused, { readonly code: Code }> | 'count'
  >;
}[RuleRefused['code']];
const everyPlaceHasAFact: [Unfilled] extends [never] ? true : Unfilled = true;

describe('every refusal', () => {
  it('fills the places of its sentence with its own facts', () => expect(everyPlaceHasAFact).toBe(true));

  const libs = join(__dirname, '../..');
  const sources = readdirSync(libs, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^\w+\/src\/.*\.tsx?$/.test(file) && !file.includes('.spec.') && !file.startsWith('messages/'))
    .map((file) => readFileSync(join(libs, file), 'utf8'));
  const used = new Set(
    sources.flatMap((source) => [...source.matchAll(/'([A-Z]{2}-\d+-[A-Z][A-Z-]+)'/g)].map(([, code = '']) => code)),
  );

  it('finds the codes of the house', () => expect(used.size).toBeGreaterThan(60));

  it.each([...used].toSorted())('%s has a sentence', (code) => expect(isMessageCode(code)).toBe(true));

  it('has no sentence that nothing says any more', () => {
    expect(Object.keys(rules).filter((code) => !used.has(code))).toEqual([]);
  });

  it.each(Object.entries(rules).map(([code, sentence]): [string, Sentence] => [code, sentence]))(
    '%s is whole sentences without codes or English names of things',
    (_, sentence) => {
      for (const form of formsOf(sentence)) expect(form).toMatch(/^[\p{Lu}0-9»{].*[.]$/u);
    },
  );
});
