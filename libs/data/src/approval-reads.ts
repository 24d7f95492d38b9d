import { decidingStep, type Chain, type ChainBody, type ChainTemplate, type StepBodyKind } from '@enig/approval';
import { localDateAt, type AgreementId, type DecisionId, type PartyId } from '@enig/kernel';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { agreementView, type AgreementHead } from './agreement-reads';
import { ChainTemplateSchema } from './agreements';
import { ConfirmationSchema, DecisionSchema, type ConfirmationRow, type DecisionRow } from './approvals';
import { BodySchema } from './places';

/** Everything there is to know of the way to an agreement's approval. */
export interface ApprovalView {
  readonly head: AgreementHead;
  /** The text put to the parties, and the facts about it; what was decided on other texts is left out. */
  readonly chain: Chain;
  /** Whether the text has been opened for writing again, so that nothing decided on it counts any more. */
  readonly hasLapsed: boolean;
  /** Every decision ever recorded, oldest first, also on texts that are no longer put to the parties. */
  readonly decisions: readonly DecisionRow[];
  readonly confirmations: ReadonlyMap<DecisionId, ConfirmationRow>;
  /** What people call a party in a sentence, as `Holbæk`. */
  readonly shortNames: ReadonlyMap<PartyId, string>;
}

/** Reads how far the parties have come. */
export class ApprovalReads {
  constructor(private readonly source: DataSource) {}

  /** An agreement's approval; null while no text has been put to its parties, and for no such agreement. */
  async view(agreement: AgreementId): Promise<ApprovalView | null> {
    const head = await agreementView(this.source.manager, agreement);
    return head && approvalView(this.source.manager, head);
  }

  /** The same of an agreement that is known already. */
  async viewOf(head: AgreementHead): Promise<ApprovalView | null> {
    return approvalView(this.source.manager, head);
  }

  /** Which agreement a decision belongs to, and which party and body it is of; null for no such decision. */
  async placeOf(decision: DecisionId): Promise<Pick<DecisionRow, 'agreement' | 'party' | 'body'> | null> {
    return this.source.manager.findOne(DecisionSchema, { where: { id: decision } });
  }
}

/** The same inside a transaction, after the agreement's row has been locked. */
export async function approvalView(manager: EntityManager, head: AgreementHead): Promise<ApprovalView | null> {
  const put = textPutToTheParties(head);
  if (!put) return null;
  const { version, frozenOn, hasLapsed } = put;
  const agreement = head.row.id;
  const decisions = await manager.find(DecisionSchema, {
    where: { agreement },
    order: { recordedAt: 'ASC', id: 'ASC' },
  });
  const confirmations = await confirmationsOf(manager, decisions);
  const parties = head.parties.map(({ party }) => party);
  const template = await templateOf(manager, { key: head.row.chainKey, version: head.row.chainVersion });
  const chain: Chain = {
    template,
    version,
    frozenOn,
    isDeciding: head.state === 'deciding',
    parties,
    bodies: await bodiesOf(manager, head, template),
    decisions: hasLapsed ? [] : decisions,
    confirmations,
  };
  return {
    head,
    chain,
    hasLapsed,
    decisions,
    confirmations: new Map(confirmations.map((row) => [row.decision, row])),
    shortNames: await shortNamesOf(manager, parties),
  };
}

type PutText = Pick<Chain, 'version' | 'frozenOn'> & Pick<ApprovalView, 'hasLapsed'>;

/** The version of the last freeze for decision; what was decided on it lapses when writing is opened again. */
function textPutToTheParties({ events }: AgreementHead): PutText | null {
  const at = events.findLastIndex(({ event }) => event === 'freezeForDecision');
  const freeze = events[at];
  if (!freeze || freeze.version === null) return null;
  return {
    version: freeze.version,
    frozenOn: localDateAt(freeze.at),
    hasLapsed: events.slice(at).some(({ event }) => event === 'reopenWriting'),
  };
}

/** The way to a decision that an agreement is pinned to. @throws Error for no such template. */
export async function templateOf(
  manager: EntityManager,
  { key, version }: Pick<ChainTemplate, 'key' | 'version'>,
): Promise<ChainTemplate> {
  const row = await manager.findOneOrFail(ChainTemplateSchema, { where: { key, version } });
  return { ...row, steps: row.steps as ChainTemplate['steps'] };
}

/**
 * The parties' bodies, and those that act for the whole region. Which of them have a step the template says. The council
 * that decides for a party is the one it was bound by when the parties were set.
 */
async function bodiesOf(
  manager: EntityManager,
  { row, parties }: AgreementHead,
  template: ChainTemplate,
): Promise<ChainBody[]> {
  const ids = parties.map(({ party }) => party);
  const partyOf = new Map(parties.map(({ council, party }) => [council, party]));
  const deciding: readonly string[] = decidingStep(template).bodyKinds;
  const bodies = await manager.find(BodySchema, {
    where: [{ party: In(ids) }, { region: row.region }, { id: In([...partyOf.keys()]) }],
    order: { id: 'ASC' },
  });
  return bodies
    .filter(({ id, kind, party }) =>
      deciding.includes(kind) ? partyOf.has(id) : party === null || ids.includes(party),
    )
    .map(({ id, kind, party }) => ({ body: id, kind: kind as StepBodyKind, party: partyOf.get(id) ?? party }));
}

async function confirmationsOf(manager: EntityManager, decisions: readonly DecisionRow[]): Promise<ConfirmationRow[]> {
  if (decisions.length === 0) return [];
  return manager.find(ConfirmationSchema, { where: { decision: In(decisions.map(({ id }) => id)) } });
}

async function shortNamesOf(manager: EntityManager, parties: readonly PartyId[]): Promise<Map<PartyId, string>> {
  const rows = await manager.query<{ id: PartyId; name: string }[]>(
    'SELECT p.id, coalesce(m.name, p.name) AS name FROM party p LEFT JOIN municipality m ON m.code = p.municipality WHERE p.id = ANY ($1)',
    [parties],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
