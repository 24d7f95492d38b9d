import type { JobKind } from '@enig/data';
import type { Json } from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import { NotFound } from '../core/errors';
import type { AppViewer } from '../core/viewer';

/** What a job was asked with, by name. */
export type JobPayload = Readonly<Record<string, Json | undefined>>;

/** Whether somebody may still read what a job is about. @throws NotFound · NotAllowed */
export type MayRead = (viewer: AppViewer, payload: JobPayload) => Promise<void>;

/** Where parts of the product say, by kind of job, who may fetch what it made. */
@Injectable()
export class JobReaders {
  private readonly byKind = new Map<JobKind, MayRead>();

  /** @throws Error where the kind has one already. */
  add(kind: JobKind, mayRead: MayRead): void {
    if (this.byKind.has(kind)) throw new Error(`Two say who may read ${kind}`);
    this.byKind.set(kind, mayRead);
  }

  /** @throws NotFound for a kind of which nobody says who may read it · NotAllowed */
  async must(viewer: AppViewer, kind: JobKind, payload: Json): Promise<void> {
    const mayRead = this.byKind.get(kind);
    if (!mayRead) throw new NotFound('file');
    await mayRead(viewer, isNamed(payload) ? payload : {});
  }
}

function isNamed(payload: Json): payload is { readonly [name: string]: Json } {
  return typeof payload === 'object' && payload !== null && !Array.isArray(payload);
}
