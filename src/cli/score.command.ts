import type { Command } from 'commander';
import type { CommandOutput } from './output.js';

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
    .action((file: string, options: { json?: boolean }) =>
      import('./score.action.js').then(({ score }) => score(file, options, output)),
    );
}
