import * as Y from 'yjs';
import { Writer } from '../collab/test-writer';
import { onlyRound, responseOf } from '../hearing/test-hearing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';

interface Told {
  readonly id: string;
  readonly text: string;
  readonly sentence: string;
  readonly may: { readonly see: boolean; readonly putBack: boolean };
  readonly seen: { readonly person: string; readonly capacity: string } | null;
  readonly content: unknown;
  readonly missing: readonly { readonly label: string; readonly words: string }[];
  readonly sections: readonly { readonly title: string }[];
  readonly closedBecause: string | null;
}

const FIELDS = `id text sentence may { see putBack } seen { person body capacity at } content missing { label words }
  sections { id title } closedBecause link`;

let app: TestApp;

beforeEach(async () => {
  app = await startTestApp();
});

afterEach(() => app.close());

interface Area {
  readonly id: string;
  readonly text: { readonly id: string; readonly content: unknown; readonly milestones: readonly Told[] };
}

/** The focus area Roskilde coordinates, or a chapter, of the draft. */
async function sectionOf(browser: TestBrowser, kind: 'focusArea' | 'chapter'): Promise<Area> {
  const { data } = await browser.gql<{
    agreements: readonly { standing: string; parts: readonly { sections: readonly (Area & Sort)[] }[] }[];
  }>(`{ agreements { standing id } }`);
  const drafts = data.agreements.filter(({ standing }) => standing === 'drafting') as unknown as { id: string }[];
  for (const { id } of drafts) {
    const found = await browser.gql<{ agreement: { parts: readonly { sections: readonly (Area & Sort)[] }[] } }>(
      `query ($id: ID!) { agreement(id: $id) { parts { sections {
        id kind coordinators { id } text { id content milestones { ${FIELDS} } } } } } }`,
      { id },
    );
    const sections = found.data.agreement.parts.flatMap((part) => part.sections);
    const isOurs = ({ coordinators }: Sort) => coordinators.some((party) => party.id === 'municipality:0265');
    const section = sections.find((each) => each.kind === kind && (kind === 'chapter' || isOurs(each)));
    if (section) return section;
  }
  throw new Error('The demo has a draft');
}

interface Sort {
  readonly kind: string;
  readonly coordinators: readonly { readonly id: string }[];
}

/** Somebody selects everything and deletes it, over their socket. */
async function deleteAll(browser: TestBrowser, text: string): Promise<Writer> {
  const writer = new Writer(app.url.replace('http', 'ws'), text, { cookie: browser.cookie });
  await writer.synced();
  writer.doc.transact(() => {
    for (const name of ['intro', 'body', 'general']) empty(writer.doc.getXmlFragment(name));
    for (const list of ['goals', 'themes', 'actions', 'sections']) empty(writer.doc.getMap(list));
  });
  await writer.settled();
  expect(writer.refused.size).toBe(0);
  return writer;
}

function empty(type: unknown): void {
  if (type instanceof Y.Map) for (const value of type.values()) empty(value);
  else if (type instanceof Y.Text || type instanceof Y.XmlFragment) type.delete(0, type.length);
}

/** Long enough for CO-22. */
async function fill(browser: TestBrowser, text: string, root: string, words: string): Promise<void> {
  const writer = new Writer(app.url.replace('http', 'ws'), text, { cookie: browser.cookie });
  await writer.synced();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  writer.doc.getXmlFragment(root).push([paragraph]);
  await writer.settled();
  writer.leave();
}

async function tasks(persona: string): Promise<{ detail: string; link: string }[]> {
  const browser = await app.signIn(persona);
  const { data } = await browser.gql<{ tasks: { kind: string; detail: string; link: string }[] }>(
    '{ tasks { kind title detail link due } }',
  );
  return data.tasks.filter(({ kind }) => kind === 'seeDeletion');
}

async function milestone(browser: TestBrowser, id: string): Promise<Told | string | undefined> {
  const { data, errors } = await browser.gql<{ textMilestone: Told | null }>(
    `query ($id: ID!) { textMilestone(id: $id) { ${FIELDS} } }`,
    { id },
  );
  return data.textMilestone ?? errors[0]?.code;
}

interface Answered {
  readonly milestone: Told | null;
  readonly refused: { readonly code: string; readonly message: string } | null;
}

async function act(browser: TestBrowser, name: 'seeMilestone' | 'putTextBack', id: string): Promise<Answered | string> {
  const { data, errors } = await browser.gql<Record<string, Answered> | null>(
    `mutation ($id: ID!) { ${name}(input: { milestone: $id }) { milestone { ${FIELDS} } refused { code message } } }`,
    { id },
  );
  return data?.[name] ?? errors[0]?.code ?? '';
}

describe('CO-28 when most of a text has been deleted', () => {
  it('its tovholdere are told until one of them has seen it, and nobody else is asked', async () => {
    const [deleter, other, reader] = await Promise.all(
      ['tovholder-2-roskilde', 'tovholder-roskilde', 'tovholder-greve'].map((persona) => app.signIn(persona)),
    );
    if (!deleter || !other || !reader) throw new Error('Three have signed in');
    const area = await sectionOf(other, 'focusArea');
    const page = other.subscribe(
      `subscription ($id: ID!) { sectionChanged(id: $id) { text { milestones { sentence } } } }`,
      { id: area.id },
    );
    const first = page.next();
    expect(await tasks('tovholder-roskilde')).toEqual([]);
    const writer = await deleteAll(deleter, area.text.id);
    expect((await first).errors).toEqual([]);
    await page.stop();
    const sentence =
      /^Det meste af teksten i ».+« blev slettet den \d+\.\s\p{L}+\s\d{4} kl\.\s\d\d\.\d\d af \p{Lu}.+ \(.*Roskilde.*\)\.$/u;
    const [task, ...more] = await tasks('tovholder-roskilde');
    expect(task?.detail).toMatch(sentence);
    expect(more).toEqual([]);
    const id = task?.link.split('/').at(-1) ?? '';
    expect(task?.link).toBe(`/tekster/${area.text.id}/foer/${id}`);
    for (const persona of ['tovholder-greve', 'sekretariat', 'handicapraad-formand-holbaek'])
      expect([persona, await tasks(persona)]).toEqual([persona, []]);

    const [told] = (await sectionOf(reader, 'focusArea')).text.milestones;
    expect(told).toMatchObject({ id, seen: null, may: { see: false, putBack: false }, content: area.text.content });
    expect(JSON.stringify(told?.content)).toMatch(/"ownerName":"\p{Lu}/u);
    expect(told?.missing.map(({ label }) => label)).toContain('Indledning');
    expect(await milestone(await app.signIn('handicapraad-formand-holbaek'), id)).toBe('NOT_FOUND');
    for (const nothing of ['x', '0', '999999999999999999999'])
      expect(await milestone(other, nothing)).toBe('NOT_FOUND');

    expect(await act(reader, 'seeMilestone', id)).toBe('FORBIDDEN');
    expect(await act(other, 'seeMilestone', id)).toMatchObject({
      refused: null,
      milestone: { may: { see: false, putBack: true }, seen: { capacity: 'tovholder' } },
    });
    for (const persona of ['tovholder-roskilde', 'tovholder-2-roskilde']) expect(await tasks(persona)).toEqual([]);
    const rows = await app.source.query('SELECT body, capacity FROM text_milestone_seen');
    expect(rows).toEqual([{ body: 'administration:0265', capacity: 'coordinator' }]);
    writer.leave();
  });

  it('the words come back as new edits by whoever puts them back, on open pages too, and take nothing away', async () => {
    const deleter = await app.signIn('tovholder-2-roskilde');
    const other = await app.signIn('tovholder-roskilde');
    const area = await sectionOf(other, 'focusArea');
    const writer = await deleteAll(deleter, area.text.id);
    writer.say('Skrevet bagefter');
    await writer.settled();
    const [told] = (await sectionOf(other, 'focusArea')).text.milestones;
    const id = told?.id ?? '';
    const intro = writer.intro.length;

    expect(await act(await app.signIn('tovholder-greve'), 'putTextBack', id)).toBe('FORBIDDEN');
    expect(await act(other, 'putTextBack', id)).toMatchObject({
      refused: null,
      milestone: { missing: [], may: { see: false }, seen: { person: expect.any(String) } },
    });
    await writer.until(() => writer.intro.length > intro);
    expect(writer.intro.toString()).toContain('Skrevet bagefter');
    const after = await sectionOf(other, 'focusArea');
    expect(after.text.content).toMatchObject({
      title: (area.text.content as { title: string }).title,
      goals: (area.text.content as { goals: unknown }).goals,
      actions: (area.text.content as { actions: unknown }).actions,
    });
    const people = await app.source.query(
      `SELECT p.name FROM text_update u JOIN person p ON p.id = u.person WHERE u.text = $1 ORDER BY seq DESC LIMIT 1`,
      [area.text.id],
    );
    expect(people).toEqual([{ name: told && (await milestoneSeenBy(other, id)) }]);
    expect(await act(other, 'putTextBack', id)).toMatchObject({ refused: { code: 'CO-28-NOTHING-MISSING' } });
    writer.say('Der kan stadig skrives');
    await writer.settled();
    expect(writer.refused.size).toBe(0);
    writer.leave();
  });

  it('nothing is put back in a closed text', async () => {
    const other = await app.signIn('tovholder-roskilde');
    const area = await sectionOf(other, 'focusArea');
    (await deleteAll(other, area.text.id)).leave();
    const id = (await sectionOf(other, 'focusArea')).text.milestones[0]?.id ?? '';
    await app.owner.query(`UPDATE text SET phase = 'closed', closed_because = 'deciding' WHERE id = $1`, [
      area.text.id,
    ]);
    expect(await act(other, 'putTextBack', id)).toMatchObject({
      milestone: null,
      refused: { code: 'CO-28-CLOSED', message: expect.stringContaining('lukket') },
    });
    expect(await milestone(other, id)).toMatchObject({
      may: { see: true, putBack: false },
      closedBecause: expect.stringContaining('beslutning'),
    });
  });

  it('of a chapter the secretariat is told; of a response its council alone', async () => {
    const secretariat = await app.signIn('sekretariat');
    const chapter = await sectionOf(secretariat, 'chapter');
    await fill(secretariat, chapter.text.id, 'body', 'Ordene står her. '.repeat(60));
    (await deleteAll(secretariat, chapter.text.id)).leave();
    expect(await tasks('sekretariat')).toHaveLength(1);
    expect(await tasks('tovholder-roskilde')).toEqual([]);

    const chair = await app.signIn('handicapraad-formand-naestved');
    const response = responseOf(await onlyRound(chair, '(i høring)'), 'Næstved').text?.id ?? '';
    await fill(chair, response, 'general', 'Rådet mener, at det er godt. '.repeat(30));
    (await deleteAll(chair, response)).leave();
    const [task] = await tasks('handicapraad-formand-naestved');
    expect(task?.detail).toMatch(/^Det meste af teksten i »Høringssvar fra .*Næstved.*«/);
    expect(await tasks('sekretariat')).toHaveLength(1);
    expect(await tasks('handicapraad-formand-holbaek')).toEqual([]);
    const id = task?.link.split('/').at(-1) ?? '';
    expect(await milestone(secretariat, id)).toBe('NOT_FOUND');
    const before = await milestone(chair, id);
    expect(before).toMatchObject({ missing: [{ label: 'Bemærkninger i øvrigt' }], may: { see: true, putBack: true } });
    const both = await Promise.all([act(chair, 'putTextBack', id), act(chair, 'putTextBack', id)]);
    const codes = both.map((answer) => (typeof answer === 'object' ? (answer.refused?.code ?? 'done') : answer));
    expect(codes.toSorted()).toEqual(['CO-28-NOTHING-MISSING', 'done']);
    expect(await milestone(chair, id)).toMatchObject({ missing: [] });
  });
});

async function milestoneSeenBy(browser: TestBrowser, id: string): Promise<string | undefined> {
  const found = await milestone(browser, id);
  return typeof found === 'object' ? found.seen?.person : undefined;
}
