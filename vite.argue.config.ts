import { defineConfig } from 'vite';

/** The script and the style of the record that can be argued with: one of each in dist/argue, for the command line to inline. */
export default defineConfig({
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist/argue',
    emptyOutDir: true,
    assetsDir: '',
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: {
      transform: { define: { 'import.meta': '{}' } }, // an inline script has no address
      input: 'client/src/argue/entry.tsx',
      output: {
        format: 'iife',
        codeSplitting: false,
        entryFileNames: 'argue.js',
        assetFileNames: 'argue[extname]',
      },
    },
  },
});
