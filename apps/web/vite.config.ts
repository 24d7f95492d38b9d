import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { preset } from '../../vite.preset';

export default defineConfig({
  ...preset,
  root: fileURLToPath(new URL('.', import.meta.url)),
  build: { ...preset.build, outDir: fileURLToPath(new URL('../../dist/apps/web', import.meta.url)) },
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
