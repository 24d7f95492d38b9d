import { ApprovalReads, FileStore, isForAll, RoundGround, ScreeningStore, type FileRow } from '@enig/data';
import type { InspectedFile } from '@enig/documents';
import { findPersonalNumbers, MAX_FILE_SIZE } from '@enig/hearing';
import { sha256, type DecisionId, type Sha256 } from '@enig/kernel';
import { NotAllowed, on } from '@enig/access';
import { formatList, wordRefusal } from '@enig/messages';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { AgreementsService } from '../agreement/agreements.service';
import { readBytes } from '../core/bytes';
import { BadInput, NotFound } from '../core/errors';
import { idOf } from '../core/ids';
import type { AppViewer } from '../core/viewer';
import { IncomingDocuments } from '../hearing/incoming-documents';
import { wordPlace } from '../screening/places';
import { readsHeldMinutes } from './minutes-shown';

const LONGEST_NAME = 200;

/** What somebody sends as minutes. */
export interface SentMinutes {
  readonly name: string;
  /** The SHA-256 the sender has of it; empty where it is not said. */
  readonly sha256: string;
  readonly body: Readable;
}

/** Minutes that are kept. */
export interface KeptMinutes {
  readonly sha256: Sha256;
  readonly name: string;
  readonly size: number;
  /** Why not everybody may read them, in words; null where they may. */
  readonly note: string | null;
}

/**
 * Minutes as files: sent in by who records decisions, looked through for personal numbers, and read by whoever may read
 * the agreement, or by the party's own people alone where something was found (AP-20).
 */
@Injectable()
export class MinutesService {
  constructor(
    private readonly files: FileStore,
    private readonly offers: RoundGround,
    private readonly incoming: IncomingDocuments,
    private readonly approvals: ApprovalReads,
    private readonly agreements: AgreementsService,
    private readonly screenings: ScreeningStore,
  ) {}

  /** Keeps a file once it is known to be the document its name says. @throws BadInput · TooLarge · NotAllowed */
  async add(viewer: AppViewer, sent: SentMinutes): Promise<KeptMinutes> {
    if (!recordsDecisions(viewer)) throw new NotAllowed('decide', 'Decision', 'noRight');
    const name = sent.name.trim();
    if (name === '' || name.length > LONGEST_NAME)
      throw new BadInput(viewer.say('api.empty', { field: viewer.say('api.field.fileName') }));
    mustHaveNoNumber(viewer, name);
    const bytes = await readBytes(sent.body, MAX_FILE_SIZE);
    if (bytes.length === 0) throw new BadInput(viewer.say('api.fileEmpty'));
    if (sent.sha256 !== '' && sent.sha256 !== sha256(bytes))
      throw new BadInput(wordRefusal(viewer.locale, { code: 'AP-20-MINUTES-NOT-THE-FILE' }));
    const inspected = await this.incoming.mustBeDocument(viewer, bytes, name);
    const kept = await this.files.add(bytes, 'application/octet-stream', viewer.person.id);
    await this.offers.offer(kept.sha256, viewer.person.id);
    await this.screenings.keepInspection(kept.sha256, inspected);
    return { ...kept, name, note: noteOn(viewer, name, inspected) };
  }

  /** The minutes of a decision. @throws NotFound · NotAllowed */
  async read(viewer: AppViewer, given: string): Promise<{ file: FileRow; name: string }> {
    const decision = await this.approvals.placeOf(idOf<DecisionId>(given, 'decision'));
    if (!decision) throw new NotFound('decision');
    const head = await this.agreements.view(viewer, decision.agreement);
    const { minutesFile, minutesName } = decision;
    if (minutesFile !== null && (await this.approvals.isHeldBack(minutesFile))) {
      const approval = await this.approvals.viewOf(head);
      if (!approval || !readsHeldMinutes(viewer, approval, decision)) throw new NotFound('file');
    }
    const file = minutesFile === null ? null : await this.files.read(minutesFile as Sha256);
    if (!file) throw new NotFound('file');
    return { file, name: minutesName ?? file.sha256 };
  }
}

/**
 * A file's name, and the address of minutes, are shown to all who see the decision.
 *
 * @throws BadInput where it looks like a personal number; `said` are the words for that.
 */
export function mustHaveNoNumber(
  viewer: Pick<AppViewer, 'say'>,
  shown: string,
  said: 'minutes.nameHasNumber' | 'minutes.linkHasNumber' = 'minutes.nameHasNumber',
): void {
  if (findPersonalNumbers(shown).length > 0) throw new BadInput(viewer.say(said));
}

/** What whoever sends minutes is told of them: where something that looks like a personal number stands, never which. */
function noteOn({ say, locale }: AppViewer, name: string, seen: InspectedFile): string | null {
  if (isForAll(seen)) return null;
  const { numbers, unread } = seen;
  const count = numbers.reduce((sum, each) => sum + each.count, 0);
  if (count > 0) {
    const found = numbers.map((each) => wordPlace(say, each));
    return say('minutes.numbers', { count, name, places: formatList(found, locale) });
  }
  const missed = unread
    .filter(({ why }) => why !== 'author')
    .map(({ why, number }) => wordPlace(say, { place: why, number }));
  return say('minutes.unread', { name, places: formatList(missed, locale) });
}

/** Whether the viewer records for anybody: for one of their parties, for a body, or what a party's minutes say. */
function recordsDecisions(viewer: AppViewer): boolean {
  return viewer.seats.some(({ region, party, body }) => {
    const subject = on.decision({ region, party, body: party === null ? body : null });
    return viewer.can('decide', subject) || viewer.can('enterOnBehalf', on.decision({ region, party, body: null }));
  });
}
