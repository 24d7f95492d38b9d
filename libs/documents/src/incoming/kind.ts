import { FileRefusal, type FileKind } from './inspected';

/** What a file is by its first bytes. A container is a Word file only if what is inside says so. */
export type Container = 'pdf' | 'zip' | 'compound' | 'unknown';

/** How far into a file a PDF may begin: readers allow some bytes before it. */
const PDF_WITHIN = 1024;

/** What a file is, by its content and never by its name. */
export function containerOf(bytes: Uint8Array): Container {
  const begins = (signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte);
  if (Buffer.from(bytes.subarray(0, PDF_WITHIN)).includes('%PDF-')) return 'pdf';
  if (begins([0x50, 0x4b, 0x03, 0x04]) || begins([0x50, 0x4b, 0x05, 0x06])) return 'zip';
  return begins([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) ? 'compound' : 'unknown';
}

/** What a name says a file is: null where it says nothing. */
export function kindNamed(name: string): FileKind | 'macros' | 'oldWord' | 'other' | null {
  const ending = /\.([a-z0-9]{1,8})$/iu.exec(name.trim())?.[1]?.toLowerCase();
  switch (ending) {
    case undefined:
      return null;
    case 'pdf':
      return 'pdf';
    case 'docx':
      return 'word';
    case 'docm':
    case 'dotm':
      return 'macros';
    case 'doc':
    case 'dot':
      return 'oldWord';
    default:
      return 'other';
  }
}

/** Refuses a file that is something else than its name says. A name without an ending says nothing. */
export function mustBeAsNamed(kind: FileKind, name: string): void {
  const named = kindNamed(name);
  if (named !== null && named !== kind) throw new FileRefusal('HE-45-FILE-NOT-AS-NAMED');
}

/** Why what is neither is refused: a Word file with a password, one of the old kind, or something else altogether. */
export function refusalOfOther(bytes: Uint8Array, container: Container, name: string): FileRefusal {
  if (container === 'compound' && holds(bytes, 'EncryptedPackage')) return new FileRefusal('HE-45-FILE-ENCRYPTED');
  if (container === 'compound' && holds(bytes, 'WordDocument')) return new FileRefusal('HE-45-FILE-OLD-WORD');
  const named = kindNamed(name);
  return new FileRefusal(named === 'pdf' || named === 'word' ? 'HE-45-FILE-NOT-AS-NAMED' : 'HE-45-FILE-KIND-UNKNOWN');
}

/** Names in a compound file are UTF-16. */
function holds(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(name, 'utf16le'));
}
