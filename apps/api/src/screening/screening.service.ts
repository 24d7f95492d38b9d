import type { Abandoned } from '@enig/agreement';
import { FileStore, HearingReads, ScreeningStore, type NothingThere } from '@enig/data';
import type {
  FileRefused,
  FindingKey,
  PublishRefused,
  PutBackRefused,
  RedactRefused,
  ReleaseRefused,
  StillClosed,
  SubmissionId,
  UnpublishRefused,
} from '@enig/hearing';
import { isSha256, ok, type Result, type Sha256 } from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import { afterwards } from '../core/afterwards';
import { NotFound } from '../core/errors';
import { idOf } from '../core/ids';
import { line, sentences } from '../core/input';
import type { AppViewer } from '../core/viewer';
import { HearingService } from '../hearing/hearing.service';
import type { RoundPlace } from '../hearing/models';
import { roundSubject } from '../hearing/subjects';
import { PlacesService } from '../people/places.service';
import { FileThreads } from '../threads/file-threads';
import type { LiftRedactionInput, RedactResponseInput, ReleaseFindingInput, SubmittedFileInput } from './inputs';
import type { ScreeningModel } from './models';
import { peopleIn, presentScreening } from './presentation';

type Done<Refusal> = Promise<Result<null, Refusal | Abandoned>>;

/** What is found in a round's answers and what becomes of it; for who owns the round, which is who may close it. */
@Injectable()
export class ScreeningService {
  constructor(
    private readonly store: ScreeningStore,
    private readonly hearing: HearingService,
    private readonly reads: HearingReads,
    private readonly files: FileStore,
    private readonly threads: FileThreads,
    private readonly places: PlacesService,
  ) {}

  /** Everything of a round, looked through; of files what a worker has seen in them (OP-6). */
  async screening(viewer: AppViewer, round: string): Promise<ScreeningModel> {
    const place = await this.owned(viewer, round);
    const screening = await this.store.of(place.view);
    const sections = await this.reads.sectionsOf(place.view.round);
    return presentScreening(screening, {
      sections: sections.map(({ section }) => section),
      viewer,
      nameOf: await this.places.namesOf(viewer, peopleIn(screening)),
      bodies: await this.places.bodies(
        viewer,
        screening.submissions.map(({ council }) => council),
      ),
      titleOf: (id) => sections.find(({ section }) => section === id)?.title ?? null,
    });
  }

  async release(viewer: AppViewer, input: ReleaseFindingInput): Done<ReleaseRefused> {
    const { submission, place } = await this.ownedSubmission(viewer, input.submission);
    const reason = sentences(input.reason, 'api.field.reason');
    const finding = line(input.finding, 'api.field.name') as FindingKey;
    const actor = viewer.actor('close', roundSubject(place));
    return afterwards(
      viewer,
      await this.store.release(place.view.row.id, { submission, finding, reason }, actor),
      'round',
    );
  }

  async redact(viewer: AppViewer, input: RedactResponseInput): Done<RedactRefused> {
    const { submission, place } = await this.ownedSubmission(viewer, input.submission);
    const reason = sentences(input.reason, 'api.field.reason');
    const { slot, start, end } = input;
    const actor = viewer.actor('close', roundSubject(place));
    const wanted = { submission, slot, start, end, reason };
    const redacted = afterwards(viewer, await this.store.redact(place.view.row.id, wanted, actor), 'round');
    return redacted.ok ? ok(null) : redacted;
  }

  async lift(viewer: AppViewer, input: LiftRedactionInput): Done<NothingThere | PutBackRefused> {
    const place = await this.owned(viewer, input.round);
    const actor = viewer.actor('close', roundSubject(place));
    const redaction = idOf<string>(input.redaction, 'redaction');
    return afterwards(viewer, await this.store.liftRedaction(place.view.row.id, redaction, actor), 'round');
  }

  async withhold(viewer: AppViewer, input: SubmittedFileInput): Done<RedactRefused | StillClosed> {
    return this.keepBack(viewer, input, null);
  }

  /** Publishes another file in the place of one; it is looked through like any other. */
  async replace(
    viewer: AppViewer,
    input: SubmittedFileInput,
    file: { readonly bytes: Uint8Array; readonly name: string },
  ): Done<RedactRefused | StillClosed | FileRefused> {
    await this.ownedSubmission(viewer, input.submission);
    const name = line(file.name, 'api.field.fileName');
    const inspected = await this.threads.inspect(file.bytes, name, viewer.person.id);
    if (!inspected.ok) return inspected;
    const { sha256 } = await this.files.add(file.bytes, 'application/octet-stream', viewer.person.id);
    await this.store.keepInspection(sha256, inspected.value);
    return this.keepBack(viewer, input, { sha256, name });
  }

  async putBack(viewer: AppViewer, input: SubmittedFileInput): Done<RedactRefused | PutBackRefused> {
    const { submission, place } = await this.ownedSubmission(viewer, input.submission);
    const reason = sentences(input.reason, 'api.field.reason');
    const actor = viewer.actor('close', roundSubject(place));
    const wanted = { submission, sha256: hashOf(input.sha256), reason };
    return afterwards(viewer, await this.store.putBackFile(place.view.row.id, wanted, actor), 'round');
  }

  async publish(viewer: AppViewer, round: string): Done<PublishRefused> {
    const place = await this.owned(viewer, round);
    const actor = viewer.actor('close', roundSubject(place));
    return afterwards(viewer, await this.store.publish(place.view.row.id, actor), 'round');
  }

  async unpublish(viewer: AppViewer, round: string, given: string): Done<UnpublishRefused> {
    const place = await this.owned(viewer, round);
    const actor = viewer.actor('close', roundSubject(place));
    const reason = sentences(given, 'api.field.reason');
    return afterwards(viewer, await this.store.unpublish(place.view.row.id, reason, actor), 'round');
  }

  private async keepBack(
    viewer: AppViewer,
    input: SubmittedFileInput,
    replacement: { readonly sha256: Sha256; readonly name: string } | null,
  ): Done<RedactRefused | StillClosed> {
    const { submission, place } = await this.ownedSubmission(viewer, input.submission);
    const reason = sentences(input.reason, 'api.field.reason');
    const actor = viewer.actor('close', roundSubject(place));
    const wanted = { submission, sha256: hashOf(input.sha256), reason, replacement };
    return afterwards(viewer, await this.store.withhold(place.view.row.id, wanted, actor), 'round');
  }

  private async owned(viewer: AppViewer, round: string): Promise<RoundPlace> {
    const place = await this.hearing.round(viewer, round);
    viewer.must('close', roundSubject(place));
    return place;
  }

  private async ownedSubmission(
    viewer: AppViewer,
    given: string,
  ): Promise<{ readonly submission: SubmissionId; readonly place: RoundPlace }> {
    const submission = idOf<SubmissionId>(given, 'submission');
    const round = await this.reads.roundOf('submission', submission);
    if (!round) throw new NotFound('submission');
    return { submission, place: await this.owned(viewer, round) };
  }
}

function hashOf(given: string): Sha256 {
  if (!isSha256(given)) throw new NotFound('file');
  return given;
}
