import {
  HearingReads,
  LogReads,
  PeopleStore,
  PlaceStore,
  type LogHead,
  type ResponseView,
  type RoundView,
  type SubmissionView,
} from '@enig/data';
import { labelled, type Block, type DocumentModel } from '@enig/documents';
import type { SubmissionId } from '@enig/hearing';
import type { AgreementId, LocalDate } from '@enig/kernel';
import { formatDate, formatMoment, formatList, type Locale, type Say } from '@enig/messages';
import { completeSubmission, entryOf, GENERAL_ENTRY, type SubmissionJson } from '@enig/text';
import { Injectable } from '@nestjs/common';

/** What a receipt is made of besides what is recorded. */
export interface ReceiptAt {
  readonly say: Say;
  readonly locale: Locale;
  readonly today: LocalDate;
  /** The address people use, without a slash at the end. */
  readonly publicUrl: string;
  /** Whether it leaves the house: then it says how many documents there are, not what they are called. */
  readonly isMailed: boolean;
}

/** What a receipt says. */
interface Receipt {
  readonly sent: SubmissionView;
  /** Whether it is the sending that counts. */
  readonly stands: boolean;
  /** What is heard, by its name. */
  readonly what: string;
  readonly council: string;
  readonly by: string;
  /** What something is said about, by its titles. */
  readonly about: readonly string[];
  /** Names of the documents that went with it, or how many they are. */
  readonly files: readonly string[];
  /** Where what is heard is read. */
  readonly address: string;
  /** Where the agreement's log ended when it was sent. */
  readonly log: LogHead | null;
}

/** Makes the receipts of what councils have sent. Asks for no rights: its callers have. */
@Injectable()
export class Receipts {
  constructor(
    private readonly reads: HearingReads,
    private readonly places: PlaceStore,
    private readonly people: PeopleStore,
    private readonly logs: LogReads,
  ) {}

  /** The receipt of a sending of the round. @param content  what was sent, as its reader may know it. */
  async of(round: RoundView, id: SubmissionId, content: unknown, at: ReceiptAt): Promise<DocumentModel> {
    const { response, sent } = sendingIn(round, id);
    const { body } = response.row;
    const { person } = sent.row;
    const json = completeSubmission(content as SubmissionJson);
    const receipt = {
      ...{ sent, stands: response.standing?.row.id === id, what: await this.reads.whatIsHeard(round.row) },
      council: (await this.places.bodies([body])).get(body)?.name ?? '',
      by: (await this.people.people([person])).get(person)?.name ?? at.say('api.unknownPerson'),
      about: await this.aboutOf(round, json, at.say),
      files: filesIn(json, at),
      address: `${at.publicUrl}/laes/${round.row.id}`,
      log: (await this.logs.headsAt(round.row.agreement)).get(id) ?? null,
    };
    const model = { ...receiptDocument(receipt, at), ...marked(receipt.log, round.row.agreement) };
    return labelled(model, await this.reads.labelOf(round.row.agreement));
  }

  /** The parts of the answer that say something, in words, in comments or in documents, or that there are no remarks. */
  private async aboutOf({ round }: RoundView, json: SubmissionJson, say: Say): Promise<readonly string[]> {
    const titled = (await this.reads.sectionsOf(round)).map(({ section, number, title }) => {
      return { entry: section, title: number === null ? title : `${number} ${title}` };
    });
    const parts = [...titled, { entry: GENERAL_ENTRY, title: say('slot.general') }];
    return parts.filter(({ entry }) => saysSomethingIn(json, entry)).map(({ title }) => title);
  }
}

function sendingIn({ row, responses }: RoundView, id: SubmissionId): { response: ResponseView; sent: SubmissionView } {
  for (const response of responses) {
    const sent = response.submissions.find((each) => each.row.id === id);
    if (sent) return { response, sent };
  }
  throw new Error(`The round ${row.id} has no submission ${id}`);
}

/** What somebody called a document may say whose it is, so it is not mailed. */
function filesIn({ files }: SubmissionJson, { say, isMailed }: ReceiptAt): readonly string[] {
  if (!isMailed) return files.map(({ name }) => name);
  return files.length === 0 ? [] : [say('receipt.fileCount', { count: files.length })];
}

function saysSomethingIn(json: SubmissionJson, entry: string): boolean {
  const files = json.files.filter(({ section }) => (section ?? GENERAL_ENTRY) === entry).length;
  const { isSilent, noRemarks } = entryOf(json, entry, files);
  return !isSilent || noRemarks;
}

/** The receipt: what was sent, when, by whom, and how one can tell. It repeats nothing of what the answer says. */
function receiptDocument(receipt: Receipt, { say, locale, today }: ReceiptAt): DocumentModel {
  const { reference, submittedAt, late, sha256, capacity } = receipt.sent.row;
  const facts = [
    { name: say('receipt.reference'), text: reference },
    { name: say('receipt.what'), text: receipt.what },
    { name: say('receipt.council'), text: receipt.council },
    { name: say('receipt.replaces'), text: receipt.sent.replaces ?? '' },
    { name: say('receipt.at'), text: formatMoment(submittedAt, locale) },
    { name: say('receipt.by'), text: say('receipt.byAs', { name: receipt.by, capacity: say(`seat.${capacity}`) }) },
    { name: say('receipt.about'), text: formatList(receipt.about, locale) },
    { name: say('receipt.files'), text: formatList(receipt.files, locale) },
    { name: say('receipt.hash'), text: sha256 },
    { name: say('receipt.log'), text: receipt.log ? say('receipt.logHead', { ...receipt.log }) : '' },
  ];
  const told = facts.filter(({ text }) => text !== '');
  return {
    ...{ title: say('receipt.title'), language: locale, margin: 'normal' },
    subtitle: say(late ? 'receipt.late' : 'receipt.inTime'),
    foot: [reference, formatDate(today, locale), receipt.address].join(' · '),
    blocks: [
      { kind: 'facts', facts: told.map(({ name, text }) => ({ name, value: [{ text }] })) },
      ...whetherItCounts(receipt, say, locale),
      { kind: 'paragraph', runs: [{ text: say('receipt.keep') }] },
    ],
  };
}

/** So that a program finds the head of the log in the file (LO-4): `verify-case.mjs` does, given a receipt. */
function marked(head: LogHead | null, agreement: AgreementId): Pick<DocumentModel, 'keywords'> {
  return head ? { keywords: [`enig-log ${agreement} ${head.number} ${head.hash}`] } : {};
}

function whetherItCounts({ sent, stands }: Receipt, say: Say, locale: Locale): Block[] {
  const note = (text: string): Block[] => [{ kind: 'paragraph', tone: 'note', runs: [{ text }] }];
  const { withdrawal } = sent;
  if (withdrawal) return note(say('receipt.withdrawn', { at: formatMoment(withdrawal.at, locale) }));
  return stands ? [] : note(say('receipt.replaced'));
}
