import type { Command } from 'commander';
import type { CommandOutput } from './output.js';

const HELP = `
--argue writes the record that can be argued with: one HTML file that asks nobody for anything. It holds what anyone may
see of the record, the digests of its evidence, and the engine; a reader changes the outcomes that they dispute, leaves
out what they distrust, and sees the report move. The file says which record it is, of which moment, and its SHA-256.

Examples:
  $ hindcast export --argue record.html
  $ hindcast export --argue strike.html --topic harbour-strike --json`;

export interface ExportOptions extends Record<string, string | boolean | undefined> {
  argue?: string;
  force?: boolean;
}

export function addExportCommand(program: Command, output: CommandOutput): void {
  program
    .command('export')
    .description('the public record, to take away')
    .option('--argue <file>', 'as a page that can be argued with, in one HTML file')
    .option('--topic <slug>', 'of one topic alone')
    .option('--kind <kind>', 'risk, opportunity or consequence')
    .option('--term <term>', 'short, medium or long')
    .option('--testability <testability>', 'observable, judged or untested')
    .option('--force', 'put it in the place of a file that is there')
    .option('--json', 'print what was written as JSON')
    .addHelpText('after', HELP)
    .action((options: ExportOptions) =>
      import('./export.action.js').then(({ exportRecord }) => exportRecord(options, output)),
    );
}
