import type { Identity, NewEntry } from '@enig/collab';
import { brandId, type PartyId, type TextId } from '@enig/kernel';
import type { Pool } from 'pg';
import * as Y from 'yjs';
import type { Actor } from './act';
import { connectPool } from './connect';
import { PeopleStore } from './people-store';
import { SectionStore } from './section-store';
import { beginStory, type Story } from './test-story';
import { TextLogStore } from './text-log';

/** A story with two texts that are written in: a focus area by Greve's tovholdere, a chapter by the secretariat. */
export interface Writing extends Story {
  readonly url: string;
  readonly pool: Pool;
  readonly log: TextLogStore;
  readonly area: TextId;
  readonly chapter: TextId;
  readonly tovholder: Identity;
  readonly secretary: Identity;
  /** A new person of a body, signed in. */
  signIn(body?: string, capacity?: Actor['capacity']): Promise<Identity>;
  /** Another pool, which is closed with the story. */
  anotherPool(): Pool;
}

/** For specs only. */
export async function beginWriting(): Promise<Writing> {
  const story = await beginStory();
  const url = urlOf(story);
  const pools: Pool[] = [];
  const anotherPool = (): Pool => {
    const pool = connectPool({ url, applicationName: 'spec' });
    pools.push(pool);
    return pool;
  };
  const pool = anotherPool();
  const secretariat = await story.person('secretariat:1085', 'secretariatOfficer');
  const { sections } = await story.view();
  const [first, , third] = sections;
  if (!first || !third) throw new Error('The story has three sections');
  await new SectionStore(story).setCoordinators(
    story.agreement,
    first.row.id,
    [brandId<PartyId>('municipality:0253')],
    secretariat,
  );
  const signIn: Writing['signIn'] = async (body = 'administration:0253', capacity = 'coordinator') =>
    signedIn(story, await story.person(body, capacity));
  return {
    ...story,
    ...{ url, pool, anotherPool, signIn, log: new TextLogStore(pool), area: first.row.text, chapter: third.row.text },
    tovholder: await signIn(),
    secretary: await signedIn(story, secretariat),
    close: async () => {
      for (const each of pools) await each.end();
      await story.close();
    },
  };
}

function urlOf({ source: { options } }: Story): string {
  return 'url' in options && typeof options.url === 'string' ? options.url : '';
}

/** Signs a person in. */
export async function signedIn({ source }: Pick<Story, 'source'>, { person }: Actor): Promise<Identity> {
  const people = new PeopleStore(source);
  const { token } = await people.openSession(person);
  const found = await people.signedIn(token);
  return { person, session: found?.session ?? '' };
}

/** What somebody types into a title, as a client that is new in the text sends it; judged by all that there is. */
export function entry(
  who: Identity,
  text: TextId,
  given: Partial<NewEntry> & { readonly words?: string } = {},
): NewEntry {
  const { words = 'ord', ...rest } = given;
  const doc = new Y.Doc();
  doc.getText('title').insert(0, words);
  const update = Y.encodeStateAsUpdate(doc);
  const client = doc.clientID;
  return { text, who, update, claims: [client], deletesMost: false, client, known: Number.MAX_SAFE_INTEGER, ...rest };
}

/** Resolves when a statement that fits the pattern waits for a lock. */
export async function lockIsAwaited({ owner }: Pick<Story, 'owner'>, pattern: string): Promise<void> {
  for (;;) {
    const rows = await owner.query<unknown[]>(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query ~ $1`,
      [pattern],
    );
    if (rows.length > 0) return;
  }
}
