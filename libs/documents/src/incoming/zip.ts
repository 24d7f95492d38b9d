import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { FILE_LIMITS, FileRefusal } from './inspected';
import type { Reading } from './reading';

/** How many times its packed size an entry may be, once it is large enough for the number to mean something. */
const MAX_RATIO = 400;
const RATIO_FROM = 4 * 1024 * 1024;

/** A container that has been opened: the names of its entries, and each of them to read. */
export interface Zip {
  readonly entries: readonly Entry[];
  /** Unpacks an entry piece by piece; refuses as soon as it is more than it may be. */
  read(entry: Entry): AsyncIterable<Uint8Array>;
}

/**
 * Opens a container without unpacking anything. Refuses what says it unpacks to too much, has too many entries or is
 * encrypted; damaged is what does not hold together.
 */
export async function openZip(bytes: Uint8Array, reading: Reading): Promise<Zip> {
  const file = await opened(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (file.entryCount > FILE_LIMITS.entries) throw new FileRefusal('HE-45-FILE-TOO-MANY-PARTS');
  const entries = await entriesOf(file);
  if (entries.some((entry) => entry.isEncrypted())) throw new FileRefusal('HE-45-FILE-ENCRYPTED');
  const said = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (said > FILE_LIMITS.unpackedBytes || entries.some(isBomb)) throw new FileRefusal('HE-45-FILE-UNPACKS-TOO-LARGE');
  return { entries, read: (entry) => unpack(file, entry, reading) };
}

function isBomb({ uncompressedSize, compressedSize }: Entry): boolean {
  return uncompressedSize > RATIO_FROM && uncompressedSize > compressedSize * MAX_RATIO;
}

function opened(bytes: Buffer): Promise<ZipFile> {
  return new Promise((done, failed) => {
    fromBuffer(bytes, { lazyEntries: true, autoClose: false, strictFileNames: false }, (error, file) =>
      error ? failed(new FileRefusal('HE-45-FILE-DAMAGED')) : done(file),
    );
  });
}

function entriesOf(file: ZipFile): Promise<Entry[]> {
  return new Promise((done, failed) => {
    const entries: Entry[] = [];
    file.on('entry', (entry: Entry) => {
      entries.push(entry);
      file.readEntry();
    });
    file.once('error', () => failed(new FileRefusal('HE-45-FILE-DAMAGED')));
    file.once('end', () => done(entries));
    file.readEntry();
  });
}

async function* unpack(file: ZipFile, entry: Entry, reading: Reading): AsyncIterable<Uint8Array> {
  const stream = await new Promise<NodeJS.ReadableStream>((done, failed) =>
    file.openReadStream(entry, (error, opening) =>
      error ? failed(new FileRefusal('HE-45-FILE-DAMAGED')) : done(opening),
    ),
  );
  let size = 0;
  try {
    for await (const chunk of stream) {
      const piece = chunk as Uint8Array;
      size += piece.length;
      if (size > FILE_LIMITS.entryBytes) throw new FileRefusal('HE-45-FILE-UNPACKS-TOO-LARGE');
      reading.spend(piece.length);
      yield piece;
    }
  } catch (error) {
    throw error instanceof FileRefusal ? error : new FileRefusal('HE-45-FILE-DAMAGED');
  }
}

/** A whole entry; for those that are small or must be read at once. */
export async function readWhole(zip: Zip, entry: Entry): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of zip.read(entry)) pieces.push(piece);
  return Buffer.concat(pieces);
}
