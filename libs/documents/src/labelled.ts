import type { DocumentModel } from './model';

/**
 * A document with what its agreement must not be taken for, as "Demo", before all else.
 *
 * @param label null for what is as real as it looks.
 */
export function labelled(model: DocumentModel, label: string | null): DocumentModel {
  if (label === null) return model;
  return { ...model, blocks: [{ kind: 'paragraph', tone: 'note', runs: [{ text: label }] }, ...model.blocks] };
}
