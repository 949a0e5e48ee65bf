import { basename } from 'node:path';
import { assembleReport, NO_DOUBT } from '../calibration/index.js';
import { Problem } from '../problems.js';
import type { CommandOutput } from './output.js';
import { reportText } from './report-text.js';
import { REFUSED_SHOWN, type ScoredFile, scoreFile } from './score-file.js';

export async function score(file: string, options: { json?: boolean }, output: CommandOutput): Promise<void> {
  const bar = output.progress(`Reading ${file}`);
  try {
    const scored = await scoreFile(file, (read, size) => bar.update(read, size));
    bar.stop();
    print(file, scored, options.json === true, output);
    output.exit(scored.refusedCount > 0 ? 2 : 0);
  } catch (error) {
    bar.stop();
    if (!(error instanceof Problem)) throw error;
    output.json({ error });
    output.note(error.detail);
    output.exit(1);
  }
}

function print(file: string, scored: ScoredFile, asJson: boolean, output: CommandOutput): void {
  const counted = scored.rows - scored.refusedCount;
  const report = assembleReport({
    selection: { text: `every row of ${basename(file)}`, file },
    tally: scored.tally,
    counts: {
      scenarios: counted,
      open: 0,
      overdue: 0,
      annulled: 0,
      withdrawn: 0,
      judged: 0,
      selfResolved: 0,
      resolvedEarly: 0,
      undated: 0,
    },
    doubt: NO_DOUBT,
    leadTime: [],
    terms: [],
  });
  const { rows, refusedCount, refused } = scored;
  if (asJson) {
    output.json({ ...report, rows, refusedCount, refused });
    return;
  }
  output.line(reportText(report));
  if (refusedCount === 0) return;
  output.note(`${refusedCount} of ${rows} rows were refused and are not counted:`);
  for (const { line, text, reason } of refused) output.note(`  line ${line}: ${reason}: ${text}`);
  if (refusedCount > REFUSED_SHOWN) output.note(`  … and ${refusedCount - REFUSED_SHOWN} more, not listed.`);
}
