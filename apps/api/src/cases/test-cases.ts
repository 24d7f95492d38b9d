import { emptyJson, richFromPlain, seedUpdate, type CaseJson } from '@enig/text';
import type { TestApp, TestBrowser } from '../test-app';

/** For specs only: a party's case as a browser sees it. */
export interface SeenCase {
  readonly id: string | null;
  readonly state: 'notMade' | 'draft' | 'sentOn';
  readonly content: CaseJson | null;
  readonly text: { readonly id: string; readonly mayEdit: boolean; readonly closedBecause: string | null } | null;
  readonly fields: readonly { readonly key: string; readonly plain: string }[];
  readonly annexes: readonly {
    readonly id: string;
    readonly name: string;
    readonly isOpen: boolean;
    readonly url: string;
    readonly screening: readonly string[];
  }[];
  readonly sentBy: string | null;
  readonly earlier: {
    readonly version: number;
    readonly content: CaseJson;
    readonly annexes: readonly { readonly name: string }[];
  } | null;
  readonly mayMake: boolean;
  readonly decidedAlready: string | null;
  readonly maySend: boolean;
  readonly isOwn: boolean;
}

const CASE = `id state content text { id mayEdit closedBecause } fields { key plain } annexes { id name isOpen url screening }
  sentBy earlier { version content annexes { name } } decidedAlready mayMake maySend isOwn`;

export const GREVE = 'municipality:0253';
export const HOLBAEK = 'municipality:0316';

/** A party's case as somebody sees it; null where no text was put to the parties. */
export async function caseOf(browser: TestBrowser, agreement: string, party: string): Promise<SeenCase | null> {
  const { data, errors } = await browser.gql<{ partyCase: SeenCase | null }>(
    `query ($agreement: ID!, $party: ID!) { partyCase(agreement: $agreement, party: $party) { ${CASE} } }`,
    { agreement, party },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.partyCase;
}

/** Seats somebody as the case officer of a municipality that has none in the demo. @returns the persona. */
export async function seatCaseOfficer(app: TestApp, code: string): Promise<string> {
  const persona = `sagsbehandler-${code}`;
  await app.owner.query(
    `WITH one AS (INSERT INTO person (id, name, persona, email, is_demo)
       VALUES (gen_random_uuid(), 'En sagsbehandler', $1, $1 || '@example.org', true) RETURNING id)
     INSERT INTO seat (id, person, body, kind, valid_from)
     SELECT gen_random_uuid(), one.id, 'administration:' || $2, 'caseOfficer', '2020-01-01' FROM one`,
    [persona, code],
  );
  return persona;
}

let client = 0;

/** Writes words in a case, as its officers do. */
export async function writeInCase(app: TestApp, text: string, words: string): Promise<void> {
  client += 1;
  const content = { ...emptyJson('case'), summary: words, case: richFromPlain(words) };
  await app.source.query(
    `WITH text AS (UPDATE text SET seq = seq + 1 WHERE id = $1 RETURNING seq)
     INSERT INTO text_update (text, seq, update) SELECT $1, seq, $2 FROM text`,
    [text, Buffer.from(seedUpdate(content, 2 ** 32 - 5_000 + client))],
  );
}
