import type { DocumentModel } from '@enig/documents';

/** What the serving thread asks the thread that makes files. Answered by the file's bytes. */
export interface DocumentJob {
  readonly make: FileFormat;
  readonly model: DocumentModel;
}

/** What a document can be fetched as. */
export type FileFormat = 'pdf' | 'docx';
