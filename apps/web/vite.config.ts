import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { preset } from '../../vite.preset';

/** The cuts of the font that pages written by the server use too, under names that it knows (libs/documents/src/html-style.ts). */
const SHARED = /^IBMPlexSans-\w+\.woff2$/;

export default defineConfig({
  ...preset,
  root: fileURLToPath(new URL('.', import.meta.url)),
  build: {
    ...preset.build,
    outDir: fileURLToPath(new URL('../../dist/apps/web', import.meta.url)),
    rollupOptions: {
      output: {
        assetFileNames: ({ names: [name = ''] }) =>
          SHARED.test(name) ? 'fonts/[name][extname]' : 'assets/[name]-[hash][extname]',
      },
    },
  },
  server: {
    ...preset.server,
    proxy: {
      '^/(graphql|collab|auth|files|versions|text-versions|submissions|laes|healthz|readyz)': {
        target: 'http://localhost:3000',
        ws: true,
      },
    },
  },
});
