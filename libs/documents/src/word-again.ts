import { buffer } from 'node:stream/consumers';
import { fromBuffer, type Entry, type ZipFile as Opened } from 'yauzl';
import { ZipFile } from 'yazl';

/** What the zip format can say at the earliest; the files in a document have no moment of their own. */
const NO_MOMENT = new Date(1980, 0, 1);
/** How a relation to something outside is called where the library makes a name up. */
const MADE_UP = /Id="(rId[A-Za-z0-9_-]{12,})"/g;

/**
 * A Word file that is the same bytes each time the same is written: without the moment it was made, and with its relations
 * counted instead of named by chance. What is hashed with a case can be made again (LO-6).
 */
export async function sameEachTime(made: Buffer): Promise<Uint8Array> {
  const parts = await partsOf(made);
  const counted = new Map<string, string>();
  for (const [path, bytes] of parts)
    if (path.endsWith('.rels'))
      for (const [, id = ''] of bytes.toString('utf8').matchAll(MADE_UP)) counted.set(id, `rIdLink${counted.size + 1}`);
  const zip = new ZipFile();
  const options = { mtime: NO_MOMENT, compress: true, forceDosTimestamp: true };
  for (const [path, bytes] of parts) zip.addBuffer(without(path, bytes, counted), path, options);
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
}

/** Every file in it, in its order. */
function partsOf(made: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  return new Promise((done, failed) => {
    const parts = new Map<string, Buffer>();
    fromBuffer(made, { lazyEntries: true }, (refused, file) => {
      if (refused) return failed(refused);
      file.on('entry', (entry: Entry) => {
        unpacked(file, entry).then((bytes) => {
          parts.set(entry.fileName, bytes);
          file.readEntry();
        }, failed);
      });
      file.once('error', failed);
      file.once('end', () => done(parts));
      file.readEntry();
    });
  });
}

async function unpacked(file: Opened, entry: Entry): Promise<Buffer> {
  const stream = await new Promise<NodeJS.ReadableStream>((done, failed) =>
    file.openReadStream(entry, (refused, opened) => (refused ? failed(refused) : done(opened))),
  );
  return buffer(stream);
}

function without(path: string, bytes: Buffer, counted: ReadonlyMap<string, string>): Buffer {
  if (!/\.(xml|rels)$/.test(path)) return bytes;
  const text = bytes.toString('utf8').replaceAll(/\brId[A-Za-z0-9_-]{12,}/g, (id) => counted.get(id) ?? id);
  const isCore = path === 'docProps/core.xml';
  return Buffer.from(isCore ? text.replaceAll(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '') : text);
}
