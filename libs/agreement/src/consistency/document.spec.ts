import { checkConsistency } from './check';
import { ofDocument, plainDocument } from './document';
import { agreementOf } from './test-plain';

function found(text: string, easyRead = ''): string[] {
  const { parties, years } = agreementOf();
  const slots = [
    { path: ['text'], text },
    { path: ['easyRead'], text: easyRead },
  ];
  const all = ofDocument(checkConsistency(plainDocument(slots, parties, years)));
  return all.map(({ code, path, words }) => `${path.join('.')} ${code}: ${words}`);
}

describe('HE-25 a document of its own is looked through before it is heard', () => {
  it('for days, names, and what stands twice, also between the text and the easy-read one', () => {
    expect(found('Mødet er fredag den 31. april 2027.')).toEqual(['text AG-31-NO-SUCH-DAY: fredag den 31. april 2027']);
    expect(found('Det gælder i Odsherred Kommune.', 'Du kan bo i Odherred, hvis du vil.')).toEqual([
      'easyRead AG-32-TWO-SPELLINGS: Odherred',
    ]);
    const long = 'Prisen for en plads skal dække alle de udgifter, der hører til tilbuddet, og den fastsættes om året.';
    expect(found(`${long}\n\nNoget andet står her.\n\n${long}`)).toHaveLength(1);
  });

  it('not for what only an agreement has: its focus areas, chapters and annexes', () => {
    const text = 'De fem fokusområder står i kapitel 9. Se bilag 7 og fokusområde 12.';
    const { parties, years } = agreementOf();
    const plain = plainDocument([{ path: ['text'], text }], parties, years);
    expect(checkConsistency(plain).length).toBeGreaterThan(0);
    expect(found(text)).toEqual([]);
  });
});
