import { act, render, screen, waitFor } from '@testing-library/react';
import * as Y from 'yjs';
import { UiProvider } from '../ui-provider';
import { CaseEditor, caseFieldId } from './case-editor';

const LABELS = {
  ...{ title: 'Overskrift', summary: 'Resumé', case: 'Sagsfremstilling', recommendation: 'Indstilling' },
  ...{ economy: 'Økonomi', hearing: 'Høring', legal: 'Lovgrundlag', kle: 'KLE-emne' },
} as const;

async function show(): Promise<void> {
  render(
    <UiProvider locale="da">
      <CaseEditor doc={new Y.Doc()} />
    </UiProvider>,
  );
  // The editor's own code comes after the page.
  await act(async () => void (await import('../editor/prose-editor')));
}

/** As the browser does when a link to it is followed. */
const goTo = (field: keyof typeof LABELS) => act(() => document.getElementById(caseFieldId(field))?.focus());
const standsIn = (name: string) => document.activeElement === screen.getByRole('textbox', { name });

describe('a case that is written', () => {
  it.each(Object.entries(LABELS))('AP-34 a link to its field %s leads into the words', async (field, name) => {
    await show();
    goTo(field as keyof typeof LABELS);
    await waitFor(() => expect(standsIn(name)).toBe(true));
  });

  it('AP-34 leads into the editor where somebody is writing already', async () => {
    await show();
    goTo('economy');
    await screen.findByRole('toolbar', { name: /Økonomi/ });
    await waitFor(() => expect(standsIn('Økonomi')).toBe(true));
    goTo('title');
    expect(standsIn('Overskrift')).toBe(true);
    goTo('economy');
    expect(standsIn('Økonomi')).toBe(true);
  });

  it('leaves focus where it is given to something in the field', async () => {
    await show();
    goTo('economy');
    await waitFor(() => expect(standsIn('Økonomi')).toBe(true));
    const toolbar = await screen.findByRole('toolbar', { name: /Økonomi/ });
    const tool = toolbar.querySelector<HTMLElement>('button');
    act(() => tool?.focus());
    expect(document.activeElement).toBe(tool);
  });
});
