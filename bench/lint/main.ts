import { TerminalOutput } from '../../src/cli/output.js';
import { DEVELOPMENT } from './development.js';
import { HELD_OUT } from './held-out.js';
import { measure, type Measurement } from './measure.js';

/** `npm run measure:lint`: how well the lint meets statements labelled by hand, as a table or as `--json`. */
const parts = {
  development: measure(DEVELOPMENT),
  heldOut: measure(HELD_OUT),
  whole: measure([...DEVELOPMENT, ...HELD_OUT]),
};

const share = (value: number) => value.toFixed(2).padStart(9);

function table(title: string, { statements, clean, figures, misses }: Measurement): string {
  const rows = figures.map(
    ({ code, labels, wrong, precision, recall }) =>
      `${code.padEnd(22)}${String(labels).padStart(6)}${share(precision)}${share(recall)}${String(wrong).padStart(7)}`,
  );
  const head = `${'mark'.padEnd(22)}labels precision   recall  wrong`;
  return [
    `${title}: ${statements} statements, ${clean} of them without a mark`,
    head,
    ...rows,
    ...misses,
  ].join('\n');
}

const output = new TerminalOutput(process.argv.includes('--json'));
output.json(parts);
output.line(table('Development', parts.development));
output.line('');
output.line(table('Held out', parts.heldOut));
output.line('');
output.line(table('Whole', { ...parts.whole, misses: [] }));
