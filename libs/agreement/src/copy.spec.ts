import { brandId, type SectionId } from '@enig/kernel';
import { checkCopy } from './copy';
import type { Draft, DraftSection } from './freeze';

function chapter(title: string, isUnreadable = false): DraftSection {
  return {
    ...{ id: brandId<SectionId>(`section ${title}`), kind: 'chapter', title, strand: null, covers: null },
    ...{ coordinators: [], hasEasyRead: false, isUnreadable, isEmpty: true, danglingReferences: [] },
    ...{ goals: [], themes: [], actions: [] },
  };
}

function draft(...sections: DraftSection[]): Draft {
  return { act: 'agreement', parts: [{ kind: 'steeringAgreement', sections }], parties: [] };
}

describe('AG-26 an agreement is not copied while one of its texts cannot be read', () => {
  it.each([
    ['without a section', draft(), null],
    ['whose texts can all be read, empty or not', draft(chapter('Takster'), chapter('')), null],
    ['with one that cannot', draft(chapter('Takster'), chapter('Frister', true)), 'Frister'],
    ['with two that cannot, naming the first', draft(chapter('Pris', true), chapter('Frister', true)), 'Pris'],
  ])('one %s', (_, original, title) => {
    expect(checkCopy(original)).toEqual(
      title === null
        ? { ok: true, value: null }
        : { ok: false, error: { code: 'AG-26-COPY-UNREADABLE', section: `section ${title}`, title } },
    );
  });
});
