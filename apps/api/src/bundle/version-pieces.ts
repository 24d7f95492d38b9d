import type { BundledText, BundledVersion } from '@enig/data';
import { labelled, toHtml, versionDocument } from '@enig/documents';
import type { TextJson } from '@enig/text';
import { endingOf, textBytes, type BundleAt, type BundlePiece } from './pieces';

/** Every version: its manifest, its texts and annexes by their hashes, and the whole of it to be read. */
export async function* versionPieces(at: BundleAt): AsyncIterable<BundlePiece> {
  const { record, say } = at;
  const known = new Set<string>();
  for (const version of record.versions) {
    const { number, act } = version.row;
    const under = say('bundle.group.version', { number, act: say(`versionAct.${act}`) });
    yield* readPieces(at, version, under);
    for (const piece of texts(at, version, under)) {
      if (!known.has(piece.path)) yield piece;
      known.add(piece.path);
    }
  }
}

async function* readPieces(
  { ground, record, locale, signal, say }: BundleAt,
  { row, manifest, texts: all }: BundledVersion,
  under: string,
): AsyncIterable<BundlePiece> {
  const folder = `versions/${row.number}`;
  const contents = new Map<string, TextJson>(all.map(({ section, content }) => [section, content]));
  const version = { hash: row.hash, manifest, frozenAt: row.createdAt, texts: contents };
  const model = labelled(versionDocument(version, locale), record.view.row.label);
  yield { path: `${folder}/version.html`, bytes: textBytes(toHtml(model)), name: say('bundle.file.html'), under };
  for (const format of ['pdf', 'docx'] as const) {
    signal.throwIfAborted();
    const bytes = await ground.documents.make(format, model);
    yield { path: `${folder}/version.${format}`, bytes, name: say(`bundle.file.${format}`), under };
  }
  yield { path: `${folder}/manifest.json`, bytes: row.manifest, name: say('bundle.file.manifest'), under };
}

function* texts({ record, say }: BundleAt, version: BundledVersion, under: string): Iterable<BundlePiece> {
  const { manifest, row } = version;
  const titles = new Map<string, string>(
    manifest.parts.flatMap((part) =>
      part.texts.map(({ section, number, title }) => [section, number === null ? title : `${number} ${title}`]),
    ),
  );
  const titled = ({ section }: BundledText) => ({ title: titles.get(section) ?? '' });
  for (const text of version.texts) {
    const name = say('bundle.file.text', titled(text));
    yield { path: `texts/${text.sha256}.json`, bytes: text.bytes, name, under };
  }
  for (const text of version.companions) {
    const path = `versions/${row.number}/easy-read/${text.section}.json`;
    yield { path, bytes: text.bytes, name: say('bundle.file.easyRead', titled(text)), under };
  }
  for (const { number, title, sha256, fileName } of manifest.annexes) {
    const file = record.annexes.find((each) => each.sha256 === sha256);
    if (!file) throw new Error(`The annex ${sha256} is in the manifest and its file is not`);
    const path = `annexes/${sha256}${endingOf(fileName)}`;
    yield { path, bytes: file.bytes, name: say('bundle.file.annex', { number, title }), under };
  }
}
