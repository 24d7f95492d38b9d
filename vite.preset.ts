import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';

const pathTo = (from: string, base: string | URL = import.meta.url) => fileURLToPath(new URL(from, base));
const libs = ['kernel', 'hearing', 'approval', 'agreement', 'access', 'text', 'messages', 'ui'];
const designSystem = pathToFileURL(createRequire(import.meta.url).resolve('dkfds'));

/** What every vite.config.ts starts from, so that the gallery shows the parts as the web app is built. */
export const preset = {
  plugins: [react()],
  resolve: {
    alias: {
      ...Object.fromEntries(libs.map((name) => [`@enig/${name}`, pathTo(`./libs/${name}/src/index.ts`)])),
      // The package names its script alone among its exports, so a style sheet cannot be found by name without this.
      'dkfds/dist/css/dkfds.min.css': pathTo('../css/dkfds.min.css', designSystem),
    },
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
    emptyOutDir: true,
    // The content security policy allows no data: scripts or fonts.
    assetsInlineLimit: 0,
  },
  server: { host: '127.0.0.1' },
} satisfies UserConfig;
