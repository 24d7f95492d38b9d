import { HearingReads } from '@enig/data';
import { setDeadlineIn } from '@enig/data/testing';
import { speechOf, wordSpeechOf } from '@enig/documents/testing';
import { agreementCalled, command, onlyRound } from '../hearing/test-hearing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';

const OUT = '(i høring)';

let app: TestApp;
let chair: TestBrowser;
let round: string;

beforeAll(async () => {
  app = await startTestApp();
  chair = await app.signIn('handicapraad-formand-naestved');
  round = (await onlyRound(chair, OUT)).id;
});

afterAll(() => app.close());

async function page(path: string, browser = chair): Promise<string> {
  const response = await browser.fetch(path);
  expect([path, response.status, response.headers.get('content-type')]).toEqual([
    path,
    200,
    'text/html; charset=utf-8',
  ]);
  return response.text();
}

/** The sections that the contents lead to. */
async function sections(): Promise<string[]> {
  const found = (await page(`/laes/${round}`)).matchAll(new RegExp(`href="/laes/${round}/([0-9a-f-]{36})"`, 'g'));
  return [...found].map(([, section = '']) => section);
}

async function bytesOf(path: string, browser = chair): Promise<Buffer> {
  const response = await browser.fetch(path);
  expect([path, response.status]).toEqual([path, 200]);
  return Buffer.from(await response.arrayBuffer());
}

describe('what somebody can read', () => {
  it('is listed on a page without scripts, what is out first, each by its own name', async () => {
    const list = await page('/laes');
    expect(list).toContain(`<a href="/laes/${round}">`);
    expect(list).not.toMatch(/<script|src=/);
    const [asked, others] = ['Det, I bliver hørt om', 'Andre høringer, der er i gang'].map((each) =>
      list.indexOf(each),
    );
    expect(list.indexOf(round)).toBeGreaterThan(asked ?? 0);
    expect(others).toBeGreaterThan(list.indexOf(round));
    expect(list.indexOf(round)).toBeLessThan(list.indexOf('Høringer, hvor svarene er samlet ind'));
    expect(list).toMatch(/Frist: \S+ den .* kl\.\s24/u);
    const slagelse = await app.signIn('handicapraad-formand-slagelse');
    expect(await page('/laes', slagelse)).toMatch(/>Ombygning af Bostedet Åkanden<\/a>/);
    const response = await app.anybody.fetch('/laes');
    expect([response.status, response.headers.get('location')]).toEqual([303, '/log-ind?til=%2Flaes']);
  });

  it('is found without reading what came in of any round', async () => {
    const [section = ''] = await sections();
    const whole = ['round', 'roundsOf', 'whatIsHeard'] as const;
    const reads = whole.map((each) => jest.spyOn(HearingReads.prototype, each));
    await page('/laes');
    await page(`/laes/${round}`);
    await page(`/laes/${round}/${section}`);
    for (const read of reads) {
      expect(read).not.toHaveBeenCalled();
      read.mockRestore();
    }
  });

  it('is where the letter of a round leads, and from there one comes to the answer', async () => {
    const [letter] = await app.owner.query<{ path: string }[]>(
      `SELECT l.path FROM letter l JOIN person p ON p.id = l.person
       WHERE l.kind = 'roundOpened' AND p.persona = 'handicapraad-formand-naestved' AND l.path LIKE $1`,
      [`%${round}`],
    );
    expect(letter?.path).toBe(`/laes/${round}`);
    expect(await page(letter?.path ?? '')).toMatch(new RegExp(`href="/aftaler/[^"]+/hoering/${round}/svar/`));
  });
});

describe('reading what is heard', () => {
  it('begins with what is asked and by when, and lists every section', async () => {
    const contents = await page(`/laes/${round}`);
    expect(contents).toMatch(/<p class="state">Høring over version \d+ · Frist: \S+ den .* kl\.\s24 · /u);
    expect(contents).toContain('Læs teksten, og skriv jeres svar inden fristen.');
    expect(contents).toContain(`/svar/`);
    expect((await sections()).length).toBeGreaterThan(3);
    const secretariat = await app.signIn('sekretariat');
    expect(await page(`/laes/${round}`, secretariat)).not.toContain('/svar/');
  });

  it('says on every page, once, that a demo is one', async () => {
    const [first = ''] = await sections();
    for (const path of ['', '/samlet', `/${first}`]) {
      expect((await page(`/laes/${round}${path}`)).match(/<p class="note">Demo – /gu)).toHaveLength(1);
    }
    const word = await wordSpeechOf(await bytesOf(`/laes/${round}/${first}.docx`));
    expect(word.words).toContain('Demo – ');
  });

  it('keeps every page of a section within 50 KB', async () => {
    for (const section of await sections()) {
      expect(Buffer.byteLength(await page(`/laes/${round}/${section}`))).toBeLessThan(50 * 1024);
    }
  });

  it('shows both texts of a section, or one, without scripts', async () => {
    const [, , section = ''] = await sections();
    const views = ['', '?vis=fuld', '?vis=letlaest'];
    const shown = await Promise.all(views.map((view) => page(`/laes/${round}/${section}${view}`)));
    expect(shown.map((each) => each.match(/<h2 id="(fuld|letlaest)"/g))).toEqual([
      ['<h2 id="fuld"', '<h2 id="letlaest"'],
      ['<h2 id="fuld"'],
      ['<h2 id="letlaest"'],
    ]);
    for (const each of shown) {
      expect(each).not.toMatch(/<script|src=|<link(?! rel="icon" href="\/favicon\.svg" )/);
      expect(each.match(/<h1>/g)).toHaveLength(1);
      expect(each).toContain('<a class="skip" href="#indhold">');
    }
  });

  it('leads from section to section, and keeps the view', async () => {
    const all = await sections();
    const middle = await page(`/laes/${round}/${all[1]}?vis=fuld`);
    expect(middle).toContain(`rel="prev" href="/laes/${round}/${all[0]}?vis=fuld"`);
    expect(middle).toContain(`rel="next" href="/laes/${round}/${all[2]}?vis=fuld"`);
    expect(await page(`/laes/${round}/${all[0]}`)).not.toContain('rel="prev"');
  });

  it('explains words where they stand, and prints with room for notes', async () => {
    const whole = await page(`/laes/${round}/samlet`);
    expect(whole).toMatch(/popovertarget="[a-z]+-1"/);
    expect(whole).toMatch(/<div class="write"><p>Plads til noter<\/p>/);
    expect(whole).toContain('@page{size:A4;margin:2cm 6cm');
    for (const section of await sections()) expect(whole).toContain(`id="afsnit-${section}"`);
  });

  it('gives PDF and Word of each section and of it all', async () => {
    const [first = ''] = await sections();
    for (const name of ['samlet', first]) {
      const pdf = await speechOf(await bytesOf(`/laes/${round}/${name}.pdf`));
      expect(pdf).toMatchObject({ marked: true, language: 'da', showsTitle: true });
      expect(pdf.metadata).toMatch(/pdfuaid:part(>|=")1/);
      const word = await wordSpeechOf(await bytesOf(`/laes/${round}/${name}.docx`));
      expect([word.language, word.headings[0]]).toEqual(['da-DK', `1 ${word.title}`]);
      expect([word.title, word.title !== '']).toEqual([pdf.title, true]);
      const heads = (roles: readonly string[]) => roles.filter((role) => /^H\d$/.test(role));
      expect(heads(pdf.roles)).toEqual(word.headings.map((heading) => `H${heading[0]}`));
    }
    const response = await chair.fetch(`/laes/${round}/samlet.docx`);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''.*\.docx$/);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
  });

  it('asks who is not signed in to sign in, and leads back', async () => {
    const response = await app.anybody.fetch(`/laes/${round}/samlet.pdf?vis=fuld`);
    const back = encodeURIComponent(`/laes/${round}/samlet.pdf?vis=fuld`);
    expect([response.status, response.headers.get('location')]).toEqual([303, `/log-ind?til=${back}`]);
  });

  it.each(['/laes/nix', '/laes/{round}/nix', '/laes/{round}/samlet.exe', '/laes/{round}/samlet.pdf.pdf'])(
    'says on a page that there is no %s',
    async (path) => {
      const response = await chair.fetch(path.replace('{round}', round));
      expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('Det findes ikke')]);
    },
  );

  it('HE-29 notes who has opened it, once', async () => {
    const member = await app.signIn('handicapraad-medlem-2-holbaek');
    const visits = () => app.owner.query<{ count: string }[]>('SELECT count(*) FROM round_visit');
    const [before] = await visits();
    await page(`/laes/${round}`, member);
    await page(`/laes/${round}/samlet`, member);
    const [after] = await visits();
    expect(Number(after?.count) - Number(before?.count)).toBe(1);
  });
});

/** Opens another round beside the one that is out. @returns its id. */
async function opened(by: string, input: Record<string, unknown>): Promise<string> {
  const browser = await app.signIn(by);
  const agreement = await agreementCalled(browser, OUT);
  const given = { agreement, dueDate: '2090-01-01', invited: ['disability-council:0316'], ...input };
  const told = await command(browser, 'openRound', given, 'round { id }');
  expect(told.refused).toBeNull();
  return (told['round'] as { id: string }).id;
}

describe('reading what a municipality hears', () => {
  it('a document of its own, with its easy-read text and its files', async () => {
    const caseOfficer = await app.signIn('sagsbehandler-holbaek');
    const [first = ''] = await sections();
    const body = await bytesOf(`/laes/${round}/${first}.pdf`);
    const sent = await caseOfficer.fetch('/files/heard?name=rapport.pdf', { method: 'POST', body });
    const { sha256 } = (await sent.json()) as { sha256: string };
    const files = [{ name: 'rapport <b>.pdf', sha256 }];
    const document = { title: 'Rapport <script>', text: 'Om boliger.\n\nOg takster.', easyRead: 'Om at bo.', files };
    const id = await opened('sagsbehandler-holbaek', { owner: 'municipality:0316', document });
    const reader = await app.signIn('handicapraad-formand-holbaek');
    expect(await page(`/laes/${id}`, reader)).toContain(`href="/laes/${id}/dokument"`);
    const shown = await page(`/laes/${id}/dokument`, reader);
    for (const words of [
      'Rapport &#60;script&#62;',
      '<p>Om boliger.</p>',
      '<p>Om at bo.</p>',
      'rapport &#60;b&#62;.pdf',
    ])
      expect(shown).toContain(words);
    expect((await bytesOf(`/laes/${id}/samlet.pdf`, reader)).toString('latin1')).toContain('/Marked true');
    expect(await page(`/laes/${id}/samlet`, reader)).toContain('Disse filer er ikke med i det samlede materiale.');
    expect(shown).not.toContain('Flere afsnit');
    expect(shown).toContain('Ord med prikker');
    expect(await page(`/laes/${id}/dokument?vis=letlaest`, reader)).not.toContain('Ord med prikker');
  });

  it('one focus area of the version; the rest can be read beside it and is not in the pack', async () => {
    const [, area = '', other = ''] = await sections();
    const version = /"hash":"([0-9a-f]{64})"/.exec(
      JSON.stringify(await chair.gql('query ($id: ID!) { round(id: $id) { version { hash } } }', { id: round })),
    )?.[1];
    const id = await opened('sekretariat', { version, sections: [area] });
    const reader = await app.signIn('handicapraad-formand-holbaek');
    const contents = await page(`/laes/${id}`, reader);
    expect(contents.indexOf(area)).toBeLessThan(contents.indexOf('Det øvrige i aftalen'));
    expect(contents.indexOf(other)).toBeGreaterThan(contents.indexOf('Det øvrige i aftalen'));
    const pack = await page(`/laes/${id}/samlet`, reader);
    expect([pack.includes(`afsnit-${area}`), pack.includes(`afsnit-${other}`)]).toEqual([true, false]);
  });

  it('is shown to nobody who may not read the round', async () => {
    const reader = await app.signIn('politiker-roskilde');
    await app.owner.query(
      `UPDATE seat SET valid_to = now() - interval '9 days', valid_from = now() - interval '99 days'
       WHERE person = (SELECT id FROM person WHERE persona = 'politiker-roskilde')`,
    );
    for (const path of [`/laes/${round}`, `/laes/${round}/samlet.pdf`]) {
      const response = await reader.fetch(path);
      expect([response.status, await response.text()]).toEqual([403, expect.stringContaining('Siden kan ikke vises')]);
    }
  });
});

describe('reading after the deadline', () => {
  it('says that it is over, and that an answer will be marked', async () => {
    await setDeadlineIn(app.owner, round, -86_400_000 * 2);
    const contents = await page(`/laes/${round}`);
    expect(contents).toMatch(/udløb for 2 dage siden · et svar er nu for sent/);
    expect(contents).toContain('I kan stadig svare');
  });
});
