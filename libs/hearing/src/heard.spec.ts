import { brandId, sha256, type SectionId, type Sha256, type VersionHash } from '@enig/kernel';
import fc from 'fast-check';
import {
  documentBytes,
  documentHash,
  missingEasyRead,
  settleHeard,
  tidyDocument,
  type Heard,
  type HeardDocument,
} from './heard';

const version = brandId<VersionHash>('a'.repeat(64));
const section = (digit: number): SectionId => brandId(`${digit}1111111-1111-4111-8111-111111111111`);
const [one, two, three] = [section(1), section(2), section(3)];
const areas = [one, two, three].map((id) => ({ section: id, hasEasyRead: true }));
const report: HeardDocument = { title: 'Rapport', text: 'Om boliger.', easyRead: 'Om at bo.', files: [] };
const file = { name: 'rapport.pdf', sha256: brandId<Sha256>('b'.repeat(64)), size: 7 };
const sectionsOf = (heard: Heard) => {
  const settled = settleHeard(heard);
  if (!settled.ok) throw new Error(settled.error.code);
  return settled.value.sections;
};

describe('HE-23 focus areas of the version are heard, all or some', () => {
  it('all where none are chosen, and none of a version without focus areas', () => {
    expect(sectionsOf({ kind: 'version', version, areas, chosen: null })).toEqual([one, two, three]);
    expect(sectionsOf({ kind: 'version', version, areas: [], chosen: null })).toEqual([]);
  });

  it('property: those chosen, each once, in the version’s order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(one, two, three), { minLength: 1, maxLength: 9 }), (chosen) => {
        const sections = sectionsOf({ kind: 'version', version, areas, chosen });
        expect(sections).toEqual([one, two, three].filter((id) => chosen.includes(id)));
      }),
    );
  });

  it('refuses nothing, and what is not in the version', () => {
    expect(settleHeard({ kind: 'version', version, areas, chosen: [] })).toEqual({
      ok: false,
      error: { code: 'HE-23-NOTHING-CHOSEN' },
    });
    expect(settleHeard({ kind: 'version', version, areas, chosen: [one, section(9)] })).toEqual({
      ok: false,
      error: { code: 'HE-23-NOT-IN-THE-VERSION', section: section(9) },
    });
  });
});

describe('HE-24 nothing is heard without its easy-read version', () => {
  const heard = (easy: readonly SectionId[], chosen: readonly SectionId[] | null): Heard => ({
    ...{ kind: 'version', version, chosen },
    areas: areas.map(({ section: id }) => ({ section: id, hasEasyRead: easy.includes(id) })),
  });

  it('property: exactly the focus areas that are heard and have none are named', () => {
    const some = fc.subarray([one, two, three]);
    fc.assert(
      fc.property(some, fc.subarray([one, two, three], { minLength: 1 }), (easy, chosen) => {
        const lacking = chosen.filter((id) => !easy.includes(id));
        const missing = missingEasyRead(heard(easy, chosen), chosen);
        expect(missing).toEqual(lacking.length === 0 ? null : { code: 'HE-24-WITHOUT-EASY-READ', sections: lacking });
      }),
    );
  });

  it('nor a document, also where its easy-read text is only blank', () => {
    expect(missingEasyRead({ kind: 'document', document: report }, [])).toBeNull();
    expect(missingEasyRead({ kind: 'document', document: { ...report, easyRead: ' \n' } }, [])).toEqual({
      code: 'HE-24-DOCUMENT-WITHOUT-EASY-READ',
    });
  });
});

describe('HE-25 a document has a title, something to read, and a hash', () => {
  const settled = (over: Partial<HeardDocument>) => settleHeard({ kind: 'document', document: { ...report, ...over } });

  it('refuses one without a title or anything to read', () => {
    expect(settled({ title: ' ' })).toEqual({ ok: false, error: { code: 'HE-25-DOCUMENT-WITHOUT-TITLE' } });
    expect(settled({ text: '' })).toEqual({ ok: false, error: { code: 'HE-25-DOCUMENT-EMPTY' } });
    expect(settled({ text: '', files: [file] })).toMatchObject({ ok: true, value: { sections: [] } });
  });

  it('is known by the SHA-256 of its canonical bytes, whatever order its fields came in', () => {
    const hash = documentHash(report);
    expect(settled({})).toEqual({ ok: true, value: { subject: { kind: 'document', document: hash }, sections: [] } });
    const { title, text, easyRead, files } = report;
    expect(documentHash({ files, easyRead, text, title })).toBe(hash);
    expect(hash).toBe(sha256(documentBytes(report)));
    expect(new TextDecoder().decode(documentBytes({ ...report, files: [file] }))).toBe(
      `{"easyRead":"Om at bo.","files":[{"name":"rapport.pdf","sha256":"${'b'.repeat(64)}","size":7}],"text":"Om boliger.","title":"Rapport"}`,
    );
  });

  it('property: any change of words or files is another document, blanks around them are not', () => {
    const words = fc.string({ minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const [first, second] = [documentHash({ ...report, text: before }), documentHash({ ...report, text: after })];
        expect(first === second).toBe(before.trim() === after.trim());
        expect(documentHash({ ...report, text: ` ${before}\n` })).toBe(first);
        expect(tidyDocument(tidyDocument({ ...report, text: before }))).toEqual(
          tidyDocument({ ...report, text: before }),
        );
      }),
    );
    expect(documentHash({ ...report, files: [file] })).not.toBe(documentHash(report));
  });
});
