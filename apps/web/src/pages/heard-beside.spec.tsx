import { emptyJson, readRemarks, richFromPlain, writeInto } from '@enig/text';
import { UiProvider } from '@enig/ui';
import { fireEvent, render, screen, within } from '@testing-library/react';
import * as Y from 'yjs';
import { HeardBeside, heardIn } from './heard-beside';
import type { Round } from './hearing';

const SHA = 'ab'.repeat(32);
const section = {
  ...{ section: 'f-1', kind: 'focusArea', number: 1, title: 'Botilbud', part: 'frameworkAgreement', sha256: SHA },
  content: { ...emptyJson('chapter'), body: richFromPlain('Botilbud skal ligge nær. De skal være små.') },
  ...{ easyRead: { ...emptyJson('easy-read'), body: richFromPlain('Du skal bo tæt på.') }, url: '/x' },
};
const onVersion = { id: 'r-1', document: null, version: { hash: SHA, number: 1, sections: [section], annexes: [] } };
const document = {
  ...{ sha256: SHA, title: 'Ombygning af Bostedet', text: 'Huset bygges om. Det tager to år.\n\nDer bliver støj.' },
  ...{ easyRead: 'Dit hus bliver bygget om.', files: [{ name: 'plan.pdf', sha256: SHA, size: 2_000, url: '/plan' }] },
};
const onDocument = { id: 'r-2', version: null, document };

function show(round: object, part: string): Y.Doc {
  const doc = new Y.Doc();
  writeInto(doc, emptyJson('hearing-response', ['f-1']));
  const heard = heardIn(round as Round, part);
  if (!heard) throw new Error('Nothing is heard');
  render(
    <UiProvider locale="da">
      <HeardBeside heard={heard} part={{ id: part, title: 'Del', path: part }} doc={doc} mayWrite answer="jeres-svar" />
    </UiProvider>,
  );
  return doc;
}

const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));
const comment = (words: string) =>
  fireEvent.click(screen.getByRole('button', { name: `Kommentér »${words}«`, hidden: true }));

describe('HE-34 what is heard beside what is answered', () => {
  beforeEach(() => sessionStorage.clear());

  it('is read in full or easy-read, in the same place, and so in the next part', () => {
    show(onVersion, 'f-1');
    expect(screen.getByText(/Botilbud skal ligge nær/, { selector: 'p' })).toBeTruthy();
    choose('den letlæste udgave');
    expect(screen.queryByText(/Botilbud skal ligge nær/, { selector: 'p' })).toBeNull();
    expect(screen.getByText('Du skal bo tæt på.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Kommentér det markerede' })).toBeNull();
    show(onVersion, 'f-1');
    expect(screen.getAllByText('Du skal bo tæt på.')).toHaveLength(2);
  });

  it('can be commented on also while the easy-read one is shown: the comment is about the full text', () => {
    const doc = show(onVersion, 'f-1');
    choose('den letlæste udgave');
    comment('De skal være små.');
    expect(readRemarks(doc).comments).toMatchObject([
      { section: 'f-1', anchor: { version: SHA, exact: 'De skal være små.' } },
    ]);
  });

  it('is a municipality’s own document where that is what is heard, with its files, answered in general', () => {
    const doc = show(onDocument, 'general');
    const heard = within(screen.getByRole('region', { name: 'Teksten, I bliver spurgt om' }));
    expect(heard.getByText('Huset bygges om. Det tager to år.')).toBeTruthy();
    expect(heard.getByRole('link', { name: 'plan.pdf' }).getAttribute('href')).toBe('/plan');
    expect(heard.getByRole('link', { name: /Læs teksten på en side for sig/ }).getAttribute('href')).toBe('/laes/r-2');
    comment('Det tager to år.');
    expect(readRemarks(doc).comments).toMatchObject([
      { section: '', anchor: { version: SHA, path: ['body'], exact: 'Det tager to år.' } },
    ]);
    expect(screen.getByRole('textbox', { name: 'Kommentar 1 til »Det tager to år.«' })).toBeTruthy();
  });

  it('is the easy-read one alone, without comments, where a document is only files', () => {
    show({ ...onDocument, document: { ...document, text: ' ' } }, 'general');
    expect(screen.getByText('Dit hus bliver bygget om.')).toBeTruthy();
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.queryByText('Kommentarer til sætninger i teksten')).toBeNull();
  });

  it('is nothing for what is said about everything in an agreement', () => {
    expect(heardIn(onVersion as unknown as Round, 'general')).toBeNull();
  });
});
