import { publishedPath } from '../published-agreement/published-document';
import { jsonBytes, type BundleAt, type BundlePiece } from './pieces';

/** That the agreement was concluded and published, and to whom it was sent when; nothing while neither is so (AG-37). */
export async function* noticePieces({ record, say }: BundleAt): AsyncIterable<BundlePiece> {
  const { publication, notices, view } = record;
  if (!publication) return;
  const { id } = view.row;
  const { version, at, person, body, capacity } = publication;
  const path = publishedPath(id);
  const sent = notices.map(({ sentOn, recipient, journalNumber, ...by }) => {
    return { sentOn, recipient, journalNumber, at: by.at, person: by.person, body: by.body, capacity: by.capacity };
  });
  const said = {
    format: 'enig-notices/1',
    agreement: id,
    publication: { version, path, at, person, body, capacity },
  };
  yield {
    ...{ path: 'notices.json', bytes: jsonBytes({ ...said, sent }) },
    ...{ name: say('bundle.file.notices'), under: say('bundle.group.notices') },
  };
}
