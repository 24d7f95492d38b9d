import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { TheHouseStands1795000000000 } from './migrations/1795000000000-the-house-stands';
import { EveryActNamesItsCapacity1795100000000 } from './migrations/1795100000000-every-act-names-its-capacity';
import { CollaborationCore1795200000000 } from './migrations/1795200000000-collaboration-core';
import { LettersAndWorkWaitInRows1795300000000 } from './migrations/1795300000000-letters-and-work-wait-in-rows';
import { WhoeverHearsOwnsTheRound1795400000000 } from './migrations/1795400000000-whoever-hears-owns-the-round';
import { CouncilsMeetAndAreReminded1795410000000 } from './migrations/1795410000000-councils-meet-and-are-reminded';
import { WhatBecomesOfAPoint1795600000000 } from './migrations/1795600000000-what-becomes-of-a-point';
import { AnswersHaveDocuments1795500000000 } from './migrations/1795500000000-answers-have-documents';
import { TwoPeopleReleaseWhatIsPublished1795700000000 } from './migrations/1795700000000-two-people-release-what-is-published';
import { DraftsNeverSentAreErasedToo1795800000000 } from './migrations/1795800000000-drafts-never-sent-are-erased-too';
import { EveryPartyGoesItsOwnWay1796000000000 } from './migrations/1796000000000-every-party-goes-its-own-way';
import { PartiesHaveCommitteesOfTheirOwn1796200000000 } from './migrations/1796200000000-parties-have-committees-of-their-own';
import { TheDatabaseKeepsTheLogWhole1796300000000 } from './migrations/1796300000000-the-database-keeps-the-log-whole';
import { EveryPartyHasACase1796400000000 } from './migrations/1796400000000-every-party-has-a-case';
import { AgreementsComeAfterAndBeside1796500000000 } from './migrations/1796500000000-agreements-come-after-and-beside';
import { PeopleHaveACalendar1796600000000 } from './migrations/1796600000000-people-have-a-calendar';
import { AnnexesTakenOutOfCasesAreErased1797110000000 } from './migrations/1797110000000-annexes-taken-out-of-cases-are-erased';
import { DaysThatComeOfWhatWasConcluded1797200000000 } from './migrations/1797200000000-days-that-come-of-what-was-concluded';
import { AWithheldActStillShowsItsKind1797100000000 } from './migrations/1797100000000-a-withheld-act-still-shows-its-kind';

/** Every migration, oldest first. */
const MIGRATIONS = [
  TheHouseStands1795000000000,
  EveryActNamesItsCapacity1795100000000,
  CollaborationCore1795200000000,
  LettersAndWorkWaitInRows1795300000000,
  WhoeverHearsOwnsTheRound1795400000000,
  CouncilsMeetAndAreReminded1795410000000,
  AnswersHaveDocuments1795500000000,
  WhatBecomesOfAPoint1795600000000,
  TwoPeopleReleaseWhatIsPublished1795700000000,
  DraftsNeverSentAreErasedToo1795800000000,
  EveryPartyGoesItsOwnWay1796000000000,
  PartiesHaveCommitteesOfTheirOwn1796200000000,
  TheDatabaseKeepsTheLogWhole1796300000000,
  EveryPartyHasACase1796400000000,
  AgreementsComeAfterAndBeside1796500000000,
  PeopleHaveACalendar1796600000000,
  AWithheldActStillShowsItsKind1797100000000,
  AnnexesTakenOutOfCasesAreErased1797110000000,
  DaysThatComeOfWhatWasConcluded1797200000000,
];

/** One number for "somebody is migrating this database"; any constant does, as long as nobody changes it. */
const MIGRATING = 1_795_000_000;

/**
 * Brings a database to the newest schema. Nodes that start together wait for one another; where nothing is missing it
 * does nothing.
 *
 * @param ownerUrl how the owner of the tables connects.
 * @returns the names of the migrations that were run.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  return withOwner(ownerUrl, async (source) => {
    const run = await source.runMigrations({ transaction: 'each' });
    return run.map((migration) => migration.name);
  });
}

/** Takes the newest migration back; for tests and for a release that has to be undone. */
export async function migrateDown(ownerUrl: string): Promise<void> {
  await withOwner(ownerUrl, (source) => source.undoLastMigration({ transaction: 'each' }));
}

async function withOwner<Answer>(url: string, act: (source: DataSource) => Promise<Answer>): Promise<Answer> {
  const source = await new DataSource({
    ...{ type: 'postgres', url, applicationName: 'enig-migrate', migrations: MIGRATIONS, entities: [] },
    ...{ synchronize: false, installExtensions: false, logging: false },
  }).initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATING]);
    return await act(source);
  } finally {
    await lock.release();
    await source.destroy();
  }
}

/**
 * Removes everything there is in a database, tables and all. Only for a demo that begins anew.
 *
 * @param ownerUrl how the owner of the tables connects.
 */
export async function emptyDatabase(ownerUrl: string): Promise<void> {
  await withOwner(ownerUrl, async (source) => {
    await source.query('DROP SCHEMA public CASCADE');
    await source.query('CREATE SCHEMA public');
  });
}
