import { TextDecoder } from 'node:util';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { FileRefusal } from './inspected';

/** What one XML part says: as it stands now, as it stood before tracked changes, and what no reader sees. */
export interface XmlWords {
  readonly now: string;
  /** With what was deleted and without what was put in; null where nothing was deleted. */
  readonly before: string | null;
  /** Field codes, names of authors, alternative texts, addresses. */
  readonly aside: string;
  /** Whether it says who has written, changed or commented it. */
  readonly isSigned: boolean;
}

/** Namespaces by the short name they usually have; a file may call them what it likes. */
const NAMESPACES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
};
/** Namespaces of layout around words: what stands in them is not read, and does not end a word. */
const LAYOUT =
  /^(http:\/\/schemas\.(microsoft\.com\/office\/|openxmlformats\.org\/(markup-compatibility|drawingml))|http:\/\/purl\.oclc\.org\/ooxml\/drawingml|urn:schemas-microsoft-com:)/;

/** Elements whose words run on into the next of their kind. */
const WORDS = new Set(['w:t', 'w:delText', 'a:t', 'm:t']);
const FIELD_CODES = new Set(['w:instrText', 'w:delInstrText']);
/** What ends a line, and what stands for a sign. */
const ENDS_LINE = new Set(['w:p', 'w:tr', 'a:p', 'a:br', 'w:br', 'w:cr']);
const SIGNS: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:ptab': '\t', 'w:noBreakHyphen': '-' };
const DELETED = new Set(['w:del', 'w:moveFrom']);
const INSERTED = new Set(['w:ins', 'w:moveTo']);
/** Attributes people's words stand in; numbers that programs give (ids, measures) are in others. */
const SAYING = new Set([
  ...['author', 'initials', 'descr', 'title', 'alt', 'target', 'instr', 'tooltip', 'displaytext', 'string', 'name'],
  ...['href', 'userid', 'alias', 'username'],
]);
/** Elements a file says in who has written it. */
const AUTHORS = new Set(['creator', 'lastModifiedBy']);
const SAYING_VALUE = new Set(['w:alias', 'w:tag', 'w:docVar', 'w:listItem', 'w:default', 'w:statusText', 'w:helpText']);

/**
 * Gathers the words of one XML part as it comes in, run by run: a number that is split over ten runs is one number. A
 * text box stands inside a paragraph and is read after it.
 */
export class XmlReader {
  private readonly parser = new SaxesParser({ xmlns: true });
  private readonly decoder: TextDecoder;
  private readonly open: string[] = [];
  private readonly boxes: { now: string[]; before: string[] }[] = [];
  private readonly done: { now: string[]; before: string[] } = { now: [], before: [] };
  private now: string[] = [];
  private before: string[] = [];
  private readonly aside: string[] = [];
  private isSigned = false;
  private isAuthor = false;
  private deletions = 0;
  private deleted = 0;
  private inserted = 0;

  /** @param start  the part's first bytes: they tell how it is encoded. */
  constructor(start: Uint8Array) {
    this.decoder = new TextDecoder(encodingOf(start));
    this.parser.on('error', () => {
      throw new FileRefusal('HE-45-FILE-DAMAGED');
    });
    this.parser.on('opentag', (tag) => this.enter(tag));
    this.parser.on('closetag', () => this.leave());
    this.parser.on('text', (text) => this.hear(text));
    this.parser.on('cdata', (text) => this.hear(text));
    this.parser.on('comment', (text) => void this.aside.push(text, '\n'));
  }

  /** The next bytes. */
  write(bytes: Uint8Array): void {
    this.parser.write(this.decoder.decode(bytes, { stream: true }));
  }

  /** That was all of them. */
  end(): XmlWords {
    this.parser.write(this.decoder.decode());
    this.parser.close();
    const now = [...this.done.now, ...this.now].join('');
    const before = [...this.done.before, ...this.before].join('');
    return { now, before: this.deletions > 0 ? before : null, aside: this.aside.join(''), isSigned: this.isSigned };
  }

  private enter(tag: SaxesTagNS): void {
    const name = nameOf(tag);
    this.open.push(name);
    if (this.open.length > DEEPEST) throw new FileRefusal('HE-45-FILE-DAMAGED');
    if (DELETED.has(name)) this.deleted += 1;
    if (INSERTED.has(name)) this.inserted += 1;
    if (name === 'w:txbxContent') {
      this.boxes.push({ now: this.now, before: this.before });
      [this.now, this.before] = [[], []];
    }
    this.isAuthor = AUTHORS.has(tag.local);
    const sign = SIGNS[name];
    if (sign !== undefined) this.say(sign);
    for (const { local, value } of Object.values(tag.attributes)) {
      if (local === 'author' && value.trim() !== '') this.isSigned = true;
      const isValue = SAYING_VALUE.has(name) && (local === 'val' || local === 'value');
      if (isValue || SAYING.has(local.toLowerCase())) this.aside.push(value, '\n');
    }
  }

  private leave(): void {
    const name = this.open.pop() ?? '';
    this.isAuthor = false;
    if (DELETED.has(name)) this.deleted -= 1;
    if (INSERTED.has(name)) this.inserted -= 1;
    if (ENDS_LINE.has(name) || name === FOREIGN) this.say('\n');
    if (name === 'w:tc') this.say('\t');
    if (name === 'w:txbxContent') this.leaveBox();
  }

  private leaveBox(): void {
    this.done.now.push(...this.now, '\n');
    this.done.before.push(...this.before, '\n');
    const around = this.boxes.pop();
    this.now = around?.now ?? [];
    this.before = around?.before ?? [];
  }

  private hear(text: string): void {
    const element = this.open.at(-1) ?? '';
    if (this.isAuthor && text.trim() !== '') this.isSigned = true;
    if (FIELD_CODES.has(element)) this.aside.push(text, '\n');
    else if (WORDS.has(element) || element === FOREIGN) this.say(text, this.deleted > 0 || element === 'w:delText');
  }

  private say(text: string, isDeleted = this.deleted > 0): void {
    if (isDeleted && text.trim() !== '') this.deletions += 1;
    if (!isDeleted) this.now.push(text);
    if (this.inserted === 0) this.before.push(text);
  }
}

/** Elements inside one another: no program nests a tenth of them, and each is dearer to read than the one around it. */
const DEEPEST = 1_000;

/** An element of a namespace that is neither Word's nor layout: whatever stands in it are words of its own. */
const FOREIGN = 'foreign';

function nameOf({ uri, local }: SaxesTagNS): string {
  const known = NAMESPACES[uri];
  if (known !== undefined) return `${known}:${local}`;
  return LAYOUT.test(uri) ? 'layout' : FOREIGN;
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  if (start[0] === 0x3c && start[1] === 0x00) return 'utf-16le';
  return start[0] === 0x00 && start[1] === 0x3c ? 'utf-16be' : 'utf-8';
}
