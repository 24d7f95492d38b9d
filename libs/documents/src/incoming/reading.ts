import { FILE_LIMITS, FileRefusal, type FilePart, type FilePlace, type UnreadPart } from './inspected';
import type { DrawnPage } from './paragraphs';

/** What is read of a file while it is read: parts, what could not be, and how much has been spent of what it may cost. */
export class Reading {
  readonly parts: FilePart[] = [];
  readonly unread: UnreadPart[] = [];
  /** The pages of a file that has pages, as they are drawn. */
  readonly pages: DrawnPage[] = [];
  private text = 0;
  private unpacked = 0;

  /** Keeps what a part says; nothing for one that says nothing. */
  add(place: FilePlace, number: number | null, text: string): void {
    if (text.trim() === '') return;
    this.text += text.length;
    if (this.text > FILE_LIMITS.text) throw new FileRefusal('HE-45-FILE-UNPACKS-TOO-LARGE');
    this.parts.push({ place, number, text });
  }

  /** Notes what nobody could read. */
  missed(why: UnreadPart['why'], number: number | null = null): void {
    if (this.unread.some((each) => each.why === why && each.number === number)) return;
    this.unread.push({ why, number });
  }

  /** Counts bytes as they are unpacked, whatever they were said to be. */
  spend(bytes: number): void {
    this.unpacked += bytes;
    if (this.unpacked > FILE_LIMITS.unpackedBytes) throw new FileRefusal('HE-45-FILE-UNPACKS-TOO-LARGE');
  }
}
