#!/usr/bin/env node
import { existsSync } from 'node:fs';
import process from 'node:process';
import { URL } from 'node:url';

/** In few files, which starts at once; else as compiled. */
const places = ['../dist/cli/main.js', '../dist/src/cli/main.js'];
const program = places.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(url));
if (program) {
  await import(program.href);
} else {
  process.stderr.write('hindcast: not built yet; run "npm run build" first\n');
  if (process.argv.includes('--json')) {
    const error = { type: 'about:blank', title: 'Not ready', status: 503, code: 'not_ready' };
    process.stdout.write(
      `${JSON.stringify({ error: { ...error, detail: 'Run "npm run build" first.' } })}\n`,
    );
  }
  process.exitCode = 1;
}
