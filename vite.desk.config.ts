import { defineConfig } from 'vite';
import publicPages, { compressed } from './vite.config.js';

/** The desk, built apart: what it shares with the public pages must not split those into more and smaller files. */
export default defineConfig({
  ...publicPages,
  base: '/assets/desk/',
  publicDir: false,
  plugins: [compressed('dist/assets/desk')],
  build: {
    ...publicPages.build,
    outDir: 'dist/assets/desk',
    rolldownOptions: {
      input: {
        entry: 'client/src/desk/entry.tsx',
        styles: 'client/src/styles.css',
        'desk-styles': 'client/src/desk/desk.css',
      },
    },
  },
});
