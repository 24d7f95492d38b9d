import { stateOf } from '@enig/agreement';
import { brandId, type AgreementId, type PartyId } from '@enig/kernel';
import { In, type EntityManager } from 'typeorm';
import { appendUnderLock, databaseNow, lockAgreement, type Actor } from './act';
import { AgreementEventSchema } from './agreements';
import type { StoreGround } from './round-change';
import { lockChoices } from './way-choices';
import { partiesOfTwoPeople } from './way-reads';
import { PartyRuleSchema } from './ways';

/** What a party has chosen about how its decisions are recorded. The newest counts; none is changed. */
export class PartyRuleStore {
  constructor(private readonly ground: StoreGround) {}

  /**
   * Says whether a second of its people confirms what the first records (AP-18): at once where it does, and where it does
   * not from the next text that is put to the parties, or one person could put it aside for a decision of their own. The
   * log of each agreement that the party is deciding on tells of it.
   */
  async setTwoPeople(party: PartyId, twoPeople: boolean, actor: Actor): Promise<void> {
    const { source, announce, clock = databaseNow } = this.ground;
    const told = await source.transaction(async (manager) => {
      const open = await unfinishedOf(manager, party);
      for (const agreement of open) await lockAgreement(manager, agreement);
      await lockChoices(manager, [party], 'toChoose');
      const at = await clock(manager);
      await manager.insert(PartyRuleSchema, { party, twoPeople, at, ...actor });
      const deciding = await decidedOn(manager, open);
      const kind = twoPeople ? 'chooseTwoPeople' : 'chooseOnePerson';
      for (const agreement of deciding) {
        await appendUnderLock(manager, { agreement, kind, facts: { party }, at, ...actor });
      }
      return deciding;
    });
    for (const id of told) await announce({ topic: 'agreement', id });
  }

  /** Whether the party has chosen that a second of its people confirms, from the next text on. */
  async twoPeople(party: PartyId): Promise<boolean> {
    return (await partiesOfTwoPeople(this.ground.source.manager, [party])).includes(party);
  }
}

/** The agreements of a party that may come to be decided, in the order in which they are locked. */
async function unfinishedOf(manager: EntityManager, party: PartyId): Promise<readonly AgreementId[]> {
  const rows = await manager.query<{ agreement: string }[]>(
    `SELECT p.agreement FROM agreement_party p WHERE p.party = $1
     AND NOT EXISTS (SELECT FROM publication WHERE publication.agreement = p.agreement) ORDER BY p.agreement`,
    [party],
  );
  return rows.map(({ agreement }) => brandId<AgreementId>(agreement));
}

async function decidedOn(manager: EntityManager, agreements: readonly AgreementId[]): Promise<readonly AgreementId[]> {
  const events = await manager.find(AgreementEventSchema, {
    where: { agreement: In([...agreements]) },
    order: { id: 'ASC' },
  });
  return agreements.filter((id) => {
    return stateOf(events.filter(({ agreement }) => agreement === id).map(({ event }) => event)) === 'deciding';
  });
}
