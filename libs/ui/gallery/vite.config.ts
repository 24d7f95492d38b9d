import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const lib = (name: string) => fileURLToPath(new URL(`../../${name}/src/index.ts`, import.meta.url));
const libs = ['kernel', 'hearing', 'approval', 'agreement', 'access', 'text', 'messages', 'ui'];

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [react()],
  resolve: {
    alias: Object.fromEntries(libs.map((name) => [`@enig/${name}`, lib(name)])),
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
    outDir: fileURLToPath(new URL('../../../dist/libs/ui/gallery', import.meta.url)),
    emptyOutDir: true,
    minify: false,
    assetsInlineLimit: 0,
  },
  server: { host: '127.0.0.1' },
});
