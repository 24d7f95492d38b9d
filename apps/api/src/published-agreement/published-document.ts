import { standingOf, type ConsolidatedSection } from '@enig/agreement';
import { effective } from '@enig/approval';
import type {
  AgreedContent,
  AgreementHead,
  ApprovalView,
  AuthorityNoticeRow,
  ConsolidatedView,
  PublishedAgreement,
  Succession,
  VersionView,
} from '@enig/data';
import { labelled, textBlocks, versionDocument, type Block, type DocumentModel, type Run } from '@enig/documents';
import type { AgreementId, LocalDate } from '@enig/kernel';
import { formatDate, formatList, shortHash, type Say } from '@enig/messages';
import type { TextJson } from '@enig/text';
import { publicPath as answersPath } from '../screening/presentation';

/** Everything there is to say of a concluded agreement to anybody. */
export interface PublicAgreement {
  readonly head: AgreementHead;
  readonly approval: ApprovalView;
  readonly version: VersionView;
  readonly texts: ReadonlyMap<string, TextJson>;
  readonly published: PublishedAgreement;
  readonly notices: readonly AuthorityNoticeRow[];
  /** What it hangs on; null for what stands by itself. */
  readonly parent: { readonly id: AgreementId; readonly title: string } | null;
  /** What it comes after, and what comes after it. */
  readonly successions: readonly Succession[];
  /** Null where nothing changes it on that day. */
  readonly consolidated: ConsolidatedView | null;
  readonly today: LocalDate;
  /** What it must not be taken for; null for what is as real as it looks. */
  readonly label: string | null;
}

/** How things are said, and where the installation is found: a document may be printed or kept. */
export interface PublicWords {
  readonly say: Say;
  readonly publicUrl: string;
}

/** Where anybody reads an agreement. */
export function publishedPath(agreement: AgreementId): string {
  return `/aftale/${agreement}`;
}

/** The agreement as a file: who approved it, and its text. */
export function agreementDocument(data: PublicAgreement, words: PublicWords): DocumentModel {
  return documentOf(data, words, []);
}

/** The same as a page, with the files of it and what belongs to it. */
export function agreementPage(data: PublicAgreement, words: PublicWords): DocumentModel {
  return documentOf(data, words, linksOf(data, words));
}

function documentOf(data: PublicAgreement, words: PublicWords, links: readonly Block[]): DocumentModel {
  const { version, texts } = data;
  const text = versionDocument(
    { hash: version.row.hash, manifest: version.manifest, frozenAt: version.row.createdAt, texts },
    'da',
  );
  const address = addressOf(words, publishedPath(data.head.row.id));
  const model = {
    ...text,
    subtitle: standingWords(data, words),
    foot: [text.title, versionWords(data, words), shortHash(version.row.hash), address].join(' · '),
    blocks: [...links, ...approvals(data, words), ...text.blocks],
  };
  return labelled(model, data.label);
}

/** "version 3, indgået 24. juni 2026": what it was decided as is said in the version's own files. */
function versionWords({ head: { concludedOn }, version }: PublicAgreement, { say }: PublicWords): string {
  const { number } = version.row;
  const day = concludedOn && say('publishedAgreement.concluded', { day: formatDate(concludedOn) });
  return [say('publishedAgreement.version', { number }), ...(day ? [day] : [])].join(', ');
}

/** "Rammeaftale · indgået 24. juni 2026 · i kraft til 31. december 2028" */
function standingWords({ head, today }: PublicAgreement, { say }: PublicWords): string {
  const { row, state, concludedOn, lastDay } = head;
  const standing = standingOf(state, { from: row.periodFrom, to: row.periodTo }, concludedOn, today, lastDay);
  const words = [say(`agreementAct.${row.act}`)];
  if (concludedOn) words.push(say('publishedAgreement.concluded', { day: formatDate(concludedOn) }));
  const [from, to] = [formatDate(row.periodFrom), formatDate(lastDay)];
  if (standing === 'inForce') words.push(say('publishedAgreement.inForce', { to }));
  else if (standing === 'ended') words.push(say('publishedAgreement.ended', { to }));
  else words.push(say(lastDay < today ? 'publishedAgreement.over' : 'publishedAgreement.from', { from, to }));
  const [first = '', ...rest] = words;
  return [`${first.charAt(0).toLocaleUpperCase('da')}${first.slice(1)}`, ...rest].join(' · ');
}

function approvals({ head, approval, notices }: PublicAgreement, { say }: PublicWords): Block[] {
  const rows = head.parties.map(({ party, name }) => {
    const decision = effective(approval.chain, party);
    const outcome = decision ? say(`outcome.${decision.outcome}`) : '–';
    return [cell(name), cell(outcome), cell(decision ? formatDate(decision.meetingDate) : '–')];
  });
  const head3 = [say('publishedAgreement.party'), say('publishedAgreement.decision'), say('publishedAgreement.day')];
  const sent = notices.map(({ recipient, sentOn, journalNumber }): readonly Block[] => {
    const facts = { to: recipient, day: formatDate(sentOn), number: journalNumber };
    const sentence = journalNumber === '' ? 'publishedAgreement.sent' : 'publishedAgreement.sentWithNumber';
    return [paragraph([{ text: say(sentence, facts) }])];
  });
  return [
    heading(2, say('publishedAgreement.approvals')),
    paragraph([{ text: say('publishedAgreement.unanimous', { count: rows.length }) }]),
    { kind: 'table', caption: say('publishedAgreement.caption'), head: head3, rows },
    ...(sent.length === 0 ? [] : [heading(2, say('publishedAgreement.authority')), list(sent)]),
  ];
}

/** The files, and what the agreement hangs together with. */
function linksOf(data: PublicAgreement, words: PublicWords): Block[] {
  const { head, version, published, parent, successions, consolidated } = data;
  const { say } = words;
  const own = publishedPath(head.row.id);
  const link = (text: string, path: string): readonly Block[] => [paragraph([{ text, href: addressOf(words, path) }])];
  const file = (format: 'pdf' | 'docx' | 'json') =>
    link(say(`publishedAgreement.file.${format}`), `${own}/v/${version.row.hash}.${format}`);
  const annexes = version.manifest.annexes.map(({ number, title, sha256 }) =>
    link(say('reading.annex', { number, title }), `${own}/bilag/${sha256}`),
  );
  const beside = [
    ...(parent ? [link(say('publishedAgreement.hangsOn', { title: parent.title }), publishedPath(parent.id))] : []),
    ...successions.map(({ before, beforeTitle, after, afterTitle }) =>
      after === head.row.id
        ? link(say('publishedAgreement.succeeds', { title: beforeTitle }), publishedPath(before))
        : link(say('publishedAgreement.succeededBy', { title: afterTitle }), publishedPath(after)),
    ),
    ...(consolidated ? [link(say('publishedAgreement.consolidated'), `${own}/samlet`)] : []),
    ...published.supplements.map(({ agreement, title, act }) =>
      link(`${title} (${say(`agreementAct.${act}`)})`, publishedPath(agreement)),
    ),
    ...published.rounds.map((round) => link(say('publishedAgreement.hearing'), answersPath(round))),
  ];
  return [
    ...(beside.length === 0 ? [] : [heading(2, say('publishedAgreement.beside')), list(beside)]),
    heading(2, say('publishedAgreement.files')),
    list([
      link(say('publishedAgreement.onePage'), `${own}/kort`),
      ...(['pdf', 'docx', 'json'] as const).map(file),
      ...annexes,
    ]),
  ];
}

/** The page for politicians as anybody reads it: with the ways on to the whole agreement, and to the file. */
export function onePagePage(overview: DocumentModel, agreement: AgreementId, words: PublicWords): DocumentModel {
  const own = publishedPath(agreement);
  const link = (text: string, path: string): readonly Block[] => [paragraph([{ text, href: addressOf(words, path) }])];
  const links = list([
    link(words.say('publishedAgreement.whole'), own),
    link(words.say('publishedAgreement.onePageFile'), `${own}/kort.pdf`),
  ]);
  return { ...overview, blocks: [links, ...overview.blocks] };
}

/** The text that holds now, each section with whose words it is (AG-38). */
export function consolidatedDocument(
  {
    consolidated,
    today,
    label,
  }: Pick<PublicAgreement, 'today' | 'label'> & { readonly consolidated: ConsolidatedView },
  words: PublicWords,
): DocumentModel {
  const { say } = words;
  const { agreement, title, addenda, sections } = consolidated;
  const names = new Map(addenda.map((each) => [each.agreement, each]));
  const day = formatDate(today);
  const address = addressOf(words, `${publishedPath(agreement)}/samlet`);
  const parts = [...new Set(sections.map(({ part }) => part))];
  const model: DocumentModel = {
    ...{ title, language: 'da', margin: 'normal' },
    subtitle: say('publishedAgreement.consolidatedOn', { day }),
    foot: [title, say('publishedAgreement.consolidatedOn', { day }), address].join(' · '),
    blocks: [
      paragraph([
        {
          text: say('publishedAgreement.consolidatedAbout', {
            addenda: formatList(
              addenda.map((each) => each.title),
              'da',
            ),
          }),
        },
      ]),
      ...parts.flatMap((part) => [
        heading(2, say(`partKind.${part}`)),
        ...sections.filter((each) => each.part === part).flatMap((each) => sectionBlocks(each, names, words)),
      ]),
    ],
  };
  return labelled(model, label);
}

function sectionBlocks(
  section: ConsolidatedSection<AgreedContent>,
  addenda: ReadonlyMap<AgreementId, { readonly title: string; readonly since: LocalDate }>,
  words: PublicWords,
): Block[] {
  const { number, title, content, note, from, was } = section;
  const named = number === null ? title : `${number} ${title}`;
  const by = from === null ? undefined : addenda.get(from);
  const facts = { title: by?.title ?? '', day: by ? formatDate(by.since) : '' };
  const what = content === null ? 'takenOut' : was ? 'replaced' : 'added';
  const source: Block[] =
    from === null
      ? []
      : [
          paragraph(
            [{ text: words.say(`publishedAgreement.${what}`, facts), href: addressOf(words, publishedPath(from)) }],
            'note',
          ),
        ];
  const said = content ?? note;
  return [heading(3, named), ...source, ...(said ? textBlocks(said.content, { level: 4, locale: 'da' }) : [])];
}

function addressOf({ publicUrl }: PublicWords, path: string): string {
  return new URL(path, publicUrl).href;
}

function cell(text: string): Run[] {
  return [{ text }];
}

function list(items: readonly (readonly Block[])[]): Block {
  return { kind: 'list', ordered: false, items };
}

function paragraph(runs: readonly Run[], tone?: 'note'): Block {
  return { kind: 'paragraph', runs, ...(tone ? { tone } : {}) };
}

function heading(level: 2 | 3, text: string): Block {
  return { kind: 'heading', level, runs: [{ text }] };
}
