import { setTimeout as wait } from 'node:timers/promises';
import { addDays, brandId, daysBetween, localDateOf, type BodyId, type LocalDate, type PartyId } from '@enig/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import {
  agreement2018,
  agreement2021,
  demoHeardBodies,
  demoLaterTreatments,
  demoTreatments,
  type DemoAgreement,
} from './demo';
import { makeAgreement, type MadeAgreement, type Making } from './demo-agreement';
import { addDemoPeople, type Cast } from './demo-people';
import { reviseAsPromised } from './demo-revisions';
import { DemoStory, onDay } from './demo-story';
import { PeopleStore } from './people-store';
import { BodySchema } from './places';

/** One number for "somebody is seeding this database". Held until the transaction ends. */
const SEEDING = 1_795_000_001;

/** In ms: how often it is asked whether another node is done. */
const ASKED_EVERY = 200;

/** A demo takes as long as it takes, and so does waiting for another node that is at it. */
const PATIENCE = ['lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout'] as const;

/**
 * Puts the demo in: invented people, an agreement that is history, four of the next one at different points of its
 * way, and an empty one. Everything is made by the same stores as everybody's, in the past they would have had it, and
 * in one transaction: a demo is whole or not there.
 *
 * @param today  dates count from it, so that deadlines lie ahead.
 * @returns whether it was put in; false when it is there already.
 */
export async function seedDemo(source: DataSource, today: LocalDate): Promise<boolean> {
  return source.transaction(async (manager) => {
    for (const setting of PATIENCE) await manager.query(`SET LOCAL ${setting} = 0`);
    await waitAlone(manager);
    const within = insideOf(source, manager);
    if (await new PeopleStore(within).hasDemo()) return false;
    await seed(within, today);
    return true;
  });
}

/** Asked again and again: one statement that waits is given up on this side, however patient PostgreSQL is. */
async function waitAlone(manager: EntityManager): Promise<void> {
  for (;;) {
    const [row] = await manager.query<{ mine: boolean }[]>('SELECT pg_try_advisory_xact_lock($1) AS mine', [SEEDING]);
    if (row?.mine) return;
    await wait(ASKED_EVERY);
  }
}

/** The same source, all of whose statements and transactions happen inside one transaction, as savepoints. */
function insideOf(source: DataSource, manager: EntityManager): DataSource {
  const within: DataSource = Object.create(source);
  return Object.assign(within, {
    manager,
    query: manager.query.bind(manager),
    transaction: manager.transaction.bind(manager),
  });
}

async function seed(source: DataSource, today: LocalDate): Promise<void> {
  await addHeardBodies(source.manager, today);
  const cast = await addDemoPeople(source.manager, today);
  const secretary = cast.actor('sekretariat');
  const making = (inDays: number): Making => ({ source, today, secretary, clock: onDay(today, inDays) });
  const before = await history(making, cast, today);
  await drafting(making(-40), before, today);
  await inHearing(making(-60), cast, before, today);
  await beingTreated(making(-110), cast, before, today);
  await beingDecided(making(-90), cast, before, today);
  await empty(making(-5), today);
}

/** The bodies that are heard and that no law has made. */
async function addHeardBodies(manager: EntityManager, today: LocalDate): Promise<void> {
  const validFrom = addDays(today, -730);
  for (const { id, kind, name, party } of demoHeardBodies)
    await manager.insert(BodySchema, {
      id: brandId<BodyId>(id),
      kind,
      name,
      party: brandId<PartyId>(party),
      validFrom,
    });
}

type MakingOn = (inDays: number) => Making;

/** The agreement of 2018–20: concluded by all in the autumn of 2017. */
async function history(making: MakingOn, cast: Cast, today: LocalDate): Promise<MadeAgreement> {
  const autumn = daysBetween(today, localDateOf('2017-11-15'));
  const deadline = localDateOf('2017-12-31');
  const made = await makeAgreement(
    making(autumn - 120),
    agreement2018,
    variant(agreement2018, '', deadline, null, null),
  );
  const story = new DemoStory(making(autumn), cast, made);
  const version = await story.freezeForDecision(autumn - 60);
  await story.decide(version, autumn);
  await story.turn();
  return made;
}

/** The focus area whose easy-read version is still to be written. */
const NOT_YET_EASY = 'better-steering-data';

/** Being written, with a month left of it and one easy-read version to go. */
async function drafting(making: Making, before: MadeAgreement, today: LocalDate): Promise<void> {
  const until = addDays(today, 30);
  const focusAreas = agreement2021.focusAreas.map((area) =>
    area.key === NOT_YET_EASY ? { ...area, easyRead: [] } : area,
  );
  const content = { ...agreement2021, focusAreas };
  await makeAgreement(making, content, variant(content, '', addDays(today, 160), until, before));
}

/** Out with three councils: one has answered, one is writing, one has not begun. */
async function inHearing(making: Making, cast: Cast, before: MadeAgreement, today: LocalDate): Promise<void> {
  const deadline = addDays(today, 120);
  const made = await makeAgreement(
    making,
    agreement2021,
    variant(agreement2021, ' (i høring)', deadline, addDays(today, -20), before),
  );
  const story = new DemoStory(making, cast, made);
  const round = await story.openHearing(-17, 18);
  await story.respond(round, [-3, null]);
  // Holbæk does not meet before the deadline, and nobody has said when Næstved does.
  await story.askForTime(round, -2);
  await story.remark(round);
  await story.meet({ 'disability-council:0253': [6, 48], 'disability-council:0316': [25] });
}

/** All three councils have answered, and some of their points have been answered back. */
async function beingTreated(making: Making, cast: Cast, before: MadeAgreement, today: LocalDate): Promise<void> {
  const deadline = addDays(today, 90);
  const made = await makeAgreement(
    making,
    agreement2021,
    variant(agreement2021, ' (svar behandles)', deadline, addDays(today, 25), before),
  );
  const story = new DemoStory(making, cast, made);
  const round = await story.openHearing(-50, -12);
  await story.respond(round, [-20, -16, -13]);
  await story.treat(round, -6);
  await story.openOwn(-9, 24);
}

/** Heard, answered back, and with the councils: some have decided, the others will at their next meeting. */
async function beingDecided(making: Making, cast: Cast, before: MadeAgreement, today: LocalDate): Promise<void> {
  const deadline = addDays(today, 40);
  const made = await makeAgreement(
    making,
    agreement2021,
    variant(agreement2021, ' (til godkendelse)', deadline, addDays(today, -45), before),
  );
  const story = new DemoStory(making, cast, made);
  const round = await story.openHearing(-85, -55);
  await story.respond(round, [-70, -62, -56]);
  await story.treat(round, -50, [...demoTreatments, ...demoLaterTreatments]);
  await reviseAsPromised(making, cast, made);
  await story.close(round, -40);
  await story.publish(round, -38);
  const version = await story.freezeForDecision(-30);
  await story.decide(version, 0);
}

/** Just created: nothing in it yet. */
async function empty(making: Making, today: LocalDate): Promise<void> {
  const { label } = agreement2021;
  const nothing: DemoAgreement = {
    ...{ key: 'empty', title: 'Rammeaftale 2023–24', label, periodFrom: '2023-01-01', periodTo: '2024-12-31' },
    ...{ developmentChapters: [], focusAreas: [], steeringChapters: [], annexes: [], lineageOutsideFocusAreas: [] },
  };
  await makeAgreement(making, nothing, variant(nothing, '', addDays(today, 300), addDays(today, 150), null));
}

function variant(
  { title }: DemoAgreement,
  suffix: string,
  deadline: LocalDate,
  writingUntil: LocalDate | null,
  before: MadeAgreement | null,
) {
  return { title: `${title}${suffix}`, deadline, writingUntil, before };
}
