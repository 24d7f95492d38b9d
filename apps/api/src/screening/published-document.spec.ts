import { instantOf } from '@enig/kernel';
import { createMessages } from '@enig/messages';
import { publishedDocument } from './published-document';

const at = instantOf(new Date('2027-03-01T12:00:00Z'));

/** What is published of a round on a report of a municipality's own. */
const own = {
  ...{ title: 'Ombygning af bostedet', heldBy: 'Slagelse Kommune', dueAt: at, publishedAt: at, answers: [] },
  ...{ nameOf: () => '', titleOf: () => null, sections: [], hrefOf: () => '' },
};

describe('HE-47 what is published', () => {
  it.each([
    ['da', 'Slagelse Kommune holdt høringen.'],
    ['en', 'Slagelse Kommune held the hearing.'],
  ] as const)('says who held the hearing (%s)', (locale, said) => {
    const { title, subtitle } = publishedDocument(createMessages(locale), own);
    expect(title).toContain('Ombygning af bostedet');
    expect(subtitle).toContain(said);
  });
});
