import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './workspace';

/* The web app, the pages the server writes itself, and the mails are drawn alike: the same words for colours, the same font. */

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const BASE = read('libs/ui/src/styles/base.css');
const MODES = read('libs/ui/src/styles/modes.css');
const SERVED = read('libs/documents/src/html-style.ts');
const MARK = read('apps/web/public/favicon.svg');

const WORD = /--([\w-]+):\s*([^;}]+)/gu;
const COLOUR = /#(?:[0-9a-f]{6}|[0-9a-f]{3})\b/giu;

/** The values of the words for colours and measures that are declared within the first rule after `at`. */
function wordsAfter(style: string, at: string | RegExp): ReadonlyMap<string, string> {
  const from = style.search(at);
  if (from < 0) throw new Error(`There is no ${String(at)}`);
  const rule = style.slice(from, style.indexOf('}', from));
  return new Map([...rule.matchAll(WORD)].map(([, word = '', value = '']) => [word, value.trim()]));
}

/** By WCAG 2.2: how much lighter the one is than the other. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const long = colour.length === 4 ? colour.replace(/[0-9a-f]/giu, '$&$&') : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(long.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('pages the server writes itself', () => {
  const [app, served] = [wordsAfter(BASE, /:root/u), wordsAfter(SERVED, /\n:root/u)];

  it('have the colours of the web app, also where more contrast is asked for', () => {
    expect(served.size).toBeGreaterThan(8);
    expect(Object.fromEntries(served)).toEqual(
      Object.fromEntries([...served.keys()].map((key) => [key, app.get(key)])),
    );
    const more = /prefers-contrast:\s*more/u;
    expect(wordsAfter(SERVED, more)).toEqual(wordsAfter(MODES, more));
  });

  it('name no colour but in those words', () => {
    const used = (file: string): string[] => read(file).match(COLOUR) ?? [];
    expect(used('libs/documents/src/html-style.ts').length).toBe(
      [...served.values(), ...wordsAfter(SERVED, /prefers-contrast/u).values()].filter((each) => each.startsWith('#'))
        .length,
    );
    for (const file of ['sign-in/link-pages', 'reading/pages', 'reading/round-list', 'letters/post.controller'])
      expect([file, used(`apps/api/src/${file}.ts`)]).toEqual([file, []]);
  });

  it('can be read: what is written and what is pressed stands out from what it stands on', () => {
    for (const ground of ['paper', 'wash'])
      for (const word of ['ink', 'ink-quiet', 'accent', 'accent-deep'])
        expect(contrast(served.get(word) ?? '', served.get(ground) ?? '')).toBeGreaterThanOrEqual(4.5);
    for (const word of ['edge', 'focus'])
      expect(contrast(served.get(word) ?? '', served.get('paper') ?? '')).toBeGreaterThanOrEqual(3);
  });

  it('are set in the web app’s font, from the files it is served with', () => {
    const family = (style: string): string | undefined =>
      /font-family:\s*([^;]*system-ui[^;]*);/u.exec(style)?.[1]?.replaceAll('"', "'");
    expect(family(SERVED)).toBe("'IBM Plex Sans', system-ui, sans-serif".replaceAll(', ', ','));
    expect(family(SERVED)).toBe(family(BASE)?.replaceAll(', ', ','));
    const system = read('node_modules/dkfds/dist/css/dkfds.min.css');
    const cuts = [...SERVED.matchAll(/\['(\w+)', '(normal|italic)', (\d+)\]/gu)];
    expect(cuts.length).toBeGreaterThan(3);
    for (const [, cut, style, weight] of cuts)
      expect(system).toMatch(
        new RegExp(`font-style:${style};font-weight:${weight};src:[^}]*/IBMPlexSans-${cut}\\.woff2`, 'u'),
      );
    expect(SERVED).toContain('url(/fonts/IBMPlexSans-${cut}.woff2)');
    const named = /SHARED = \/(.+)\/;/u.exec(read('apps/web/vite.config.ts'))?.[1] ?? 'nothing';
    for (const [, cut] of cuts) expect(`IBMPlexSans-${cut}.woff2`).toMatch(new RegExp(named, 'u'));
  });
});

describe('what leads to the pages', () => {
  const app = wordsAfter(BASE, /:root/u);

  it('has their colours: the mark, and the mails', () => {
    const known = [...app.values(), '#ffffff'];
    for (const file of [MARK, read('libs/messages/src/letter.ts')]) {
      const used = file.match(COLOUR) ?? [];
      expect(used).toContain(app.get('accent'));
      expect(used.filter((each) => !known.includes(each))).toEqual([]);
    }
  });

  it('is linked in both heads', () => {
    for (const file of ['apps/web/index.html', 'libs/documents/src/html.ts'])
      expect(read(file)).toMatch(/<link rel="icon" href="\/favicon\.svg" type="image\/svg\+xml"/u);
  });
});
