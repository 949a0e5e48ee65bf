import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** Lays a file as small as Brotli makes it beside each one: there is time for that here, and none at each request. */
export const compressed = (folder: string): Plugin => ({
  name: 'compressed',
  closeBundle() {
    for (const file of readdirSync(folder).filter((name) => /\.(js|css|svg|html)$/.test(name)))
      writeFileSync(join(folder, `${file}.br`), brotliCompressSync(readFileSync(join(folder, file))));
  },
});

/** The browser's part: hashed files and a manifest in dist/assets, which the server reads once and serves. */
export default defineConfig({
  base: '/assets/',
  publicDir: 'client/public',
  plugins: [compressed('dist/assets')],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist/assets',
    emptyOutDir: true,
    assetsDir: '',
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { entry: 'client/src/entry.tsx', styles: 'client/src/styles.css' } },
  },
});
