import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const lib = (name: string) => fileURLToPath(new URL(`../../libs/${name}/src/index.ts`, import.meta.url));
const libs = ['kernel', 'hearing', 'approval', 'agreement', 'access', 'text', 'messages', 'ui'];

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  resolve: {
    alias: Object.fromEntries(libs.map((name) => [`@enig/${name}`, lib(name)])),
    // Two copies of any of these break `instanceof` silently.
    dedupe: [
      'yjs',
      'lib0',
      'react',
      'react-dom',
      '@tiptap/core',
      '@tiptap/pm',
      'prosemirror-model',
      'prosemirror-state',
    ],
  },
  build: {
    outDir: fileURLToPath(new URL('../../dist/apps/web', import.meta.url)),
    emptyOutDir: true,
    // The content security policy allows no data: scripts or fonts.
    assetsInlineLimit: 0,
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '^/(graphql|collab|auth|files|versions|text-versions|healthz|readyz)': {
        target: 'http://localhost:3000',
        ws: true,
      },
    },
  },
});
