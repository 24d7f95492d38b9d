import { FileStore, ResponseFiles, ScreeningStore, type FileRow, type PlacedFile, type ResponseFile } from '@enig/data';
import { MAX_FILE_SIZE, type AddFileRefused, type ResponseFileId, type ResponseLocked } from '@enig/hearing';
import { ok, type Result, type SectionId } from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { afterwards } from '../core/afterwards';
import { readBytes } from '../core/bytes';
import { BadInput, NotFound } from '../core/errors';
import { idOf } from '../core/ids';
import type { AppViewer } from '../core/viewer';
import { HearingService } from './hearing.service';
import { IncomingDocuments } from './incoming-documents';
import type { HearingResponseModel, RoundPlace, SubmissionModel } from './models';
import { ShownAnswers, type MayRead } from './shown-answers';
import { maySeeOriginal, maySeeSubmissions, responseTextSubject } from './subjects';

const LONGEST_NAME = 200;

/** What somebody sends as a document: its name, what it is about, and its bytes as they come. */
export interface SentDocument {
  readonly name: string;
  /** A focus area's id; empty for one about everything. */
  readonly section: string;
  readonly body: Readable;
}

/** Documents of responses: the council's own until they are sent, then for who may read what was sent. */
@Injectable()
export class ResponseFilesService {
  constructor(
    private readonly hearing: HearingService,
    private readonly files: FileStore,
    private readonly documents: ResponseFiles,
    private readonly incoming: IncomingDocuments,
    private readonly answers: ShownAnswers,
    private readonly screenings: ScreeningStore,
  ) {}

  /** Puts a document with a response, once it is known to be one. @throws BadInput · TooLarge · NotFound · NotAllowed */
  async add(viewer: AppViewer, given: string, sent: SentDocument): Promise<Result<ResponseFile, AddFileRefused>> {
    const { place, response } = await this.hearing.response(viewer, given);
    const actor = viewer.actor('write', responseTextSubject(place, response));
    const name = sent.name.trim();
    if (name === '' || name.length > LONGEST_NAME)
      throw new BadInput(viewer.say('api.empty', { field: viewer.say('api.field.fileName') }));
    const section = sectionIn(place, sent.section);
    const bytes = await readBytes(sent.body, MAX_FILE_SIZE);
    if (bytes.length === 0) throw new BadInput(viewer.say('api.fileEmpty'));
    const inspected = await this.incoming.mustBeDocument(viewer, bytes, name);
    const { sha256, size } = await this.files.add(bytes, 'application/octet-stream', viewer.person.id);
    await this.screenings.keepInspection(sha256, inspected);
    const { paragraphs, isAll } = inspected;
    const file = { section, sha256, name, says: { paragraphs, isAll } };
    const added = afterwards(viewer, await this.documents.add(response.row.id, file, actor), 'response');
    return added.ok ? ok({ id: added.value, name, sha256, size, section }) : added;
  }

  /** Takes a document out again. @returns the response it was put with. @throws NotFound · NotAllowed */
  async remove(
    viewer: AppViewer,
    given: string,
  ): Promise<{ readonly response: string; readonly done: Result<null, ResponseLocked> }> {
    const id = idOf<ResponseFileId>(given, 'file');
    const placed = await this.documents.find(id);
    if (!placed) throw new NotFound('file');
    const { place, response } = await this.hearing.response(viewer, placed.response);
    const actor = viewer.actor('write', responseTextSubject(place, response));
    return { response: placed.response, done: afterwards(viewer, await this.documents.remove(id, actor), 'file') };
  }

  /** A document with its bytes. @throws NotFound also for who may not know of it */
  async read(viewer: AppViewer, given: string): Promise<{ file: FileRow; name: string }> {
    const placed = await this.documents.find(idOf<ResponseFileId>(given, 'file'));
    if (!placed) throw new NotFound('file');
    const { place, response } = await this.hearing.response(viewer, placed.response);
    const isOwn = viewer.can('read', responseTextSubject(place, response));
    if (!isOwn && !(await this.isShown(viewer, { place, response }, placed))) throw new NotFound('file');
    const file = await this.files.read(placed.file.sha256);
    if (!file) throw new NotFound('file');
    return { file, name: placed.file.name };
  }

  /** Whether a document went with something sent that the viewer may read, and is not held back from them (HE-50). */
  private async isShown(
    viewer: AppViewer,
    { place, response }: Pick<HearingResponseModel, 'place' | 'response'>,
    { submissions, file }: Pick<PlacedFile, 'submissions' | 'file'>,
  ): Promise<boolean> {
    if (submissions.length === 0 || !maySeeSubmissions(viewer, place, response)) return false;
    if (maySeeOriginal(viewer, place, response)) return true;
    const { standing } = response;
    if (!standing || !submissions.includes(standing.row.id)) return false;
    return isIn(await this.answers.of(viewer, place, response, standing.row.id), file);
  }

  /** The documents put with a response; none for everybody but the council's own people. */
  async of(viewer: AppViewer, { place, response }: HearingResponseModel): Promise<readonly ResponseFile[]> {
    if (!viewer.can('read', responseTextSubject(place, response))) return [];
    const { id } = response.row;
    return (await this.documents.of([id])).get(id) ?? [];
  }

  /** The documents that went with a submission, for those who were shown it; without those held back from them. */
  async sentWith(viewer: AppViewer, { view, place }: SubmissionModel): Promise<readonly ResponseFile[]> {
    const { id } = view.row;
    const sent = (await this.documents.sentWith([id])).get(id) ?? [];
    const response = place.view.responses.find(({ submissions }) => submissions.some(({ row }) => row.id === id));
    if (!response) throw new NotFound('submission');
    const readable = await this.answers.of(viewer, place, response, id);
    return sent.filter((file) => isIn(readable, file));
  }
}

/** Whether a document is among what somebody may read of a sending (HE-50). */
function isIn(readable: MayRead, { sha256 }: Pick<ResponseFile, 'sha256'>): boolean {
  if (readable.kind !== 'shown') return readable.kind === 'whole';
  return readable.answer.content.files.some((file) => file.sha256 === sha256);
}

/** @throws NotFound for what is not heard in the round. */
function sectionIn({ view }: RoundPlace, given: string): SectionId | null {
  if (given === '') return null;
  const id = idOf<SectionId>(given, 'section');
  if (!view.round.sections.includes(id)) throw new NotFound('section');
  return id;
}
