import { SkipLink, UiProvider } from '../src';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { FocusAreaPage } from './focus-area-page';
import { PartsPage } from './parts-page';
import { ReadPage } from './read-page';
import { ResponsePage } from './response-page';

const PAGES = { parts: PartsPage, focus: FocusAreaPage, read: ReadPage, response: ResponsePage } as const;
const wanted = new URLSearchParams(location.search).get('page');
const Shown = PAGES[wanted === 'focus' || wanted === 'read' || wanted === 'response' ? wanted : 'parts'];
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <UiProvider locale="da">
        <SkipLink />
        <Shown />
      </UiProvider>
    </StrictMode>,
  );
}
