import { brandId, localDateOf, type BodyId, type LocalDate, type PartyId } from '@enig/kernel';
import type { WayStep } from '@enig/approval';
import { databaseNow, type Actor } from './act';
import { AgreementReads } from './agreement-reads';
import { AgreementStore } from './agreement-store';
import { ApprovalReads } from './approval-reads';
import { ApprovalStore } from './approval-store';
import { ChainReads } from './chain-reads';
import { chainTemplates } from './reference/chains';
import { beginStory, done, type Story } from './test-story';
import { TextContents } from './text-content';
import { lockChoices } from './way-choices';
import { waysOf } from './way-reads';
import { WayStore } from './way-store';

const greve = brandId<PartyId>('municipality:0253');
const committee = brandId<BodyId>('committee:0253');
const finance = brandId<BodyId>('finance-committee:0253');
const day = (given: string): LocalDate => localDateOf(given);

let story: Story;
let secretary: Actor;
let store: WayStore;

beforeEach(async () => {
  story = await beginStory();
  secretary = await story.person('municipal-council:0253', 'councilSecretary');
  store = new WayStore({ source: story.source, announce: story.announce });
});

afterEach(() => story.close());

const step = (body: BodyId, after: readonly BodyId[] = []): WayStep => {
  return { key: body, name: body, body, after, mandatory: true };
};

/** Somebody sets the party's way, having seen the one that stands. */
async function set(steps: readonly WayStep[]) {
  const { setting = null } = (await store.view(greve)) ?? {};
  return store.setWay({ party: greve, steps }, setting, secretary);
}

describe("AP-28 a party's way", () => {
  it('is set, is the newest, and is the template’s again without steps', async () => {
    expect((await store.view(greve))?.way.steps).toEqual([]);
    const steps = [step(committee), step(finance, [committee])];
    done(await set(steps));
    expect((await store.view(greve))?.way.steps).toEqual(steps);
    done(await set([]));
    expect((await store.view(greve))?.way.steps).toEqual([]);
    const rows = await story.source.query<{ person: string }[]>('SELECT person FROM party_way ORDER BY id');
    expect(rows).toEqual([{ person: secretary.person }, { person: secretary.person }]);
    await expect(story.source.query("UPDATE party_way SET steps = '[]'")).rejects.toThrow('permission denied');
  });

  it('AP-28 refuses another municipality’s committee, and nothing is written', async () => {
    const body = brandId<BodyId>('committee:0316');
    expect(await set([step(body)])).toEqual({
      ok: false,
      error: { code: 'AP-28-NOT-OWN-BODY', body },
    });
    expect(await story.source.query('SELECT FROM party_way')).toEqual([]);
  });

  it('AP-28 of two who set it at once the second is told of the first’s, and nothing is lost', async () => {
    const way = { party: greve, steps: [step(committee)] };
    const both = await Promise.all([store.setWay(way, null, secretary), store.setWay(way, null, secretary)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'AP-28-CHANGED-MEANWHILE' } });
    expect(await story.source.query('SELECT FROM party_way')).toHaveLength(1);
    done(await set([]));
  });

  it('knows its bodies, its council and its regions; nothing of a party that is not there', async () => {
    const view = await store.view(greve);
    expect(view?.bodies.map(({ id }) => id).toSorted()).toEqual(['administration:0253', committee, finance]);
    expect(view?.councils.map(({ id }) => id)).toEqual(['municipal-council:0253']);
    expect(view?.regions).toContain('ostdanmark');
    expect(await store.view(brandId<PartyId>('municipality:9999'))).toBeNull();
    expect(await store.placeOf(brandId<BodyId>('contact-council:1085'))).toEqual({ party: null, regions: ['1085'] });
    expect(await store.placeOf(brandId<BodyId>('nowhere'))).toBeNull();
  });

  it('AP-28 adds a committee once, also when two do it at once', async () => {
    const input = { party: greve, kind: 'committee', name: 'Socialudvalget' } as const;
    const added = await Promise.all([store.addCommittee(input, secretary), store.addCommittee(input, secretary)]);
    expect(added.filter(({ ok }) => ok)).toHaveLength(1);
    expect(added.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'AP-28-NAME-TAKEN' } });
    expect((await store.view(greve))?.bodies.map(({ name }) => name)).toContain('Socialudvalget');
  });

  it('AP-28-NAME-HOLDS-NUMBER adds no committee with a personal number in its name', async () => {
    const input = { party: greve, kind: 'committee', name: 'Udvalg 010190-1234' } as const;
    expect(await store.addCommittee(input, secretary)).toEqual({
      ok: false,
      error: { code: 'AP-28-NAME-HOLDS-NUMBER' },
    });
    expect(await story.source.query('SELECT FROM body WHERE name = $1', [input.name])).toEqual([]);
  });
});

describe('AP-29 what is put to the parties stays on its version and its ways', () => {
  it('a way that is set afterwards, and a committee that is added, change nothing that runs', async () => {
    const before = done(
      await store.addCommittee({ party: greve, kind: 'committee', name: 'Ældreudvalget' }, secretary),
    );
    done(await set([step(before)]));
    const approvals = new ApprovalStore({ source: story.source, announce: story.announce });
    const secretariat = await story.person('secretariat:1085', 'secretariatOfficer');
    done(await approvals.freezeForDecision(story.agreement, secretariat));

    const later = done(await store.addCommittee({ party: greve, kind: 'committee', name: 'Børneudvalget' }, secretary));
    done(await set([step(later)]));
    const chain = (await new ApprovalReads(story.source).view(story.agreement))?.chain;
    expect(chain?.ways).toEqual([{ party: greve, steps: [step(before)] }]);
    expect(chain?.bodies.map(({ body }) => body)).toContain(before);
    expect(chain?.bodies.map(({ body }) => body)).not.toContain(later);
    const acts = await story.source.query<{ facts: unknown }[]>("SELECT facts FROM act WHERE kind = 'goOwnWays'");
    expect(acts).toEqual([{ facts: { parties: [greve], ways: [`${greve}: ${before}`], twoPeople: [] } }]);
  });

  it('AP-29 who chooses waits for whoever is putting a text to the party, and then counts from the next one', async () => {
    const isWaiting = async () => {
      const waiting = await story.source.query<unknown[]>(
        `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      );
      return waiting.length > 0;
    };
    let isSet = false;
    let setting: Promise<unknown> = Promise.resolve();
    const put = await story.source.transaction(async (manager) => {
      await lockChoices(manager, [greve], 'toPutATextToThem');
      setting = set([step(finance)]).then(() => (isSet = true));
      while (!isSet && !(await isWaiting()));
      return databaseNow(manager);
    });
    await setting;
    const rows = await story.source.query<unknown[]>('SELECT FROM party_way WHERE at >= $1', [put]);
    expect(rows).toHaveLength(1);
    expect(await waysOf(story.source.manager, [greve])).toHaveLength(1);
  });

  it('AP-29 two versions of a template stand beside each other, and a new start changes none', async () => {
    const view = await new AgreementReads(story.source).view(story.agreement);
    expect([view?.row.chainKey, view?.row.chainVersion]).toEqual(['sjaelland-2021', 1]);
    const reads = new ChainReads(story.source);
    const old = await reads.template({ key: 'sjaelland-2021', version: 1 });
    const now = await reads.template({ key: 'sjaelland-2021', version: 2 });
    expect([old.steps.length, now.steps.length]).toEqual([3, 7]);
  });
});

describe('AP-26 a chain is chosen that somebody can take', () => {
  const deadline = day('2026-10-15');

  it('AP-27 every template file is one without faults', () => {
    expect(chainTemplates().map(({ key, version, act }) => `${key} ${version} ${act}`)).toEqual([
      'sjaelland-2021 1 agreement',
      'sjaelland-2021 2 agreement',
      'midtjylland-2017 1 agreement',
      'nordjylland-2007 1 agreement',
      'del 1 part',
      'allonge 1 addendum',
      'forlaengelse 1 extension',
    ]);
    expect(() => chainTemplates([{ key: 'x' }])).toThrow('AP-27-NOT-A-TEMPLATE');
  });

  it.each([
    ['1085', deadline, ['sjaelland-2021']],
    ['1082', deadline, ['midtjylland-2017', 'sjaelland-2021']],
    ['1081', deadline, ['nordjylland-2007', 'sjaelland-2021']],
    // Kontaktudvalg are there no longer.
    ['1081', day('2027-10-15'), ['sjaelland-2021']],
  ] as const)('AP-26 in region %s by %s: %j', async (region, on, usable) => {
    const choice = { region, act: 'agreement', partiesOn: deadline, deadline: on } as const;
    const offered = await new ChainReads(story.source).offered(choice);
    expect(offered.filter(({ faults }) => faults.length === 0).map(({ template }) => template.key)).toEqual(usable);
    expect(offered).toHaveLength(3);
  });

  it('AP-26 refuses an agreement on another region’s chain', async () => {
    const agreements = new AgreementStore(
      { source: story.source, announce: story.announce },
      new TextContents(story.source),
    );
    const secretariat = await story.person('secretariat:1085', 'secretariatOfficer');
    const input = {
      ...{ region: '1085', title: 'Rammeaftale', label: null, copyFrom: null, writingUntil: null },
      ...{ periodFrom: day('2035-01-01'), periodTo: day('2036-12-31'), deadline: day('2034-10-15') },
      chain: { key: 'midtjylland-2017', version: 1 },
    };
    const refused = await agreements.create({ ...input, region: '1083' }, secretariat);
    expect(refused).toEqual({
      ok: false,
      error: { code: 'AP-26-NOBODY-CAN-TAKE', step: 'DASSOS Forretningsudvalg' },
    });
  });
});
