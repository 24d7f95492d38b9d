import { Injectable } from '@nestjs/common';
import { FileStore, JobStore, type FileRow, type JobView } from '@enig/data';
import type { JobId } from '@enig/kernel';
import { isMessageCode, type JobReason, type JobStep } from '@enig/messages';
import { NotFound } from '../core/errors';
import { idOf } from '../core/ids';
import type { AppViewer } from '../core/viewer';
import { JobReaders } from './job-readers';
import type { JobModel } from './models';

/** Jobs, for those who asked for them (OP-5). */
@Injectable()
export class JobsService {
  constructor(
    private readonly jobs: JobStore,
    private readonly files: FileStore,
    private readonly readers: JobReaders,
  ) {}

  /** @throws NotFound for one that somebody else asked for, and for a body the viewer has no seat in any more. */
  async job(viewer: AppViewer, given: string): Promise<JobView> {
    const job = await this.jobs.job(idOf<JobId>(given, 'job'));
    if (!job || job.person !== viewer.person.id || !sitsIn(viewer, job)) throw new NotFound('job');
    return job;
  }

  /** Stops a job; one that is over stays as it is. */
  async cancel(viewer: AppViewer, given: string): Promise<JobView> {
    const { id } = await this.job(viewer, given);
    await this.jobs.cancel(id);
    return this.job(viewer, id);
  }

  /** What it made. @throws NotFound also where there is nothing yet · NotAllowed for who may not read what it is about any more */
  async file(viewer: AppViewer, given: string): Promise<{ file: FileRow; name: string }> {
    const { file: made, kind, payload } = await this.job(viewer, given);
    await this.readers.must(viewer, kind, payload);
    const file = made && (await this.files.read(made.sha256));
    if (!made || !file) throw new NotFound('file');
    return { file, name: made.name };
  }
}

/** The job as its asker reads it. */
export function presentJob(viewer: AppViewer, view: JobView): JobModel {
  const { id, kind, state, done, total, message, file } = view;
  return {
    ...{ view, id, state, done, total },
    title: viewer.say(`job.kind.${kind}`),
    message: message !== null && isSaid(message) ? viewer.say(message) : null,
    file: file && { ...file, path: `/jobs/${id}/file` },
  };
}

function isSaid(message: string): message is JobStep | JobReason {
  return /^job\.(step|reason)\./.test(message) && isMessageCode(message);
}

/** Held today: who has left a body fetches nothing that was made for it. */
function sitsIn({ seats, today }: AppViewer, { body }: JobView): boolean {
  return seats.some((seat) => seat.body === body && seat.from <= today && (seat.to === null || today <= seat.to));
}
