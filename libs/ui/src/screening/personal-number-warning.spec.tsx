import { emptyJson, GENERAL_ENTRY, seedUpdate } from '@enig/text';
import { act, render, screen } from '@testing-library/react';
import * as Y from 'yjs';
import { UiProvider } from '../ui-provider';
import { EntryNumberWarning } from './entry-number-warning';
import { PersonalNumberWarning } from './personal-number-warning';

const inDanish = (text: string) => (
  <UiProvider locale="da">
    <PersonalNumberWarning fields={[{ name: 'Jeres svar', id: 'svar', text }]} />
  </UiProvider>
);
const places = () => screen.queryAllByRole('link').map(({ textContent }) => textContent);
const said = () => screen.getByTestId('announcer').textContent;
/** As if what was said had been heard. */
const heard = () => {
  screen.getByTestId('announcer').textContent = '';
};

describe('HE-46 the warning to those who write', () => {
  it('says the lines with a personal number, once each, and never the number', () => {
    const { container } = render(inDanish('Kære sekretariat\n\nMin søn 010190-1234 og\n\n010290-1234, 010390-1234'));
    expect(places()).toEqual(['Jeres svar, linje 2', 'Jeres svar, linje 3']);
    expect(container.textContent).not.toMatch(/0[123]0\d90|1234/);
  });

  it('is said aloud when a number comes, and not each time a line is added above it', () => {
    const { rerender } = render(inDanish('Ring på 20 12 34 56.'));
    expect([places(), said()]).toEqual([[], '']);
    rerender(inDanish('0101901234'));
    expect(said()).toContain('ligner et CPR-nummer');
    expect(screen.queryByRole('status', { name: /CPR/ })).toBeNull();
    heard();
    rerender(inDanish('Kære alle\n\n0101901234'));
    expect([places(), said()]).toEqual([['Jeres svar, linje 2'], '']);
    rerender(inDanish('Kære alle\n\n0101901234 0102901234'));
    expect(said()).not.toBe('');
  });

  it('says in English what is read in English, and does not claim that anything is saved', () => {
    const { container } = render(
      <UiProvider locale="en">
        <PersonalNumberWarning fields={[{ name: 'Your answer', id: 'svar', text: '0101901234' }]} />
      </UiProvider>,
    );
    expect(places()).toEqual(['Your answer, line 1']);
    expect(container.textContent).not.toMatch(/saved/);
  });
});

describe('HE-46 the warning beside an entry of an answer', () => {
  it('names the field it is in, also the minority’s, and goes when it is taken out', () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, seedUpdate(emptyJson('hearing-response', []), 1));
    render(
      <UiProvider locale="da">
        <EntryNumberWarning doc={doc} entry={{ id: GENERAL_ENTRY, title: 'Bemærkninger i øvrigt' }} />
      </UiProvider>,
    );
    const paragraph = (text: Y.XmlText) => {
      const made = new Y.XmlElement('paragraph');
      made.insert(0, [text]);
      return made;
    };
    const words = new Y.XmlText('Min søn 010190-1234');
    act(() => doc.getXmlFragment('general').insert(0, [paragraph(new Y.XmlText('Kære alle'))]));
    expect(places()).toEqual([]);
    act(() => doc.getXmlFragment('minority').insert(0, [paragraph(words)]));
    expect(places()).toEqual(['Mindretalsudtalelse, linje 1']);
    expect(screen.getByRole('link').getAttribute('href')).toBe('#svar-minority');
    act(() => words.delete(8, 6));
    expect(places()).toEqual([]);
  });
});
