import type { Command } from 'commander';
import type { CommandOutput } from './output.js';

export interface ScoreOptions {
  probability?: string;
  outcome?: string;
  scenario?: string;
  forecaster?: string;
  percent?: true;
  fraction?: true;
  decimalComma?: true;
  refused?: string;
  json?: true;
}

const HELP = `
The file needs the columns "probability" (0 to 1, or 0% to 100%) and "outcome" (1, 0, true, false, yes, no, occurred,
not_occurred). Rows of one "question_id" share an outcome; "forecaster" adds a report for each. Others are ignored. Cells
are cut at commas, semicolons or tabs. Nothing is guessed: what is not clear is asked at a terminal, or ends with 1 and
the option that answers it. Probabilities are rounded to four decimals; a row without an outcome (empty, 0.5, void) is
counted apart. No database is needed.

Examples:
  $ cat forecasts.csv
  probability,outcome
  0.7,1
  0.2,0
  $ hindcast score forecasts.csv
  $ hindcast score export.csv --probability forecast --outcome resolution --scenario question
  $ hindcast score umfrage.csv --percent --decimal-comma --refused refused.csv

Exit codes: 0 fine, 1 the file could not be read, 2 some rows were refused (the others are scored).`;

/** Adds `hindcast score FILE.csv`: the report of any list of forecasts with their outcomes. */
export function addScoreCommand(program: Command, output: CommandOutput): void {
  program
    .command('score')
    .description('score any CSV file of probabilities and outcomes')
    .argument('<file>', 'CSV file with a row for each forecast')
    .option('--probability <column>', 'the column of the probability')
    .option('--outcome <column>', 'the column of the outcome')
    .option('--scenario <column>', 'the column of the question, whose rows share an outcome')
    .option('--forecaster <column>', 'the column of who said it')
    .option('--percent', 'all probabilities are percentages, 0 to 100')
    .option('--fraction', 'all probabilities are 0 to 1; others are refused')
    .option('--decimal-comma', 'numbers have a decimal comma')
    .option('--refused <file>', 'write all refused rows to this CSV file')
    .option('--json', 'print the report as JSON, with "rows", "refusals", "refused" and "groups" beside it')
    .addHelpText('after', HELP)
    .action((file: string, options: ScoreOptions) =>
      import('./score.action.js').then(({ score }) => score(file, options, output)),
    );
}
