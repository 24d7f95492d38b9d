import { emptyJson, richFromPlain, toJson, writeInto, type HearingResponseJson } from '@enig/text';
import { UiProvider } from '@enig/ui';
import { fireEvent, render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import * as Y from 'yjs';
import { GoOn } from './response-entry';

const words = { sections: { 'f-1': richFromPlain('Tak.') } };
const none = { entries: { 'f-1': { noRemarks: true, ready: false } } };

function goOn(content: Partial<HearingResponseJson>, files: number, title: string | null = '2 Hjerneskade') {
  const doc = new Y.Doc();
  writeInto(doc, { ...emptyJson('hearing-response', ['f-1']), ...content });
  const element = <GoOn doc={doc} part="f-1" files={files} next={{ href: '/naeste', title }} />;
  const router = createMemoryRouter([
    { path: '/', element },
    { path: '/naeste', element: 'Næste del' },
  ]);
  render(
    <UiProvider locale="da">
      <RouterProvider router={router} />
    </UiProvider>,
  );
  return { doc, press: (name: string) => fireEvent.click(screen.getByRole('button', { name })) };
}

const isReady = (doc: Y.Doc) => toJson('hearing-response', doc).entries['f-1']?.ready === true;

describe('HE-34 the way on from a part', () => {
  it.each<[string, Partial<HearingResponseJson>, number]>([
    ['words', words, 0],
    ['a document', {}, 1],
    ['no remarks', none, 0],
  ])('makes it ready where it has %s', async (_, content, files) => {
    const { doc, press } = goOn(content, files);
    press('Klar, gå videre til 2 Hjerneskade');
    expect(await screen.findByText('Næste del')).toBeDefined();
    expect(isReady(doc)).toBe(true);
  });

  it.each<[string, string | null, string]>([
    ['the next', '2 Hjerneskade', 'Gå videre til 2 Hjerneskade'],
    ['the check', null, 'Se svaret igennem'],
  ])('only leads to %s where it says nothing: it stays not begun', async (_, title, name) => {
    const { doc, press } = goOn({}, 0, title);
    press(name);
    expect(await screen.findByText('Næste del')).toBeDefined();
    expect(isReady(doc)).toBe(false);
  });
});
