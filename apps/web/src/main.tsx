import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import './web.css';

const root = document.getElementById('enig');
if (!root) throw new Error('The page has no place for the application');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
