import { addDays, brandId, endOfDay, localDateAt, localDateOf, type AgreementId, type LocalDate } from '@enig/kernel';
import { databaseNow, type Actor } from './act';
import { AgreementStore } from './agreement-store';
import { TimerStore, type DueTimer } from './jobs/timers';
import { SupplementStore } from './supplement-store';
import { concludeIn } from './test-concluding';
import { beginStory, done, regionStays, type Story } from './test-story';
import { TextContents } from './text-content';
import { turnAgreement } from './turns';

let story: Story;
let secretary: Actor;
let today: LocalDate;

beforeEach(async () => {
  story = await beginStory();
  await regionStays(story.owner);
  secretary = await story.person('secretariat:1085', 'secretariatOfficer');
  today = localDateAt(await databaseNow(story.source.manager));
});

afterEach(() => story.close());

const later = (days: number): LocalDate => addDays(today, days);

/** The agreement after the story's own, from a day on. */
async function next(periodFrom: LocalDate): Promise<AgreementId> {
  const ground = { source: story.source, announce: story.announce };
  const days = { periodFrom, periodTo: localDateOf('2099-12-31'), deadline: later(90), writingUntil: null };
  const frame = { region: '1085', label: null, chain: { key: 'sjaelland-2021', version: 1 } };
  const input = { title: 'Den næste', ...days, ...frame, copyFrom: story.agreement };
  return done(await new AgreementStore(ground, new TextContents(story.source)).create(input, secretary));
}

/** The story's own agreement lasts so many days more. */
const lasts = (days: number) =>
  story.owner.query('UPDATE agreement SET period_to = $2 WHERE id = $1', [story.agreement, later(days)]);

/** Extends the story's own agreement. @returns the extension, concluded. */
async function extendTo(periodTo: LocalDate): Promise<AgreementId> {
  const terms = { title: 'Forlængelse', periodFrom: today, periodTo, deadline: later(5) };
  const ground = { source: story.source, announce: story.announce };
  const extension = { ...terms, writingUntil: null, parent: story.agreement, act: 'extension', amends: [] } as const;
  const id = done(await new SupplementStore(ground, new TextContents(story.source)).create(extension, secretary));
  await concludeIn(story, id);
  return id;
}

async function timers(agreement: AgreementId): Promise<readonly DueTimer[]> {
  const rows = await story.source.query<(DueTimer & { due_at: Date })[]>(
    `SELECT key, kind, subject, payload, due_at FROM timer
     WHERE kind = 'agreementTurn' AND subject = $1 AND fired_at IS NULL ORDER BY due_at`,
    [agreement],
  );
  return rows.map(({ due_at: at, ...timer }) => ({ ...timer, dueAt: at.toISOString() as DueTimer['dueAt'] }));
}

/** What a worker does on a day, at ten in the morning; what is due later waits. */
async function onDay(day: LocalDate, agreement: AgreementId): Promise<void> {
  const at = new Date(Date.parse(endOfDay(addDays(day, -1))) + 36_000_000).toISOString() as DueTimer['dueAt'];
  for (const timer of await timers(agreement))
    if (timer.dueAt <= at)
      await story.source.transaction((manager) => turnAgreement(manager, timer, () => Promise.resolve(at)));
}

const NOTED = ['conclude', 'comeIntoForce', 'runOut', 'giveWay'];

async function noted(agreement: AgreementId): Promise<readonly { kind: string; facts: Record<string, unknown> }[]> {
  return story.source.query('SELECT kind, facts FROM act WHERE agreement = $1 AND kind = ANY ($2) ORDER BY number', [
    agreement,
    NOTED,
  ]);
}

async function told(kind: string): Promise<readonly { person: string; facts: Record<string, unknown> }[]> {
  return story.source.query('SELECT person, facts FROM letter WHERE kind = $1 ORDER BY key', [kind]);
}

const kinds = (acts: readonly { kind: string }[]) => acts.map(({ kind }) => kind);

describe('AG-40 an agreement that comes into force is noted and told of on its day', () => {
  it('at once where it is in force already: with the letter of the conclusion, and no other', async () => {
    await concludeIn(story, story.agreement);
    expect(kinds(await noted(story.agreement))).toEqual(['conclude', 'comeIntoForce']);
    expect((await noted(story.agreement))[1]?.facts).toEqual({ from: today, to: '2099-12-31' });
    const [letter] = await told('agreementConcluded');
    expect(letter?.facts).toMatchObject({ from: today, to: '2099-12-31', replaces: '' });
    expect(await told('agreementInForce')).toEqual([]);
    expect((await timers(story.agreement)).map(({ dueAt }) => dueAt)).toEqual([endOfDay(localDateOf('2099-12-31'))]);
  });

  it('on the day its period begins, not before, and once however often the timer is fired', async () => {
    const coming = await next(later(30));
    await concludeIn(story, coming);
    expect(kinds(await noted(coming))).toEqual(['conclude']);
    expect((await timers(coming))[0]?.dueAt).toBe(endOfDay(later(29)));
    const [begins] = await timers(coming);
    if (!begins) throw new Error('No timer was set');
    const early = endOfDay(later(28));
    await story.source.transaction((manager) => turnAgreement(manager, begins, () => Promise.resolve(early)));
    expect(kinds(await noted(coming))).toEqual(['conclude']);
    await onDay(later(30), coming);
    await onDay(later(31), coming);
    const acts = await noted(coming);
    expect(kinds(acts)).toEqual(['conclude', 'comeIntoForce']);
    expect(acts[1]?.facts).toEqual({ from: later(30), to: '2099-12-31' });
    const letters = await told('agreementInForce');
    const readers = new Set(letters.map(({ person }) => person));
    expect(readers.has(secretary.person)).toBe(true);
    expect(readers.size).toBe(letters.length);
    expect(letters.length).toBeGreaterThan(17);
  });

  it('the one before it gives way to it, in its own log, and the letter of the next one names it', async () => {
    await concludeIn(story, story.agreement);
    const coming = await next(later(30));
    await concludeIn(story, coming);
    await onDay(later(30), coming);
    await onDay(later(30), story.agreement);
    expect((await noted(story.agreement)).at(-1)).toEqual({
      ...{ kind: 'giveWay', facts: { to: later(29), title: 'Den næste' } },
    });
    const [letter] = await told('agreementInForce');
    expect(letter?.facts).toEqual({
      ...{ agreement: 'Den næste', from: later(30), to: '2099-12-31', replaces: '»Rammeaftale«' },
    });
    expect(await told('agreementEnded')).toEqual([]);
  });

  it('one that nothing comes after is told of when its last day is over', async () => {
    await lasts(10);
    await concludeIn(story, story.agreement);
    await onDay(later(10), story.agreement);
    expect(kinds(await noted(story.agreement))).toEqual(['conclude', 'comeIntoForce']);
    await onDay(later(11), story.agreement);
    await onDay(later(12), story.agreement);
    expect((await noted(story.agreement)).at(-1)).toEqual({ kind: 'runOut', facts: { to: later(10) } });
    expect((await told('agreementEnded')).map(({ facts }) => facts)).toContainEqual({
      ...{ agreement: 'Rammeaftale', to: later(10) },
    });
  });

  it('one that had ended and is extended after that ends again, on its new last day', async () => {
    await lasts(10);
    await concludeIn(story, story.agreement);
    await onDay(later(11), story.agreement);
    await extendTo(later(40));
    await onDay(later(41), story.agreement);
    const ends = (await noted(story.agreement)).filter(({ kind }) => kind === 'runOut');
    expect(ends.map(({ facts }) => facts)).toEqual([{ to: later(10) }, { to: later(40) }]);
    expect(new Set((await told('agreementEnded')).map(({ facts }) => facts['to']))).toEqual(
      new Set([later(10), later(40)]),
    );
  });

  it('one that was extended meanwhile does not end on the day it would have', async () => {
    await lasts(10);
    await concludeIn(story, story.agreement);
    const id = await extendTo(later(40));
    expect(kinds(await noted(id))).toEqual(['conclude', 'comeIntoForce']);
    await onDay(later(11), story.agreement);
    expect(kinds(await noted(story.agreement))).toEqual(['conclude', 'comeIntoForce']);
    await onDay(later(41), story.agreement);
    expect(kinds(await noted(story.agreement)).at(-1)).toBe('runOut');
  });

  it('what is long over is noted, and no letter is written about it', async () => {
    await lasts(10);
    await concludeIn(story, story.agreement);
    await onDay(later(60), story.agreement);
    expect(kinds(await noted(story.agreement)).at(-1)).toBe('runOut');
    expect(await told('agreementEnded')).toEqual([]);
  });

  it('two workers that fire at the same moment note it once', async () => {
    const coming = await next(later(1));
    await concludeIn(story, coming);
    await story.owner.query(`UPDATE agreement SET period_from = $2 WHERE id = $1`, [coming, today]);
    await story.owner.query(`UPDATE timer SET next_at = now() WHERE subject = $1 AND due_at < '2090-01-01'`, [coming]);
    const [timer] = await timers(coming);
    if (!timer) throw new Error('No timer was set');
    const store = new TimerStore(story.source);
    const fire = () => store.fireNext(['agreementTurn'], (manager, due) => turnAgreement(manager, due));
    const again = story.source.transaction((manager) => turnAgreement(manager, timer));
    await Promise.all([fire(), fire(), again]);
    expect(kinds(await noted(coming))).toEqual(['conclude', 'comeIntoForce']);
  });

  it('a timer of an agreement that is not there does nothing, and one that says nothing is refused', async () => {
    const nobody = brandId<AgreementId>('00000000-0000-4000-8000-000000000000');
    const timer = { key: 'x', kind: 'agreementTurn', subject: nobody, dueAt: endOfDay(today) } as const;
    const fire = (payload: DueTimer['payload']) =>
      story.source.transaction((manager) => turnAgreement(manager, { ...timer, payload }));
    await expect(fire({ agreement: nobody, turn: 'begins' })).resolves.toBeUndefined();
    await expect(fire({ agreement: nobody })).rejects.toThrow(TypeError);
  });
});
