import { addDays, brandId, localDateAt, type BodyId, type Json, type PartyId, type RoundId } from '@enig/kernel';
import { richFromPlain } from '@enig/text';
import { databaseNow, type Actor } from '../act';
import { HearingReads } from '../hearing-reads';
import { HearingStore } from '../hearing-store';
import type { ResponseView, RoundView } from '../hearing-views';
import { PointStore } from '../point-store';
import { ResponseStore } from '../response-store';
import type { WhatIsHeard } from '../round-opening';
import { setDeadlineIn } from '../test-response';
import { beginStory, done, type Story } from '../test-story';
import { TimeRequestStore } from '../time-requests';

const greve = brandId<BodyId>('disability-council:0253');
const solroed = brandId<BodyId>('disability-council:0269');
const roskilde = brandId<PartyId>('municipality:0265');
const grevePeople = brandId<PartyId>('municipality:0253');
const REPORT = { title: 'Ombygning af Bakkehuset', text: 'Vi bygger om.', easyRead: 'Vi bygger om.', files: [] };

let story: Story;
let secretary: Actor;
let chair: Actor;
let rounds: HearingStore;

beforeEach(async () => {
  story = await beginStory();
  rounds = new HearingStore(story);
  secretary = await story.person('secretariat:1085', 'secretariatOfficer');
  chair = await story.person(greve, 'disabilityCouncilChair');
});

afterEach(() => story.close());

interface Told {
  readonly person: string;
  readonly path: string;
  readonly facts: Readonly<Record<string, Json>>;
}

function told(kind: string): Promise<readonly Told[]> {
  return story.source.query('SELECT person, path, facts FROM letter WHERE kind = $1 ORDER BY person', [kind]);
}

async function viewOf(round: RoundId): Promise<RoundView> {
  const view = await new HearingReads(story.source).round(round);
  if (!view) throw new Error('There is no round');
  return view;
}

interface Wanted {
  readonly heard?: WhatIsHeard;
  readonly days?: number;
  readonly shortReason?: string;
  readonly owner?: PartyId | null;
}

async function opened(wanted: Wanted = {}, by = secretary): Promise<RoundId> {
  const { heard = { kind: 'freeze', sections: null }, days = 40, shortReason = '', owner = null } = wanted;
  await story.easyRead();
  const dueDate = addDays(localDateAt(await databaseNow(story.source.manager)), days);
  const invited = [greve, ...(owner === null ? [solroed] : [])];
  return done(await rounds.open(story.agreement, { owner, heard, invited, dueDate, shortReason }, by)).round;
}

async function responseOf(round: RoundId, body = greve): Promise<ResponseView> {
  const response = (await viewOf(round)).responses.find(({ row }) => row.body === body);
  if (!response) throw new Error('The council was not asked');
  return response;
}

describe('HE-3 who is asked is told', () => {
  it('where to read it, also without scripts, and why the notice is short', async () => {
    const round = await opened({ days: 5, shortReason: 'Ministeren beder om svar før jul' });
    expect(await told('roundOpened')).toMatchObject([
      { person: chair.person, path: `/laes/${round}`, facts: { reason: 'Ministeren beder om svar før jul' } },
    ]);
  });

  it('and nothing of that where there is time', async () => {
    await opened();
    expect(await told('roundOpened')).toMatchObject([{ facts: { round: 'Rammeaftale', reason: '' } }]);
  });
});

describe('HE-28 a no to more time is told to the people of the body that asked', () => {
  it('and to nobody else; why stands on the page it leads to, not in the letter', async () => {
    const member = await story.person(greve, 'disabilityCouncilMember');
    await story.person(solroed, 'disabilityCouncilChair');
    const round = await opened();
    const { dueDate, dueAt } = (await viewOf(round)).round;
    const requests = new TimeRequestStore(story);
    const wanted = addDays(dueDate, 7);
    const request = done(await requests.ask(round, { body: greve, wanted, reason: 'Vi mødes først den 9.' }, chair));
    done(await requests.decline(round, request, 'Aftalen skal i byrådet', secretary));
    const letters = await told('extensionDeclined');
    expect(letters.map(({ person }) => person)).toEqual([chair.person, member.person].toSorted());
    for (const { path, facts } of letters) {
      expect(path).toBe(`/aftaler/${story.agreement}/hoering/${round}`);
      expect(facts).toEqual({ round: 'Rammeaftale', due: dueAt, body: expect.stringContaining('Greve') });
    }
  });
});

describe('HE-14 that an answer was taken back is told to the others of its body', () => {
  it('by whom, and which', async () => {
    const member = await story.person(greve, 'disabilityCouncilMember');
    const round = await opened();
    const { row, text } = await responseOf(round);
    await story.write(text.id, { general: richFromPlain('Kun for os') });
    const responses = new ResponseStore(story);
    done(await responses.submit(row.id, chair));
    const reference = (await responseOf(round)).standing?.row.reference;
    done(await responses.withdraw(row.id, chair));
    const letters = await told('answerWithdrawn');
    expect(letters).toMatchObject([
      { person: member.person, facts: { round: 'Rammeaftale', reference, by: `disabilityCouncilChair ${greve}` } },
    ]);
    expect(letters[0]?.path).toContain(`/svar/${row.id}`);
    expect(JSON.stringify(letters)).not.toContain('Kun for os');
  });
});

describe('HE-13 who is to answer points is told when the collecting ends', () => {
  it('once, with how many wait, and only those who look after what they are about', async () => {
    const one = await story.person('administration:0265', 'coordinator');
    const other = await story.person('administration:0265', 'coordinator');
    await story.person('administration:0329', 'coordinator');
    const [area] = (await story.view()).sections;
    if (!area) throw new Error('The agreement has no focus area');
    await story.owner.query('INSERT INTO section_coordinator (section, party) VALUES ($1, $2), ($1, $3)', [
      ...[area.row.id, roskilde, 'municipality:0326'],
    ]);
    const round = await opened();
    const { row, text } = await responseOf(round);
    await story.write(text.id, { general: richFromPlain('Skriv kortere.\n\nSæt dato på.\n\nVi er glade.') });
    done(await new ResponseStore(story).submit(row.id, chair));
    const ids = (await viewOf(round)).points.map((point) => point.row.id);
    done(await new PointStore(story).move(round, ids.slice(0, 2), area.row.id, secretary));
    expect(await told('pointAssigned')).toEqual([]);
    await setDeadlineIn(story.owner, round, -1);
    done(await rounds.end(round, secretary));
    const path = `/aftaler/${story.agreement}/behandling/${round}?vis=mine`;
    expect(await told('pointAssigned')).toEqual(
      [one.person, other.person].toSorted().map((person) => {
        return { person, path, facts: { round: 'Rammeaftale', count: 2 } };
      }),
    );
  });
});

describe('a letter calls what is heard by its own name', () => {
  it('also where a municipality hears its council on a document of its own', async () => {
    const officer = await story.person('administration:0253', 'caseOfficer');
    const colleague = await story.person('administration:0253', 'caseOfficer');
    const heard = { kind: 'document', document: REPORT } as const;
    const round = await opened({ owner: grevePeople, heard }, officer);
    const { row, text } = await responseOf(round);
    await story.write(text.id, { general: richFromPlain('Husk elevatoren.') });
    done(await new ResponseStore(story).submit(row.id, chair));
    await setDeadlineIn(story.owner, round, -1);
    done(await rounds.end(round, officer));
    const points = new PointStore(story);
    const ids = (await viewOf(round)).points.map((point) => point.row.id);
    done(await points.assign(round, ids, grevePeople, officer));
    const answer = { outcome: 'accommodated', answer: 'Det gør vi.', reason: 'Rådet har ret.' } as const;
    const unseen = ids.map((id) => ({ id, seen: null }));
    done(await points.treat(round, unseen, answer, officer));
    done(await rounds.close(round, officer));
    for (const kind of ['roundOpened', 'receipt', 'pointAssigned', 'answersUsed']) {
      const letters = await told(kind);
      expect([kind, letters.length > 0]).toEqual([kind, true]);
      for (const { facts } of letters) expect([kind, facts['round']]).toEqual([kind, REPORT.title]);
    }
    expect((await told('pointAssigned')).map(({ person }) => person)).toContain(colleague.person);
  });
});
