import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The cuts of IBM Plex Sans that are used: roman and italic, normal and bold. */
const CUTS = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];
/** Unicode's characters beyond the first 65,536 are in tables of this form only. */
const [SEGMENTS, GROUPS] = [4, 12];

/** The fonts a PDF is set in, and which characters they have. */
export class Fonts {
  readonly files: readonly Buffer[];
  private readonly covered: ReadonlySet<number>;

  constructor() {
    const { resolve } = createRequire(__filename);
    this.files = CUTS.map((cut) =>
      readFileSync(resolve(`@expo-google-fonts/ibm-plex-sans/${cut}/IBMPlexSans_${cut}.ttf`)),
    );
    const [first = new Set<number>(), ...others] = this.files.map(charactersOf);
    this.covered = new Set([...first].filter((point) => others.every((other) => other.has(point))));
  }

  /**
   * The words as they can be set: a PDF/UA must show every character it holds, so one that no cut has is named by its
   * number, as [U+6F22]; signs that only steer how text is laid out fall away.
   */
  settable(text: string): string {
    return text.normalize('NFC').replace(/[^\n\t -~]/gu, (character) => {
      const point = character.codePointAt(0) ?? 0;
      if (/[\p{Default_Ignorable_Code_Point}\p{Cf}]/u.test(character)) return '';
      if (this.covered.has(point)) return character;
      return /\p{Zs}/u.test(character) ? ' ' : `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`;
    });
  }
}

/** The characters a TrueType font has a picture of, as its table `cmap` tells. */
function charactersOf(font: Buffer): Set<number> {
  const table = tableAt(font, 'cmap');
  const found = new Set<number>();
  for (let index = 0; index < font.readUInt16BE(table + 2); index += 1) {
    const at = table + font.readUInt32BE(table + 8 + index * 8);
    const format = font.readUInt16BE(at);
    const ranges = format === SEGMENTS ? segments(font, at) : format === GROUPS ? groups(font, at) : [];
    for (const [from, to] of ranges) for (let point = from; point <= to; point += 1) found.add(point);
  }
  return found;
}

function tableAt(font: Buffer, name: string): number {
  const count = font.readUInt16BE(4);
  for (let entry = 12; entry < 12 + count * 16; entry += 16)
    if (font.toString('latin1', entry, entry + 4) === name) return font.readUInt32BE(entry + 8);
  throw new Error(`The font has no table ${name}`);
}

function* segments(font: Buffer, at: number): Generator<readonly [from: number, to: number]> {
  const bytes = font.readUInt16BE(at + 6);
  for (let offset = 0; offset < bytes; offset += 2) {
    const to = font.readUInt16BE(at + 14 + offset);
    const from = font.readUInt16BE(at + 16 + bytes + offset);
    if (from !== 0xffff) yield [from, to];
  }
}

function* groups(font: Buffer, at: number): Generator<readonly [from: number, to: number]> {
  const count = font.readUInt32BE(at + 12);
  for (let group = 0; group < count; group += 1) {
    const entry = at + 16 + group * 12;
    yield [font.readUInt32BE(entry), font.readUInt32BE(entry + 4)];
  }
}
