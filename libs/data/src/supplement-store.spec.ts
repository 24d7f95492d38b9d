import { standingOf, type Terms } from '@enig/agreement';
import {
  addDays,
  brandId,
  localDateAt,
  localDateOf,
  type AgreementId,
  type LocalDate,
  type PartyId,
  type SectionId,
} from '@enig/kernel';
import { databaseNow, type Actor } from './act';
import { AgreementReads, type AgreementView } from './agreement-reads';
import { AgreementStore } from './agreement-store';
import { ConsolidatedReads } from './consolidated-reads';
import { PublicationReads } from './publication-reads';
import { SectionStore } from './section-store';
import { SupplementStore, type NewSupplement } from './supplement-store';
import { concludeIn } from './test-concluding';
import { beginStory, done, regionStays, type Story } from './test-story';
import { TextContents } from './text-content';
import { VersionReads } from './version-reads';

let story: Story;
let supplements: SupplementStore;
let agreements: AgreementStore;
let secretary: Actor;
let today: LocalDate;

beforeEach(async () => {
  story = await beginStory();
  const ground = { source: story.source, announce: story.announce };
  supplements = new SupplementStore(ground, new TextContents(story.source));
  agreements = new AgreementStore(ground, new TextContents(story.source));
  secretary = await story.person('secretariat:1085', 'secretariatOfficer');
  today = localDateAt(await databaseNow(story.source.manager));
});

afterEach(() => story.close());

const view = async (id: AgreementId): Promise<AgreementView> => {
  const found = await new AgreementReads(story.source).view(id);
  if (!found) throw new Error('The agreement is gone');
  return found;
};

function terms(over: Partial<Terms> = {}): Terms {
  const deadline = addDays(today, 90);
  const period = { periodFrom: today, periodTo: localDateOf('2099-12-31') };
  return { title: 'Allonge om transport', ...period, deadline, writingUntil: null, ...over };
}

function addendum(over: Partial<NewSupplement> = {}): NewSupplement {
  return { ...terms(), parent: story.agreement, act: 'addendum', amends: [], ...over };
}

async function sectionCalled(title: string, of: AgreementId): Promise<SectionId> {
  const found = (await view(of)).sections.find(({ text }) => text.title === title);
  if (!found) throw new Error(`No section ${title}`);
  return found.row.id;
}

async function standing(id: AgreementId, day: LocalDate): Promise<string> {
  const { row, state, concludedOn, lastDay } = await view(id);
  return standingOf(state, { from: row.periodFrom, to: row.periodTo }, concludedOn, day, lastDay);
}

const BOTH = ['developmentStrategy', 'steeringAgreement'];
const refused = (code: string) => ({ ok: false, error: { code } });

describe('AG-34 an addendum hangs on a concluded agreement', () => {
  it('not on one that is written, nor on another addendum, and within its days', async () => {
    expect(await supplements.create(addendum(), secretary)).toMatchObject(refused('AG-34-PARENT-NOT-CONCLUDED'));
    await concludeIn(story, story.agreement);
    const outside = addendum({ periodTo: localDateOf('2100-01-01') });
    expect(await supplements.create(outside, secretary)).toMatchObject(refused('AG-34-OUTSIDE-ITS-PERIOD'));
    const first = done(await supplements.create(addendum(), secretary));
    await new SectionStore({ source: story.source, announce: story.announce }).add(
      first,
      {
        ...{ part: (await view(first)).parts[0]?.id ?? brandId(''), kind: 'chapter', title: 'Nyt kapitel' },
        ...{ strand: null, covers: null, coordinators: [] },
      },
      secretary,
    );
    await concludeIn(story, first);
    const onIt = addendum({ parent: first });
    expect(await supplements.create(onIt, secretary)).toMatchObject(refused('AG-34-PARENT-HANGS-ITSELF'));
    expect(await agreements.setParties(first, [], secretary)).toMatchObject(refused('AG-22-WRITING-CLOSED'));
  });

  it('has the parties of its agreement, and nobody can choose others', async () => {
    await concludeIn(story, story.agreement);
    const id = done(await supplements.create(addendum(), secretary));
    const [parent, own] = [await story.view(), await view(id)];
    const named = ({ parties }: AgreementView) => parties.map(({ party, name, council }) => [party, name, council]);
    expect(named(own)).toEqual(named(parent));
    const parties = parent.parties.map(({ party }) => party);
    expect(await agreements.setParties(id, parties, secretary)).toMatchObject(refused('AG-34-PARTIES-ARE-ITS'));
    const later = terms({ periodTo: localDateOf('2100-01-01') });
    expect(await agreements.edit(id, later, secretary)).toMatchObject(refused('AG-34-OUTSIDE-ITS-PERIOD'));
  });

  it('has no coordinator who has left the agreement', async () => {
    const [greve, roskilde] = [brandId<PartyId>('municipality:0253'), brandId<PartyId>('municipality:0265')];
    const section = await sectionCalled('Autisme', story.agreement);
    const sections = new SectionStore({ source: story.source, announce: story.announce });
    done(await sections.setCoordinators(story.agreement, section, [greve, roskilde], secretary));
    done(await agreements.setParties(story.agreement, [roskilde, brandId<PartyId>('region:1085')], secretary));
    await concludeIn(story, story.agreement);
    const amends = [{ section, kind: 'replaces' as const }];
    const id = done(await supplements.create(addendum({ amends }), secretary));
    expect((await view(id)).sections.map(({ coordinators }) => coordinators)).toEqual([[roskilde]]);
  });

  it('writes nothing when one of its changes is refused', async () => {
    await concludeIn(story, story.agreement);
    const amends = [{ section: brandId<SectionId>('00000000-0000-4000-8000-000000000000'), kind: 'replaces' as const }];
    expect(await supplements.create(addendum({ amends }), secretary)).toMatchObject(refused('AG-38-NO-SUCH-SECTION'));
    expect(await new PublicationReads(story.source).hanging(story.agreement)).toEqual([]);
  });
});

describe('AG-35 an extension has the same texts for longer', () => {
  it('its version has the texts of the one it extends, and the agreement lasts as long', async () => {
    const version = await concludeIn(story, story.agreement);
    const extension = { act: 'extension' as const, title: 'Forlængelse', periodTo: localDateOf('2099-12-31') };
    expect(await supplements.create(addendum(extension), secretary)).toMatchObject(refused('AG-35-PERIOD-NOT-LATER'));
    const id = done(
      await supplements.create(addendum({ ...extension, periodTo: localDateOf('2101-12-31') }), secretary),
    );
    const part = (await story.view()).parts[0];
    expect((await view(id)).parts).toEqual([]);
    const section = { kind: 'chapter' as const, title: 'Nyt', strand: null, covers: null, coordinators: [] };
    const added = await new SectionStore({ source: story.source, announce: story.announce }).add(
      id,
      { ...section, part: part?.id ?? brandId('') },
      secretary,
    );
    expect(added).toMatchObject(refused('AG-35-TEXTS-STAND'));
    const extended = await concludeIn(story, id);
    const reads = new VersionReads(story.source);
    const [base, longer] = [await reads.version(version), await reads.version(extended)];
    expect(longer?.manifest.parts).toEqual(base?.manifest.parts);
    expect(longer?.manifest.act).toBe('extension');
    expect(longer?.manifest.amends).toEqual({ agreement: story.agreement, version });
    expect(longer?.manifest.period).toEqual({ from: '2025-01-01', to: '2101-12-31' });
    expect(await reads.texts(extended)).toEqual(await reads.texts(version));
    expect((await story.view()).lastDay).toBe('2101-12-31');
    expect(await standing(story.agreement, localDateOf('2100-06-01'))).toBe('inForce');
  });
});

describe('AG-36 an earlier agreement ends when its successor is in force', () => {
  it('the day before, whatever the order they were concluded in', async () => {
    await regionStays(story.owner);
    const next = done(
      await agreements.create(
        {
          ...terms({ title: 'Den næste', periodFrom: addDays(today, 30), deadline: addDays(today, 20) }),
          ...{ region: '1085', label: null, copyFrom: story.agreement, chain: { key: 'sjaelland-2021', version: 1 } },
        },
        secretary,
      ),
    );
    await concludeIn(story, next);
    expect((await story.view()).lastDay).toBe('2099-12-31');
    const reads = new AgreementReads(story.source);
    expect(await reads.predecessorsOf(next)).toEqual([]);
    await concludeIn(story, story.agreement);
    expect((await story.view()).lastDay).toBe(addDays(today, 29));
    expect(await reads.predecessorsOf(next)).toEqual([{ id: story.agreement, kinds: BOTH }]);
    expect(await reads.predecessorsOf(story.agreement)).toEqual([]);
    expect(await standing(story.agreement, addDays(today, 29))).toBe('inForce');
    expect(await standing(story.agreement, addDays(today, 30))).toBe('ended');
    expect(await standing(next, addDays(today, 30))).toBe('inForce');
    const outside = addendum({ periodTo: addDays(today, 40), deadline: addDays(today, 35) });
    expect(await supplements.create(outside, secretary)).toMatchObject(refused('AG-34-OUTSIDE-ITS-PERIOD'));
  });
});

describe('AG-37 what is concluded is published, and noted as sent', () => {
  it('in the transaction of the last approval, once, and not before', async () => {
    const reads = new PublicationReads(story.source);
    expect([await reads.of(story.agreement), await reads.stamp(story.agreement)]).toEqual([null, null]);
    const notice = { sentOn: today, to: 'Socialstyrelsen', journalNumber: '27.69.48-2026-1' };
    expect(await supplements.noteSent(story.agreement, notice, secretary)).toMatchObject(
      refused('AG-37-NOT-CONCLUDED'),
    );
    const version = await concludeIn(story, story.agreement);
    expect((await reads.of(story.agreement))?.publication).toMatchObject({ version });
    const before = await reads.stamp(story.agreement);
    const numbered = { ...notice, journalNumber: '010190-1234' };
    expect(await supplements.noteSent(story.agreement, numbered, secretary)).toMatchObject(
      refused('AG-37-HOLDS-NUMBER'),
    );
    done(await supplements.noteSent(story.agreement, notice, secretary));
    expect(await supplements.noteSent(story.agreement, notice, secretary)).toMatchObject(
      refused('AG-37-NOTED-ALREADY'),
    );
    expect(await reads.stamp(story.agreement)).not.toBe(before);
    expect(await reads.notices(story.agreement)).toMatchObject([{ sentOn: today, recipient: 'Socialstyrelsen' }]);
    for (const table of ['publication', 'authority_notice', 'section_amends', 'succession'])
      await expect(story.source.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
    await expect(story.source.query(`UPDATE agreement SET act = 'part'`)).rejects.toThrow('permission denied');
  });
});

describe('AG-38 the text that holds is computed from the acts', () => {
  it('a chapter is replaced, another taken out, one added; before the day, the old ones stand', async () => {
    const version = await concludeIn(story, story.agreement);
    const [autism, intro] = [
      await sectionCalled('Autisme', story.agreement),
      await sectionCalled('Indledning', story.agreement),
    ];
    const amends = [{ section: autism, kind: 'replaces' as const }];
    const from = addDays(today, 10);
    const id = done(await supplements.create(addendum({ amends, periodFrom: from }), secretary));
    done(await supplements.amend(id, { section: intro, kind: 'removes' }, secretary));
    expect(await supplements.amend(id, { section: intro, kind: 'replaces' }, secretary)).toMatchObject(
      refused('AG-38-AMENDED-ALREADY'),
    );
    expect(await supplements.amend(story.agreement, { section: intro, kind: 'replaces' }, secretary)).toMatchObject(
      refused('AG-22-WRITING-CLOSED'),
    );
    const own = await concludeIn(story, id);
    const manifest = (await new VersionReads(story.source).version(own))?.manifest;
    expect(manifest).toMatchObject({ act: 'addendum', amends: { agreement: story.agreement, version } });
    expect(manifest?.parts.flatMap(({ texts }) => texts).map(({ amends: does }) => does)).toEqual([
      { section: autism, kind: 'replaces' },
      { section: intro, kind: 'removes' },
    ]);
    const reads = new ConsolidatedReads(story.source);
    const [before, after] = [await reads.on(story.agreement, today), await reads.on(story.agreement, from)];
    expect(before?.sections.map((each) => each.from)).toEqual([null, null, null]);
    expect(after?.sections.map((each) => [each.title, each.from, each.content === null])).toEqual([
      ['Autisme', id, false],
      ['Hjerneskade', null, false],
      ['Indledning', id, true],
    ]);
    expect(after?.addenda).toMatchObject([{ agreement: id, since: from }]);
    expect(await reads.on(id, from)).toBeNull();
  });
});

describe('AG-39 the parts run apart', () => {
  it('each with its deadline, its part and its texts, in one frame', async () => {
    const deadlines = { developmentStrategy: addDays(today, 20), steeringAgreement: addDays(today, 60) };
    const ids = done(
      await agreements.createApart(
        {
          ...terms({ title: '' }),
          ...{ region: '1085', label: null, copyFrom: story.agreement, chain: { key: 'sjaelland-2021', version: 1 } },
        },
        {
          developmentStrategy: { title: 'Udviklingsstrategi', deadline: deadlines.developmentStrategy },
          steeringAgreement: { title: 'Styringsaftale', deadline: deadlines.steeringAgreement },
        },
        secretary,
      ),
    );
    const [strategy, steering] = await Promise.all(ids.map(view));
    expect([strategy?.row.act, steering?.row.act]).toEqual(['part', 'part']);
    expect(strategy?.row.frame).toBe(steering?.row.frame);
    expect([strategy?.row.deadline, steering?.row.deadline]).toEqual(Object.values(deadlines));
    expect(strategy?.sections.map(({ text }) => text.title)).toEqual(['Autisme', 'Hjerneskade', 'Indledning']);
    expect(steering?.sections).toEqual([]);
    const version = await concludeIn(story, strategy?.row.id ?? story.agreement);
    expect((await new VersionReads(story.source).version(version))?.manifest.act).toBe('part');
  });
});
