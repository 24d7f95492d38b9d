import { readFileSync } from 'node:fs';
import { OF_THE_DRAFT } from '../agreement/log.service';
import { Desk, VERIFIER, type Said } from './test-bundle';
import type { Line } from './test-lines';
import { SmallCase } from './test-small-case';

const IN_ORDER = { code: 0, first: null };
const NOT_A_DRAFT = 'den er skjult, og den kan ikke være om et udkast';

const desk = new Desk();

afterAll(() => desk.clear());

/** A text that was frozen, changed, frozen again and decided on: acts 1 to 5. */
function decided(): SmallCase {
  const small = new SmallCase().act('createAgreement');
  small.freeze(1);
  small.act('reopenWriting', { reason: 'En fejl' });
  return small.decide(small.freeze(2));
}

/** What is left where the second version and the decision on it are to be as if they never were. */
function withoutRound(small: SmallCase, show: (number: number) => Line): Promise<Said> {
  for (const path of [...small.files.keys()])
    if (path.startsWith('versions/2/') || path.startsWith('decisions/')) small.files.delete(path);
  return verified(small, [...small.lines().slice(0, 3), show(4), show(5)]);
}

async function verified(small: SmallCase, lines: readonly Line[], ...receipts: readonly string[]): Promise<Said> {
  return desk.verify(await small.zip(lines), ...receipts);
}

describe('LO-7 what may be withheld of a log', () => {
  it('LO-7 is what was done to a draft since it was frozen last, also while it is heard', async () => {
    const small = new SmallCase().act('createAgreement');
    const version = small.freeze(1);
    small.act('reopenWriting').act('freezeForHearing', { version }).act('addSection', { section: 's' });
    small.act('endHearing').act('addAnnex');
    const said = await verified(small, small.lines([5, 7]));
    expect(said).toMatchObject(IN_ORDER);
    expect(said.out).toContain('2 af dem er om udkastet og viser kun slags og tidspunkt');
    expect(await verified(small, small.lines())).toMatchObject(IN_ORDER);
  });

  it('LO-7 is shown with its kind, so nothing else passes for it', async () => {
    const small = decided();
    expect(await verified(small, small.lines())).toMatchObject(IN_ORDER);
    const own = await withoutRound(decided(), (number) => small.line(number, true));
    expect(own).toMatchObject({ code: 1, first: `log.json, handling nr. 4: ${NOT_A_DRAFT}` });
    const called = await withoutRound(decided(), (number) => ({ ...small.line(number, true), kind: 'addSection' }));
    expect(called.first).toBe('log.json, handling nr. 4: indholdet passer ikke til dens fingeraftryk');
    const heard = new SmallCase().act('createAgreement');
    const version = heard.freeze(1);
    heard.act('reopenWriting').act('freezeForHearing', { version }).act('openRound').act('submitResponse');
    const answers = await verified(heard, heard.lines([6]));
    expect(answers.first).toBe(`log.json, handling nr. 6: ${NOT_A_DRAFT}`);
    const place = ({ number, previous, hash }: Line) => ({ number, withheld: true, previous, hash });
    const old = await withoutRound(decided(), (number) => place(small.line(number)));
    expect(old.first).toBe('log.json, handling nr. 4: den viser ikke sin slags, og det gør handlingen før');
  });

  it('LO-7 is nothing that was frozen since, and nothing while the text is decided on', async () => {
    const small = new SmallCase().act('createAgreement').act('addSection');
    small.freeze(1);
    small.act('addSection');
    expect((await verified(small, small.lines([2]))).first).toBe(`log.json, handling nr. 2: ${NOT_A_DRAFT}`);
    expect((await verified(small, small.lines([4]))).first).toBe(`log.json, handling nr. 4: ${NOT_A_DRAFT}`);
  });

  it('LO-7 says what only a receipt can show of what was logged before acts showed their kind', async () => {
    const small = new SmallCase().act('createAgreement', {}, true);
    small.freeze(1, true);
    small.act('reopenWriting', {}, true).act('addSection', {}, true).act('addSection');
    const said = await verified(small, small.lines([4, 5]));
    expect(said).toMatchObject(IN_ORDER);
    expect(said.out).toContain('1 er skjult på den gamle måde; at de kun var om udkastet, kan kun en kvittering vise');
    expect(said.out).toContain('1 af dem er om udkastet og viser kun slags og tidspunkt');
  });

  it('LO-7 is of the kinds that the exporter withholds, and of no others', () => {
    const [, kinds = ''] = /const DRAFT_KINDS = new Set\(\[([^;]*)\]\);/u.exec(readFileSync(VERIFIER, 'utf8')) ?? [];
    const known = [...kinds.matchAll(/'(\w+)'/gu)].map(([, kind]) => kind);
    expect(known.sort()).toEqual([...OF_THE_DRAFT].sort());
  });

  it('LO-5 a head that somebody noted by hand fits an act that is withheld; a receipt is never of one', async () => {
    const small = new SmallCase().act('createAgreement').act('addSection').act('addAnnex');
    const [, second] = small.lines();
    const lines = small.lines([2, 3]);
    expect(await verified(small, lines, `2:${second?.hash}`)).toMatchObject(IN_ORDER);
    expect(await verified(small, lines, `2:${'a'.repeat(64)}`)).toMatchObject({ code: 1 });
    const marked = desk.lay(Buffer.from(`enig-log ${String(second?.['agreement'])} 2 ${second?.hash}`), '.txt');
    expect((await verified(small, lines, marked)).first).toContain('kvitteringens handling er skjult');
  });
});

describe('LO-5 what is not as it is written', () => {
  it('LO-5 a log that holds nothing is no log', async () => {
    const empty = new SmallCase();
    const about = { format: 'enig-bundle/1', agreement: { id: '' }, log: { number: 6, head: 'a'.repeat(64) } };
    for (const log of [{ format: 'enig-log/1', agreement: '', acts: [], names: {} }, null, [], 'log', {}])
      for (const said of [about, { ...about, log: { number: 0, head: null } }, null])
        expect(await desk.verify(await empty.zip([], { 'log.json': log, 'case.json': said }))).toMatchObject({
          code: 1,
        });
    const small = decided();
    for (const said of [null, [], 7])
      expect((await desk.verify(await small.zip(small.lines(), { 'case.json': said }))).first).toMatch(
        /^case\.json: /u,
      );
  }, 60_000);

  it('LO-5 whatever stands where something else should is named, and the program does not stumble', async () => {
    const small = decided();
    const manifest = JSON.parse(String(small.files.get('versions/2/manifest.json'))) as object;
    const paths = [...small.files.keys()].filter((path) => path.startsWith('decisions/'));
    const decision = JSON.parse(String(small.files.get(paths[0] ?? ''))) as object;
    const strange: unknown[] = [1, null, 'x', [null], [[]], {}];
    const changes = [
      ...['parts', 'annexes', 'parties', 'agreement'].flatMap((name) =>
        strange.map((value) => ['versions/2/manifest.json', { ...manifest, [name]: value }] as const),
      ),
      ['versions/2/manifest.json', { ...manifest, parts: [{}] }] as const,
      ...['said', 'confirmation', 'body', 'id'].flatMap((name) =>
        [1, 'x', [null]].map((value) => [paths[0] ?? '', { ...decision, [name]: value }] as const),
      ),
      ...strange.map((value) => ['versions/2/manifest.json', value] as const),
    ];
    for (const [path, value] of changes) {
      const said = await desk.verify(await small.zip(small.lines(), { [path]: value }));
      expect([path, JSON.stringify(value), said.code, said.out]).toEqual([
        ...[path, JSON.stringify(value), 1, expect.stringContaining(path)],
      ]);
    }
  }, 120_000);
});
