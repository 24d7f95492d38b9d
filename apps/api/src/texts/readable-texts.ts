import type { Access } from '@enig/collab';
import { TextContents, TextRights } from '@enig/data';
import type { TextId } from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import { AgreementsService } from '../agreement/agreements.service';
import { NotFound } from '../core/errors';
import type { AppViewer } from '../core/viewer';
import { TextPlaces, type TextPlace } from './text-places';

/** Texts as the viewer may open them. */
@Injectable()
export class ReadableTexts {
  constructor(
    private readonly rights: TextRights,
    private readonly texts: TextContents,
    private readonly agreements: AgreementsService,
    private readonly places: TextPlaces,
  ) {}

  /** What the viewer may do in a text now, as the socket would say. */
  async access(viewer: AppViewer, text: TextId): Promise<Access> {
    const who = { person: viewer.person.id, session: viewer.session };
    const [access] = await viewer.remember(`access ${text}`, () => this.rights.of([{ who, text }]));
    if (!access) throw new Error('Rights gave no answer');
    return access;
  }

  /** A text the viewer may read. @throws NotFound also for one they may not. */
  async place(viewer: AppViewer, text: TextId): Promise<TextPlace> {
    if ((await this.access(viewer, text)).mode === 'none') throw new NotFound('text');
    const row = await viewer.remember(`text ${text}`, () => this.texts.text(text));
    const view = row && (await this.agreements.view(viewer, row.agreement));
    const place = view && (await this.places.of(viewer, view, text));
    if (!place) throw new NotFound('text');
    return place;
  }
}
