import {
  ApprovalReads,
  PeopleStore,
  PlaceStore,
  referenceOf,
  VersionReads,
  type ApprovalView,
  type ConfirmationRow,
  type DecisionRow,
  type LogHead,
} from '@enig/data';
import { labelled, type Block, type DocumentModel } from '@enig/documents';
import { counts, hasFallenAway } from '@enig/approval';
import type { DecisionId, Instant, LocalDate, PersonId } from '@enig/kernel';
import { formatDate, formatMoment, type Locale, type Say } from '@enig/messages';
import { Injectable } from '@nestjs/common';

/** What a receipt is made of besides what is recorded. */
export interface DecisionReceiptAt {
  readonly say: Say;
  readonly locale: Locale;
  readonly today: LocalDate;
  /** The address people use, without a slash at the end. */
  readonly publicUrl: string;
}

/** Makes the receipts of decisions. Asks for no rights: its callers have. */
@Injectable()
export class DecisionReceipts {
  constructor(
    private readonly reads: ApprovalReads,
    private readonly places: PlaceStore,
    private readonly people: PeopleStore,
    private readonly versions: VersionReads,
  ) {}

  /**
   * The receipt of a decision; null for no such decision.
   *
   * @param known  how its agreement is approved, for who makes many receipts of one agreement and has read that.
   */
  async of(id: DecisionId, at: DecisionReceiptAt, known: ApprovalView | null = null): Promise<DocumentModel | null> {
    const row = await this.reads.placeOf(id);
    const approval = known ?? (row && (await this.reads.view(row.agreement)));
    if (!row || !approval) return null;
    const confirmation = approval.confirmations.get(id) ?? null;
    const log = await this.reads.headAt(row.agreement, id);
    const nameOf = await this.namesOf([row.person, ...(confirmation ? [confirmation.person] : [])], at.say);
    const body = (await this.places.bodies([row.body])).get(row.body)?.name ?? '';
    const party = approval.head.parties.find((each) => each.party === row.party)?.name ?? '';
    const number = (await this.versions.version(row.version))?.row.number ?? null;
    return receiptDocument({ row, approval, confirmation, log, nameOf, body, party, number }, at);
  }

  private async namesOf(ids: readonly PersonId[], say: Say): Promise<(id: PersonId) => string> {
    const people = await this.people.people(ids);
    return (id) => people.get(id)?.name ?? say('api.unknownPerson');
  }
}

interface Receipt {
  readonly row: DecisionRow;
  readonly approval: ApprovalView;
  readonly confirmation: ConfirmationRow | null;
  readonly log: LogHead | null;
  readonly nameOf: (id: PersonId) => string;
  readonly body: string;
  readonly party: string;
  /** Which of the agreement's versions it is about. */
  readonly number: number | null;
}

function receiptDocument(receipt: Receipt, at: DecisionReceiptAt): DocumentModel {
  const { say, locale, today, publicUrl } = at;
  const { row, approval, log } = receipt;
  const { id, label } = approval.head.row;
  const waits = !counts(approval.chain, row) && !hasFallenAway(approval.chain, row);
  const known = factsOf(receipt, at).filter(({ text }) => text !== '');
  const address = `${publicUrl}/aftaler/${id}/godkendelse`;
  const model: DocumentModel = {
    ...{ title: say('decisionReceipt.title'), language: locale, margin: 'normal' },
    subtitle: say(waits ? 'decisionReceipt.waiting' : 'decisionReceipt.subtitle'),
    foot: [referenceOf(row.id), formatDate(today, locale), address].join(' · '),
    blocks: [
      { kind: 'facts', facts: known.map(({ name, text }) => ({ name, value: [{ text }] })) },
      ...whatBecameOfIt(receipt, say),
      { kind: 'paragraph', runs: [{ text: say('decisionReceipt.keep') }] },
    ],
    // So that a program finds the head of the log in the file (LO-4).
    ...(log ? { keywords: [`enig-log ${id} ${log.number} ${log.hash}`] } : {}),
  };
  return labelled(model, label);
}

function factsOf(receipt: Receipt, { say, locale }: DecisionReceiptAt): readonly { name: string; text: string }[] {
  const { row, confirmation, log, nameOf, body, party, number } = receipt;
  const by = (person: PersonId, capacity: DecisionRow['capacity'], moment: Instant): string =>
    say('decisionReceipt.by', {
      name: nameOf(person),
      capacity: say(`seat.${capacity}`),
      at: formatMoment(moment, locale),
    });
  const fact = (field: FactName, text: string) => ({ name: say(`decisionReceipt.${field}`), text });
  return [
    fact('reference', referenceOf(row.id)),
    fact('agreement', receipt.approval.head.row.title),
    fact('number', number === null ? '' : String(number)),
    fact('party', party),
    fact('body', body),
    fact('outcome', say(`outcome.${row.outcome}`)),
    fact('meeting', formatDate(row.meetingDate, locale)),
    fact('item', row.item),
    fact('wording', row.wording),
    fact('reason', row.reason),
    fact('minority', row.minority),
    fact('nextMeeting', row.nextMeeting === null ? '' : formatDate(row.nextMeeting, locale)),
    fact('minutes', minutesIn(row, say)),
    fact('version', row.version),
    fact('recorded', by(row.person, row.capacity, row.recordedAt)),
    fact('confirmed', confirmation ? by(confirmation.person, confirmation.capacity, confirmation.at) : ''),
    fact('log', log ? say('receipt.logHead', { ...log }) : ''),
  ];
}

type FactName =
  | 'agreement'
  | 'number'
  | 'reference'
  | 'party'
  | 'body'
  | 'outcome'
  | 'meeting'
  | 'item'
  | 'wording'
  | 'reason'
  | 'minority'
  | 'nextMeeting'
  | 'minutes'
  | 'version'
  | 'recorded'
  | 'confirmed'
  | 'log';

function minutesIn({ minutesLink, minutesFile, minutesName }: DecisionRow, say: Say): string {
  if (minutesFile === null) return minutesLink ?? '';
  return say('decisionReceipt.minutesFile', { name: minutesName ?? '', sha256: minutesFile });
}

/** That a later one has taken its place, that it was never confirmed, or that its text is put to nobody any more. */
function whatBecameOfIt({ row, approval }: Receipt, say: Say): Block[] {
  if (isReplaced(approval, row)) return note(say('decisionReceipt.superseded'));
  if (approval.hasLapsed || row.version !== approval.chain.version) return note(say('decisionReceipt.lapsed'));
  return hasFallenAway(approval.chain, row) ? note(say('decisionReceipt.fellAway')) : [];
}

function note(text: string): Block[] {
  return [{ kind: 'paragraph', tone: 'note', runs: [{ text }] }];
}

/** Whether a later one stands in its place: what only waits takes nothing from one that counts (AP-5). */
function isReplaced(approval: ApprovalView, row: DecisionRow): boolean {
  const later = approval.decisions.find(({ supersedes }) => supersedes === row.id);
  if (!later) return false;
  return counts(approval.chain, later) || !counts(approval.chain, row) || isReplaced(approval, later);
}
