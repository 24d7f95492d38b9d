import { instantFromMillis } from '@enig/kernel';
import { openZip } from './incoming/zip';
import { zipOf, type ZipEntry } from './zip-file';

const AT = instantFromMillis(Date.UTC(2027, 2, 14, 12, 30, 8));

async function* files(...names: string[]): AsyncGenerator<ZipEntry> {
  for (const path of names) yield { path, bytes: new TextEncoder().encode(`I ${path}: æøå`) };
}

describe('LO-6 a zip file', () => {
  it('is the same bytes of the same files, in whatever order they come', async () => {
    const one = await zipOf(files('b/2.json', 'a.txt', 'b/1.pdf'), AT);
    const other = await zipOf(files('a.txt', 'b/1.pdf', 'b/2.json'), AT);
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  it('is read by others, each file as it was', async () => {
    const bytes = await zipOf(files('b/2.json', 'a.txt'), AT);
    const reading = { spend: () => undefined } as never;
    const zip = await openZip(bytes, reading);
    expect(zip.entries.map(({ fileName, compressionMethod }) => [fileName, compressionMethod])).toEqual([
      ['a.txt', 0],
      ['b/2.json', 0],
    ]);
    expect(Buffer.from(bytes).toString('utf8')).toContain('I a.txt: æøå');
  });

  it.each([['æ.txt'], [''], ['a b.txt']])('refuses the path %j', async (path) => {
    await expect(zipOf(files(path), AT)).rejects.toThrow(RangeError);
  });

  it('has names as people write them where that is asked for, marked as such, and no others', async () => {
    const bytes = await zipOf(files('Sorø Kommune.pdf', 'a/Ærø.pdf'), AT, 'called');
    const zip = await openZip(bytes, { spend: () => undefined } as never);
    expect(zip.entries.map(({ fileName, generalPurposeBitFlag }) => [fileName, generalPurposeBitFlag & 0x800])).toEqual(
      [
        ['Sorø Kommune.pdf', 0x800],
        ['a/Ærø.pdf', 0x800],
      ],
    );
    for (const path of ['', 'a\u0000', 'A\u030A.pdf'])
      await expect(zipOf(files(path), AT, 'called')).rejects.toThrow(RangeError);
  });

  it('refuses two files in one place', async () => {
    await expect(zipOf(files('a.txt', 'a.txt'), AT)).rejects.toThrow('a.txt');
  });
});
