import { basename } from 'node:path';
import type { Command } from 'commander';
import { assembleReport, groupsOf, NO_DOUBT, totalsOf } from '../calibration/index.js';
import { Problem } from '../problems.js';
import type { CommandOutput } from './output.js';
import { reportText } from './report-text.js';
import type { ScoredFile } from './score-file.js';
import { REFUSED_SHOWN, scoreFile } from './score-file.js';

const HELP = `
The file needs the columns "probability" (0 to 1, at most four decimals) and "outcome" (1, 0, true, false, yes,
no, occurred, not_occurred); others are ignored. No database is needed.

Example:
  $ cat forecasts.csv
  probability,outcome
  0.7,1
  0.2,0
  $ hindcast score forecasts.csv

Exit codes: 0 fine, 1 the file could not be read, 2 some rows were refused (the others are scored).`;

/** Adds `hindcast score FILE.csv`: the report of any list of forecasts with their outcomes. */
export function addScoreCommand(program: Command, output: CommandOutput): void {
  program
    .command('score')
    .description('score any CSV file of probabilities and outcomes')
    .argument('<file>', 'CSV file with the columns probability and outcome')
    .option('--json', 'print the report as JSON, with "rows", "refusedCount" and "refused" beside it')
    .addHelpText('after', HELP)
    .action(async (file: string, options: { json?: boolean }) => {
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
    });
}

function print(file: string, scored: ScoredFile, asJson: boolean, output: CommandOutput): void {
  const counted = scored.rows - scored.refusedCount;
  const report = assembleReport({
    selection: { text: `every row of ${basename(file)}`, file },
    tally: scored.tally,
    counts: {
      scenarios: counted,
      scenariosOccurred: totalsOf(groupsOf(scored.tally)).occurred,
      unscored: 0,
      open: 0,
      overdue: 0,
      annulled: 0,
      withdrawn: 0,
      judged: 0,
      ended: 0,
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
