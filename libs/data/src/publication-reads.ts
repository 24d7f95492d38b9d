import type { AgreementAct } from '@enig/agreement';
import type { AgreementId, RoundId } from '@enig/kernel';
import type { DataSource } from 'typeorm';
import { AgreementSchema } from './agreements';
import { AuthorityNoticeSchema, PublicationSchema, type AuthorityNoticeRow, type PublicationRow } from './publications';

/** What anybody may read of an agreement. */
export interface PublishedAgreement {
  readonly publication: PublicationRow;
  /** What hangs on it and is published as well, in the order it was. */
  readonly supplements: readonly {
    readonly agreement: AgreementId;
    readonly title: string;
    readonly act: AgreementAct;
  }[];
  /** Rounds of its hearing whose answers are published. */
  readonly rounds: readonly RoundId[];
}

/** One agreement comes after another; both are concluded, so both are published. */
export interface Succession {
  readonly before: AgreementId;
  readonly beforeTitle: string;
  readonly after: AgreementId;
  readonly afterTitle: string;
}

/** Reads what is published; of everything else it says nothing (AG-37). */
export class PublicationReads {
  constructor(private readonly source: DataSource) {}

  /** What is published of an agreement; null for nothing, and for no such agreement. */
  async of(agreement: AgreementId): Promise<PublishedAgreement | null> {
    const publication = await this.source.manager.findOne(PublicationSchema, { where: { agreement } });
    if (!publication) return null;
    const supplements = await this.source.query<PublishedAgreement['supplements'][number][]>(
      `SELECT a.id AS agreement, a.title, a.act FROM agreement a JOIN publication p ON p.agreement = a.id
       WHERE a.parent = $1 ORDER BY p.at, a.id`,
      [agreement],
    );
    const rounds = await this.source.query<{ round: RoundId }[]>(
      `SELECT h.id AS round FROM hearing_round h WHERE h.agreement = $1 AND h.owner IS NULL AND 'publish' = (
         SELECT e.event FROM publication_event e WHERE e.round = h.id ORDER BY e.id DESC LIMIT 1)
       ORDER BY h.number`,
      [agreement],
    );
    return { publication, supplements, rounds: rounds.map(({ round }) => round) };
  }

  /**
   * What changes when anything of what is published does; null where nothing is published. Asked each time, so it is one
   * small statement.
   */
  async stamp(agreement: AgreementId): Promise<string | null> {
    const [row] = await this.source.query<{ stamp: string }[]>(
      `SELECT concat_ws(':', p.version,
         (SELECT count(*) FROM agreement a JOIN publication o ON o.agreement = a.id WHERE a.parent = p.agreement),
         (SELECT count(*) FROM authority_notice n WHERE n.agreement = p.agreement),
         (SELECT max(number) FROM act WHERE agreement = p.agreement),
         (SELECT count(*) FROM succession s WHERE p.agreement IN (s.agreement, s.succeeds)),
         (SELECT max(e.id) FROM publication_event e JOIN hearing_round h ON h.id = e.round WHERE h.agreement = p.agreement)
       ) AS stamp FROM publication p WHERE p.agreement = $1`,
      [agreement],
    );
    return row?.stamp ?? null;
  }

  /** What each of some agreements comes after or gives way to, by the titles they have (AG-36). */
  async successions(agreements: readonly AgreementId[]): Promise<readonly Succession[]> {
    return this.source.query<Succession[]>(
      `SELECT s.agreement AS after, a.title AS "afterTitle", s.succeeds AS before, b.title AS "beforeTitle"
       FROM succession s JOIN agreement a ON a.id = s.agreement JOIN agreement b ON b.id = s.succeeds
       WHERE s.agreement = ANY ($1) OR s.succeeds = ANY ($1) ORDER BY a.period_from, a.title, b.period_from, b.title`,
      [agreements],
    );
  }

  /** When and to whom it was sent, oldest first. */
  async notices(agreement: AgreementId): Promise<AuthorityNoticeRow[]> {
    const order = { sentOn: 'ASC', at: 'ASC', id: 'ASC' } as const;
    return this.source.manager.find(AuthorityNoticeSchema, { where: { agreement }, order });
  }

  /** Ids of what hangs on an agreement, in the order it was begun, whether published or not. */
  async hanging(agreement: AgreementId): Promise<AgreementId[]> {
    const rows = await this.source.manager.find(AgreementSchema, {
      where: { parent: agreement },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    return rows.map(({ id }) => id);
  }

  /** Ids of the agreements of a frame, the development strategy first. */
  async inFrame(frame: string): Promise<AgreementId[]> {
    const rows = await this.source.query<{ id: AgreementId }[]>(
      `SELECT a.id FROM agreement a JOIN part p ON p.agreement = a.id WHERE a.frame = $1
       ORDER BY p.kind = 'steeringAgreement', a.id`,
      [frame],
    );
    return rows.map(({ id }) => id);
  }
}
