import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { preset } from '../../../vite.preset';

export default defineConfig({
  ...preset,
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  build: {
    ...preset.build,
    outDir: fileURLToPath(new URL('../../../dist/libs/ui/gallery', import.meta.url)),
    minify: false,
  },
});
