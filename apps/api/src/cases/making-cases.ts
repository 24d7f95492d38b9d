import {
  AgreementReads,
  ApprovalReads,
  CaseReads,
  HearingReads,
  PlaceStore,
  ScreeningStore,
  TextContents,
  TextHistory,
  TreatmentReads,
  VersionReads,
  type CaseView,
} from '@enig/data';
import { caseDocument, prefillCase, zipOf, type CaseData, type ZipEntry } from '@enig/documents';
import {
  brandId,
  canonicalBytes,
  type AgreementId,
  type CaseId,
  type Instant,
  type Json,
  type PartyId,
} from '@enig/kernel';
import type { CaseJson } from '@enig/text';
import type { Ground } from '../core/core.module';
import { fileName, MEDIA, ZIP } from '../core/send-document';
import { LOCALE, say } from '../core/viewer';
import { agreementOf, fieldsOf } from '../jobs/payload';
import type { JobAt, Works } from '../jobs/work';
import type { FileFormat } from '../threads/document-jobs';
import { Papers } from '../treatment/papers';
import { caseData, type CaseShown } from './case-papers';
import { AnnexFiles, FOLDERS, listed, type ListedFile } from './case-zip';
import { diskName, partyNames } from './party-names';
import { CaseSources, type CaseAt, type CaseGround } from './case-sources';

const FORMATS: readonly FileFormat[] = ['pdf', 'docx'];

/** A case that is packed with its annexes. */
interface WholeCase {
  readonly ground: CaseGround;
  readonly found: CaseView;
  readonly data: CaseData;
  readonly withClosed: boolean;
  readonly name: string;
}

/** Makes a case as a file, and all parties' cases as one zip file. */
export const makingCases: Works = (work, ground) => {
  const made = new CaseFiles(ground);
  work.jobs.handle('case', (payload, at) => made.one(payload, at));
  work.jobs.handle('cases', (payload, at) => made.all(payload, at));
};

class CaseFiles {
  private readonly agreements: AgreementReads;
  private readonly cases: CaseReads;
  private readonly texts: TextContents;
  private readonly sources: CaseSources;
  private readonly at: CaseAt;
  private readonly annexes: AnnexFiles;

  constructor(private readonly ground: Ground) {
    const { source, threads, installation } = ground;
    const [hearings, places] = [new HearingReads(source), new PlaceStore(source)];
    this.agreements = new AgreementReads(source);
    this.cases = new CaseReads(source);
    this.texts = new TextContents(source);
    const treatments = new TreatmentReads(source, this.texts, new TextHistory(source, threads.attribute));
    // It is only read here: nobody is told of anything.
    const screenings = new ScreeningStore({ source, announce: () => Promise.resolve() });
    this.sources = new CaseSources({
      ...{ agreements: this.agreements, approvals: new ApprovalReads(source), versions: new VersionReads(source) },
      ...{ hearings, places, papers: new Papers(hearings, this.agreements, places, treatments, screenings, threads) },
    });
    this.annexes = new AnnexFiles(ground);
    this.at = { say, locale: LOCALE, publicUrl: installation.publicUrl };
  }

  /** One case, as it was sent on or as it is written now. */
  async one(payload: Json, { progress, signal }: JobAt) {
    progress(0, 2, 'job.step.reading');
    const { id, format, withClosed } = wantedIn(payload);
    const found = await this.cases.case(id);
    const ground = found && (await this.commonIn(found.row.agreement));
    const content = found && (await this.contentOf(found));
    if (!ground || !content) throw new Error(`There is no case ${id}`);
    signal.throwIfAborted();
    const state = found.sending ? ('sentOn' as const) : ('draft' as const);
    const data = this.data(ground, found.row.party, { content, state, own: found.annexes, withClosed });
    const model = caseDocument(data, LOCALE);
    const tell = () => progress(1, 2, 'job.step.writing');
    const name = say('case.file', { party: data.party });
    if (format === 'zip') return this.withAnnexes({ ground, found, data, withClosed, name }, tell);
    const bytes = await this.ground.documents.make(format, model, tell);
    return { bytes, name: fileName(name, format), mediaType: MEDIA[format] };
  }

  /** A case with everything that goes with it, the open and the closed annexes apart (CA-5). */
  private async withAnnexes({ ground, found, data, withClosed, name }: WholeCase, tell: () => void) {
    const model = caseDocument(data, LOCALE);
    const { party } = found.row;
    const made: ListedFile[] = [];
    for (const format of FORMATS) {
      const bytes = await this.ground.documents.make(format, model, tell);
      made.push(listed(`${diskName(name)}.${format}`, bytes, { name: fileName(name, format) }));
    }
    const files = [
      ...made,
      ...(await this.annexes.ofVersion(ground.version, FOLDERS.agreement)),
      ...(await this.annexes.own(found.annexes, true, FOLDERS.open)),
      ...(withClosed ? await this.annexes.own(found.annexes, false, FOLDERS.closed) : []),
    ];
    const about = { party, name: data.party, state: data.state };
    const moment = found.sending?.at ?? found.row.madeAt;
    return {
      bytes: await this.zip(ground, { ...about, files: files.map(({ line }) => line) }, files, moment),
      ...{ name: fileName(name, 'zip'), mediaType: ZIP },
    };
  }

  /** Every party's case once, in each format, with a list of them and their open annexes (CA-6). */
  async all(payload: Json, { progress, signal }: JobAt) {
    progress(0, null, 'job.step.reading');
    const agreement = agreementOf(payload);
    const ground = await this.commonIn(agreement);
    if (!ground) throw new Error(`Nothing has been put to the parties of ${agreement}`);
    const made = await this.cases.ofVersion(agreement, ground.version.row.hash);
    const total = ground.view.parties.length * FORMATS.length;
    const cases: ListedFile[] = [];
    const annexes = [...(await this.annexes.ofVersion(ground.version, FOLDERS.agreement))];
    const names = partyNames(ground.version.manifest.parties);
    for (const { party } of ground.view.parties) {
      const called = names.get(party) ?? party;
      const data = await this.shareable(ground, party, made);
      for (const format of FORMATS) {
        signal.throwIfAborted();
        progress(cases.length, total, 'job.step.writing');
        const bytes = await this.ground.documents.make(format, caseDocument(data, LOCALE));
        cases.push(listed(`${called}.${format}`, bytes, { party, name: data.party, state: data.state }));
      }
      const sent = made.find(({ row, sending }) => row.party === party && sending !== null);
      const open = await this.annexes.own(sent?.annexes ?? [], true, `${FOLDERS.open}/${called}`);
      annexes.push(...open.map(({ entry, line }) => ({ entry, line: { party, ...line } })));
    }
    const { title } = ground.version.manifest.agreement;
    const said = { cases: cases.map(({ line }) => line), annexes: annexes.map(({ line }) => line) };
    const moments = made.flatMap(({ sending }) => sending?.at ?? []);
    const last = [ground.version.row.createdAt, ...moments].sort().at(-1) ?? ground.version.row.createdAt;
    const bytes = await this.zip(ground, said, [...cases, ...annexes], last);
    return { bytes, name: fileName(say('case.zip', { title }), 'zip'), mediaType: ZIP };
  }

  /** The files with their list; of the moment of what is in them, so that the same is the same bytes again (CA-6). */
  private zip(
    { version, view }: CaseGround,
    said: { readonly [name: string]: Json },
    files: readonly ListedFile[],
    at: Instant,
  ): Promise<Uint8Array> {
    const { title } = version.manifest.agreement;
    const about = { format: 'enig-cases/1', agreement: { id: view.row.id, title }, version: version.row.hash };
    const list = { path: 'manifest.json', bytes: canonicalBytes({ ...about, ...said }) };
    return zipOf(each([...files.map(({ entry }) => entry), list]), at, 'called');
  }

  /** What others may have of a party's case: as it was sent on, else filled in beforehand; never a draft (CA-6). */
  private async shareable(ground: CaseGround, party: PartyId, made: readonly CaseView[]): Promise<CaseData> {
    const found = made.find(({ row }) => row.party === party);
    if (found?.sending) {
      const shown = { content: found.sending.sent.case, own: found.annexes, withClosed: false };
      return this.data(ground, party, { ...shown, state: 'sentOn' });
    }
    const content = prefillCase(await this.sources.facts(ground, party, false, this.at), LOCALE);
    return this.data(ground, party, { content, own: [], state: 'prefilled', withClosed: false });
  }

  private data(
    { approval, version, view }: CaseGround,
    party: PartyId,
    shown: Pick<CaseShown, 'content' | 'state' | 'own' | 'withClosed'>,
  ): CaseData {
    const name = approval.shortNames.get(party) ?? party;
    const { label } = view.row;
    return caseData({ party, name, label, version, publicUrl: this.at.publicUrl, ...shown });
  }

  private async commonIn(agreement: AgreementId): Promise<CaseGround | null> {
    const view = await this.agreements.view(agreement);
    return view && this.sources.ground(view, this.at);
  }

  private async contentOf({ sending, text }: CaseView): Promise<CaseJson | null> {
    if (sending) return sending.sent.case;
    const content = (await this.texts.of([text])).get(text.id);
    return content?.kind === 'case' ? content : null;
  }
}

async function* each(entries: readonly ZipEntry[]): AsyncIterable<ZipEntry> {
  yield* entries;
}

/** @throws TypeError for a payload that is none of ours. */
function wantedIn(payload: Json): {
  readonly id: CaseId;
  readonly format: FileFormat | 'zip';
  readonly withClosed: boolean;
} {
  const { case: id, format, withClosed } = fieldsOf(payload);
  if (typeof id !== 'string' || (format !== 'pdf' && format !== 'docx' && format !== 'zip'))
    throw new TypeError('The job is of no case');
  return { id: brandId<CaseId>(id), format, withClosed: withClosed === true };
}
