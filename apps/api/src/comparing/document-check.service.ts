import { NotAllowed, on } from '@enig/access';
import { checkConsistency, ofDocument, plainDocument, type PlainSlot } from '@enig/agreement';
import { RoundGround, type AgreementView } from '@enig/data';
import { findPersonalNumbers, lineAt } from '@enig/hearing';
import { isSha256 } from '@enig/kernel';
import { wordRefusal } from '@enig/messages';
import { Injectable } from '@nestjs/common';
import { AgreementsService } from '../agreement/agreements.service';
import type { AppViewer } from '../core/viewer';
import type { HeardDocumentInput } from '../hearing/round-inputs';
import { FileWarnings } from '../screening/file-warnings';
import type { DocumentCheckModel, DocumentFindingModel, DocumentField } from './document-check.models';

/** Most characters of a field that are looked through; a longer one is not taken when the round is opened. */
const MOST = 20_000;

/** A field somebody has written, with its name. */
interface Written {
  readonly field: Exclude<DocumentField, 'files'>;
  readonly text: string;
}

/**
 * Looks a document of its own through before it is heard: once the round is open everybody who is asked reads it, and it
 * cannot be corrected. Nothing of it is kept, and nothing stands in anybody's way.
 */
@Injectable()
export class DocumentCheckService {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly offers: RoundGround,
    private readonly files: FileWarnings,
  ) {}

  /** @throws NotFound · NotAllowed for who sends in no documents */
  async check(viewer: AppViewer, agreement: string, document: HeardDocumentInput): Promise<DocumentCheckModel> {
    const view = await this.agreements.view(viewer, agreement);
    const { region } = view.row;
    if (!viewer.can('addFile', on.region({ region }))) throw new NotAllowed('addFile', 'Region', 'noRight');
    const fields = (['title', 'text', 'easyRead'] as const).map((field): Written => {
      return { field, text: document[field].slice(0, MOST) };
    });
    const findings = [
      ...numbersIn(viewer, fields),
      ...(await this.inFiles(viewer, document)),
      ...inconsistenciesIn(viewer, view, fields),
    ];
    return { findings };
  }

  /** What was seen in the files when they came in; of those alone that the viewer has sent in. */
  private async inFiles(viewer: AppViewer, { files }: HeardDocumentInput): Promise<DocumentFindingModel[]> {
    const told = await Promise.all(
      files.map(async (file) => {
        const isTheirs = isSha256(file.sha256) && (await this.offers.offered(file.sha256, viewer.person.id)) !== null;
        return isTheirs ? this.files.of(viewer, file) : [];
      }),
    );
    return told.flat().map((message) => ({ field: 'files', message, start: null, end: null }));
  }
}

/** Personal numbers, and where; never which. */
function numbersIn({ say }: AppViewer, fields: readonly Written[]): DocumentFindingModel[] {
  return fields.flatMap(({ field, text }) =>
    findPersonalNumbers(text).map(({ start, end }) => {
      const message = say('documentCheck.number', { line: lineAt(text, start) });
      return { field, message, start, end };
    }),
  );
}

function inconsistenciesIn(
  { say, locale }: AppViewer,
  { parties, row }: AgreementView,
  fields: readonly Written[],
): DocumentFindingModel[] {
  const slots = fields.map(({ field, text }): PlainSlot => ({ path: [field], text }));
  const years = { from: Number(row.periodFrom.slice(0, 4)), to: Number(row.periodTo.slice(0, 4)) };
  const named = parties.map(({ party, name }) => ({ id: party, name }));
  return ofDocument(checkConsistency(plainDocument(slots, named, years))).flatMap((finding) => {
    const written = fields.find(({ field }) => field === finding.path[0]);
    if (!written) return [];
    const { start, end } = finding;
    const line = lineAt(written.text, start);
    const message = say('documentCheck.at', { line, message: wordRefusal(locale, finding) });
    return [{ field: written.field, message, start, end }];
  });
}
