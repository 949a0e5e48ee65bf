import type { Command } from 'commander';
import type { CommandOutput } from './output.js';

export type ReportOptions = Record<string, string> & { desk?: boolean; json?: boolean };

const HELP = `
The report is the one that the API and the pages show: of what is public, unless --desk is given.

Examples:
  $ hindcast report
  $ hindcast report --forecaster desk --from 2026-01-01 --vantage last --json
  $ hindcast report --group-by topic`;

export function addReportCommand(program: Command, output: CommandOutput): void {
  program
    .command('report')
    .description('how well the probabilities of a selection held up')
    .option('--topic <slug>')
    .option('--kind <kind>', 'risk, opportunity or consequence')
    .option('--term <term>', 'short, medium or long')
    .option('--forecaster <slug>')
    .option('--from <day>', 'first day of the outcome')
    .option('--to <day>', 'last day of the outcome')
    .option('--vantage <vantage>', 'which forecast counts: first (default), last or timeWeighted')
    .option('--records <records>', 'live (default), or all with archival ones')
    .option('--testability <testability>', 'observable, judged or untested')
    .option('--group-by <what>', 'one report each: forecaster, topic, kind, term or month')
    .option('--desk', 'with what only the desk may see')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', HELP)
    .action((options: ReportOptions) =>
      import('./report.action.js').then(({ printReport }) => printReport(options, output)),
    );
}
