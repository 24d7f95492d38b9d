import type { Doc } from 'yjs';
import type { KeptEdit } from './copy-store';
import { areLetGo, giveUpCopy, letGoOfWords, presentCopy, setEditsAside, wordsId } from './giving-up';
import { LocalCopy } from './local-copy';
import type { PendingEdit } from './outbox';
import { unsavedIn } from './unsaved';
import { dropWords, isOnlyHere, type Place } from './words-set-aside';

/** Whose words are kept, and of which text. */
export type Kept = {
  readonly person: string;
  readonly text: string;
  /** Where the text is written; left out where it was opened by no page. */
  readonly place?: Place | undefined;
};

/** What this browser keeps of an open text: a copy until it is acknowledged, and the words that were refused. */
export class Keeping {
  private copy: LocalCopy | null = null;
  private isOver = false;
  /** Whether the text is closed to the person, so that its copy is to go. */
  private isToGo = false;
  private removed: Promise<void> | undefined;
  /** Of the words of this text that are set aside; null when there are none. */
  private setAside: string | null = null;
  /** The number of the last edit that was ever set aside, and of the last that the person then had or did not want. */
  private covered = 0;
  private released = 0;
  /** Whether there were words among what was refused: the rest can only be told of. */
  private hasWords = false;
  private place: Place | null;

  /** @param lost called when what is written from now on is no longer kept. */
  constructor(
    private readonly kept: Kept,
    private readonly doc: Doc,
    private readonly lost: () => void,
  ) {
    this.place = kept.place ?? null;
  }

  /** Puts what is kept into the document. @returns what of it was never acknowledged; it never fails. */
  async open(): Promise<readonly KeptEdit[]> {
    const { name } = presentCopy(this.kept.person, this.kept.text);
    const opened = await LocalCopy.open(name, this.doc, this.lost);
    this.copy = opened?.copy ?? null;
    if (this.isOver) this.copy?.close();
    else if (this.place) this.copy?.writtenAt(this.place);
    this.place ??= opened?.place ?? null;
    return this.isOver ? [] : (opened?.edits ?? []);
  }

  /** Whether what is here was once as the server had it, and so may be written in without the server. */
  get wasSynced(): boolean {
    return this.copy?.wasSynced ?? false;
  }

  /** Whether what is written here survives the page. */
  get isKeeping(): boolean {
    return this.copy?.isKeeping ?? false;
  }

  /** Whether words that were refused are set aside to be copied, also after the page, or have been copied. */
  get isSetAside(): boolean {
    return this.hasWords && this.mayForget;
  }

  /** Whether what was refused outlives the copy: not where the browser had no room to set it aside. */
  get mayForget(): boolean {
    return this.setAside === null || !isOnlyHere(this.kept.person, this.setAside);
  }

  /** Keeps an edit until it is acknowledged. */
  keep({ number, at, update }: PendingEdit): void {
    this.copy?.keep(number, at, update);
  }

  /** An edit that was kept before is in the outbox under this number. */
  recognise(number: number, { key }: KeptEdit): void {
    this.copy?.recognise(number, key);
  }

  /** These edits have been acknowledged. */
  settle(edits: readonly PendingEdit[]): void {
    this.copy?.settle(edits.map(({ number }) => number));
    // Whoever removed the copy under this page has set aside what was on its way.
    if (!this.isKeeping) for (const { at } of edits) dropWords(this.kept.person, wordsId(this.kept.text, at));
  }

  /** The document is as the server has it. */
  markSynced(at: number): void {
    this.copy?.markSynced(at);
  }

  /** What was not accepted, to be offered until it is copied or dismissed; not again when it has been. */
  keepWords(pending: readonly PendingEdit[]): void {
    const { person, text } = this.kept;
    this.hearOfRelease();
    const rest = pending.filter(({ number }) => number > this.released);
    const [first] = rest;
    if (!first) return;
    const { words, hasMore } = unsavedIn(this.doc, rest);
    if (words === '' && !hasMore) return;
    const { at } = first;
    const numbers = rest.map(({ number }) => number);
    this.setAside = wordsId(text, at);
    this.hasWords ||= words !== '';
    this.covered = Math.max(...numbers);
    const keys = this.copy?.keysOf(numbers) ?? [];
    setEditsAside(person, { id: this.setAside, text, place: this.place, at, words, hasMore }, keys);
  }

  /** The words are with the server after all. */
  accepted(): void {
    if (this.setAside !== null) dropWords(this.kept.person, this.setAside);
    this.setAside = null;
    this.hasWords = false;
    this.goIfMay();
  }

  /** The words are with the person. */
  releaseWords(): void {
    if (this.setAside === null) return;
    letGoOfWords(this.kept.person, this.setAside);
    this.setAside = null;
    this.released = this.covered;
    this.goIfMay();
  }

  /** The text is closed to the person: its copy goes as soon as what was refused outlives it, or is with them. */
  giveUp(): void {
    this.isToGo = true;
    this.goIfMay();
  }

  /** Ends keeping; what is kept stays for the next time. @returns when all is done that was asked for. */
  async close(): Promise<void> {
    this.hearOfRelease();
    this.goIfMay();
    this.isOver = true;
    this.copy?.close();
    await this.removed;
  }

  /** Ends keeping and removes the copy. Words that were set aside stay, and those of other tabs are set aside. */
  forget(): Promise<void> {
    this.isOver = true;
    const { copy } = this;
    copy?.close();
    if (copy) this.removed ??= giveUpCopy(presentCopy(this.kept.person, this.kept.text), (key) => copy.holds(key));
    return Promise.resolve(this.removed);
  }

  private goIfMay(): void {
    if (this.isToGo && this.mayForget) void this.forget();
  }

  /** They may have been copied or dismissed elsewhere than where the text is written. */
  private hearOfRelease(): void {
    if (this.setAside !== null && areLetGo(this.kept.person, this.setAside)) this.releaseWords();
  }
}
