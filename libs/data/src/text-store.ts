import { createViewer, on, type Seat, type TextSubject, type Viewer } from '@enig/access';
import { closeCodes, type Access, type Asked, type Identity, type Rights } from '@enig/collab';
import type { BodyId, LocalDate, PersonId, TextId } from '@enig/kernel';
import type { Pool, PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { TODAY } from './columns';

/** Runs a prepared statement: by a pool, or by the connection of a transaction under way. */
export type Run = <Row>(name: string, sql: string, values: readonly unknown[]) => Promise<Row[]>;

/** Statements of a pool or of one of its connections; without being prepared, of what pages are read by. */
export function runOn(client: Pool | PoolClient | DataSource): Run {
  if (client instanceof DataSource) return (_, text, values) => client.query(text, [...values]);
  return async <Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> => {
    const { rows } = await client.query({ name, text, values: [...values] });
    return rows as Row[];
  };
}

interface TextFacts {
  readonly id: TextId;
  readonly kind: TextSubject['kind'];
  readonly region: string;
  readonly parties: readonly TextSubject['parties'][number][];
  readonly section_kind: TextSubject['sectionKind'];
  readonly coordinators: readonly TextSubject['coordinators'][number][];
  readonly body: BodyId | null;
  readonly phase: 'open' | 'closed';
  readonly closed_because: string | null;
}

type SeatFacts = Seat & { readonly person: PersonId };

interface Facts {
  readonly today: LocalDate;
  readonly stamp: string;
  readonly midnight: number;
  readonly texts: readonly TextFacts[];
  readonly seats: readonly SeatFacts[];
  readonly sessions: readonly {
    readonly id: string;
    readonly person: PersonId;
    readonly name: string;
    readonly expires: number;
  }[];
}

/**
 * Everything a decision stands on, in one statement and so at one moment. The day is Copenhagen's; a municipality's
 * body lies in the region the municipality belongs to that day, or else will belong to first.
 */
const FACTS = `
  WITH day AS (SELECT ${TODAY} AS today),
  asked_text AS (
    SELECT t.id, t.kind, a.region, t.body, t.phase, t.closed_because, s.kind AS section_kind,
      ARRAY(SELECT p.party FROM agreement_party p WHERE p.agreement = t.agreement) AS parties,
      ARRAY(SELECT c.party FROM section_coordinator c WHERE c.section = s.id) AS coordinators
    FROM text t JOIN agreement a ON a.id = t.agreement
    LEFT JOIN section s ON t.id IN (s.text, s.easy_read)
    WHERE t.id = ANY ($1::uuid[])
  ),
  asked_seat AS (
    SELECT s.id, s.person, s.body, b.kind AS "bodyKind", b.party, s.kind, s.valid_from AS "from", s.valid_to AS "to",
      coalesce(b.region, p.region, (
        SELECT m.region FROM municipality_region m WHERE m.municipality = p.municipality
        ORDER BY (m.valid_from <= today AND (m.valid_to IS NULL OR m.valid_to >= today)) DESC, m.valid_from LIMIT 1
      )) AS region
    FROM day, seat s JOIN body b ON b.id = s.body LEFT JOIN party p ON p.id = b.party
    WHERE s.person = ANY ($2::uuid[])
  ),
  asked_session AS (
    SELECT s.token_hash AS id, s.person, p.name, extract(epoch FROM s.expires_at) AS expires FROM session s JOIN person p ON p.id = s.person
    WHERE s.token_hash = ANY ($3::text[]) AND s.ended_at IS NULL AND s.expires_at > clock_timestamp()
  )
  SELECT (SELECT today::text FROM day) AS today, (SELECT stamp FROM rights_stamp) AS stamp,
    (SELECT extract(epoch FROM (today + 1)::timestamp AT TIME ZONE 'Europe/Copenhagen')::float8 FROM day) AS midnight,
    (SELECT coalesce(json_agg(x), '[]') FROM asked_text x) AS texts,
    (SELECT coalesce(json_agg(x), '[]') FROM asked_seat x) AS seats,
    (SELECT coalesce(json_agg(x), '[]') FROM asked_session x) AS sessions`;

/** What people may do in texts, at the moment the facts were read. */
export class Standing {
  private readonly texts: ReadonlyMap<TextId, TextFacts>;
  private readonly sessions: ReadonlyMap<string, Facts['sessions'][number]>;
  private readonly viewers = new Map<PersonId, Viewer<PersonId>>();

  private constructor(private readonly facts: Facts) {
    this.texts = new Map(facts.texts.map((text) => [text.id, text]));
    this.sessions = new Map(facts.sessions.map((session) => [session.id, session]));
  }

  /** Reads all that answers about these people and texts need. */
  static async read(run: Run, asked: readonly Asked[]): Promise<Standing> {
    const texts = [...new Set(asked.map(({ text }) => text))];
    const people = [...new Set(asked.map(({ who }) => who.person))];
    const sessions = [...new Set(asked.map(({ who }) => who.session))];
    const [facts] = await run<Facts>('enig-standing', FACTS, [texts, people, sessions]);
    if (!facts) throw new Error('The facts about rights were not read');
    return new Standing(facts);
  }

  /** Under which stamp of all rights this was read: under another one it may no longer hold. */
  get stamp(): string {
    return this.facts.stamp;
  }

  /** Until when it holds by the clock alone, in seconds since 1970: the sign-in runs out, or a new day begins. */
  validUntil({ who }: Asked): number {
    return Math.min(this.facts.midnight, this.sessions.get(who.session)?.expires ?? 0);
  }

  /** What somebody may do in a text (CO-6). */
  access({ who, text }: Asked): Access {
    const session = this.sessions.get(who.session);
    if (session?.person !== who.person) return { mode: 'none', code: closeCodes.signedOut };
    const facts = this.texts.get(text);
    if (!facts) return { mode: 'none', code: closeCodes.noSuchText };
    const viewer = this.viewer(who);
    const subject = subjectOf(facts);
    const { name } = session;
    const why = viewer.whyNot('write', subject);
    if (why === null)
      return { mode: 'edit', body: viewer.capacity('write', subject)?.body ?? null, reason: null, name };
    if (!viewer.can('read', subject)) return { mode: 'none', code: closeCodes.noRight };
    return { mode: 'read', body: null, reason: why === 'phaseClosed' ? facts.closed_because : 'noRight', name };
  }

  private viewer({ person }: Identity): Viewer<PersonId> {
    const known = this.viewers.get(person);
    if (known) return known;
    const seats = this.facts.seats.filter((seat) => seat.person === person);
    const viewer = createViewer(person, seats, this.facts.today);
    this.viewers.set(person, viewer);
    return viewer;
  }
}

/** The text as the policy asks about it. */
function subjectOf(facts: TextFacts): TextSubject {
  const { kind, region, parties, coordinators, body, phase, closed_because: because } = facts;
  const writing = phase === 'open';
  const sectionKind = facts.section_kind;
  return on.text({
    kind,
    region,
    parties,
    sectionKind,
    coordinators,
    body,
    writing,
    submitted: because === 'submitted' || because === 'caseSentOn',
  });
}

/** What people may do in texts, read from the database each time it is asked. */
export class TextRights implements Rights {
  private readonly run: Run;

  /** @param source connections with the role `enig_app`. */
  constructor(source: Pool | DataSource) {
    this.run = runOn(source);
  }

  async of(asked: readonly Asked[]): Promise<readonly Access[]> {
    if (asked.length === 0) return [];
    const standing = await Standing.read(this.run, asked);
    return asked.map((each) => standing.access(each));
  }

  /** Another one than before: somebody's rights have changed since. Phases, and what ends by the clock, leave it. */
  async stamp(): Promise<string> {
    const [row] = await this.run<{ stamp: string }>('enig-stamp', 'SELECT stamp FROM rights_stamp', []);
    return row?.stamp ?? '';
  }
}
