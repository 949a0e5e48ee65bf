import { defineConfig } from 'vite';

/** The browser's part: hashed files and a manifest in dist/assets, which the server reads once and serves. */
export default defineConfig({
  base: '/assets/',
  publicDir: 'client/public',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist/assets',
    emptyOutDir: true,
    assetsDir: '',
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        entry: 'client/src/entry.tsx',
        styles: 'client/src/styles.css',
        desk: 'client/src/desk/entry.tsx',
        'desk-styles': 'client/src/desk/desk.css',
      },
    },
  },
});
