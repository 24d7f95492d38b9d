import {
  decidingStep,
  readSteps,
  type Chain,
  type ChainBody,
  type ChainTemplate,
  type StepBodyKind,
} from '@enig/approval';
import { localDateAt, type AgreementId, type BodyId, type DecisionId, type Instant, type PartyId } from '@enig/kernel';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { agreementView, type AgreementHead } from './agreement-reads';
import { ChainTemplateSchema } from './agreements';
import { ConfirmationSchema, DecisionSchema, type ConfirmationRow, type DecisionRow } from './approvals';
import type { LogHead } from './log-head';
import { heldMinutes } from './minutes';
import { BodySchema } from './places';
import { councilsAfter, successionsOf, type CouncilSuccession } from './successions';
import { addedBodies, overridesOf, partiesOfTwoPeople, waysOf } from './way-reads';

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
  /** The parties that want two of their people for the texts to come (AP-18); for this one see the chain. */
  readonly twoPeopleNext: readonly PartyId[];
  /** The councils that decide for parties in place of their own, which are gone (AP-21). */
  readonly successions: readonly CouncilSuccession[];
  /** The SHA-256 of minutes that not everybody may read (AP-20). */
  readonly heldMinutes: ReadonlySet<string>;
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

  /** A decision with the agreement, the party and the body it is of; null for no such decision. */
  async placeOf(decision: DecisionId): Promise<DecisionRow | null> {
    return this.source.manager.findOne(DecisionSchema, { where: { id: decision } });
  }

  /** The councils that could decide in place of a party's that is gone, by name (AP-24). */
  async councilsAfter(party: PartyId, { row }: AgreementHead): Promise<readonly BodyId[]> {
    return councilsAfter(this.source.manager, { party, region: row.region });
  }

  /** Whether minutes are held back from all but who put them there and the party's own people (AP-20). */
  async isHeldBack(minutesFile: string): Promise<boolean> {
    return (await heldMinutes(this.source.manager, [minutesFile])).has(minutesFile);
  }

  /** Where the agreement's log ended when a decision was recorded, or confirmed where it was (LO-4). */
  async headAt(agreement: AgreementId, decision: DecisionId): Promise<LogHead | null> {
    const [head] = await this.source.query<LogHead[]>(
      `SELECT number, hash FROM act WHERE agreement = $1 AND facts ->> 'decision' = $2
       AND kind IN ('recordDecision', 'recordSharedDecision', 'enterDecision', 'confirmDecision')
       ORDER BY number DESC LIMIT 1`,
      [agreement, decision],
    );
    return head ?? null;
  }
}

/** The same inside a transaction, after the agreement's row has been locked. */
export async function approvalView(manager: EntityManager, head: AgreementHead): Promise<ApprovalView | null> {
  const put = textPutToTheParties(head);
  if (!put) return null;
  const { version, frozenAt, hasLapsed } = put;
  const agreement = head.row.id;
  const decisions = await manager.find(DecisionSchema, {
    where: { agreement },
    order: { recordedAt: 'ASC', id: 'ASC' },
  });
  const confirmations = await confirmationsOf(manager, decisions);
  const parties = head.parties.map(({ party }) => party);
  const template = await templateOf(manager, { key: head.row.chainKey, version: head.row.chainVersion });
  const ways = await waysOf(manager, parties, frozenAt);
  const overrides = await overridesOf(manager, agreement);
  const successions = await successionsOf(manager, { template, overrides, parties });
  const chain: Chain = {
    template,
    version,
    frozenOn: localDateAt(frozenAt),
    isDeciding: head.state === 'deciding',
    mayCorrect: head.state === 'concluded',
    parties,
    bodies: [
      ...(await bodiesOf(manager, head, { template, ways })),
      // As bodies of the party they decide for.
      ...successions.map(({ council }) => council),
    ],
    ways,
    overrides,
    twoPeople: await partiesOfTwoPeople(manager, parties, frozenAt),
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
    twoPeopleNext: await partiesOfTwoPeople(manager, parties),
    successions,
    heldMinutes: await heldMinutes(
      manager,
      decisions.flatMap(({ minutesFile }) => minutesFile ?? []),
    ),
  };
}

type PutText = Pick<Chain, 'version'> & Pick<ApprovalView, 'hasLapsed'> & { readonly frozenAt: Instant };

/** The version of the last freeze for decision; what was decided on it lapses when writing is opened again. */
function textPutToTheParties({ events }: AgreementHead): PutText | null {
  const at = events.findLastIndex(({ event }) => event === 'freezeForDecision');
  const freeze = events[at];
  if (!freeze || freeze.version === null) return null;
  return {
    version: freeze.version,
    frozenAt: freeze.at,
    hasLapsed: events.slice(at).some(({ event }) => event === 'reopenWriting'),
  };
}

/** The way to a decision that an agreement is pinned to. @throws Error for no such template. */
export async function templateOf(
  manager: EntityManager,
  { key, version }: Pick<ChainTemplate, 'key' | 'version'>,
): Promise<ChainTemplate> {
  const row = await manager.findOneOrFail(ChainTemplateSchema, { where: { key, version } });
  const steps = readSteps(row.steps);
  if (!steps.ok) throw new Error(`The template ${key} ${version} cannot be read: ${steps.error.path}`);
  return { ...row, steps: steps.value };
}

/**
 * The parties' bodies, and those that act for the whole region. Which of them have a step the template says. The council
 * that decides for a party is the one it was bound by when the parties were set; of the committees a party added itself
 * only those are there that are on its way (AP-29).
 */
async function bodiesOf(
  manager: EntityManager,
  { row, parties }: AgreementHead,
  { template, ways }: Pick<Chain, 'template' | 'ways'>,
): Promise<ChainBody[]> {
  const ids = parties.map(({ party }) => party);
  const partyOf = new Map(parties.map(({ council, party }) => [council, party]));
  const deciding: readonly string[] = decidingStep(template).bodies.map(({ kind }) => kind);
  const bodies = await manager.find(BodySchema, {
    where: [{ party: In(ids) }, { region: row.region }, { id: In([...partyOf.keys()]) }],
    order: { id: 'ASC' },
  });
  const added = await addedBodies(
    manager,
    bodies.map(({ id }) => id),
  );
  const onTheWay = new Set(ways.flatMap(({ steps }) => steps.map(({ body }) => body)));
  return bodies
    .filter(({ id }) => !added.has(id) || onTheWay.has(id))
    .filter(({ id, kind, party }) =>
      deciding.includes(kind) ? partyOf.has(id) : party === null || ids.includes(party),
    )
    .map(({ id, kind, name, party, validTo }) => ({
      body: id,
      kind: kind as StepBodyKind,
      name,
      party: partyOf.get(id) ?? party,
      until: validTo,
    }));
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
