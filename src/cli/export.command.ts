import type { Command } from 'commander';
import { ArguableFiles } from '../exports/arguable-file.service.js';
import { RecordQuery } from '../exports/record.query.js';
import { arguableAssets } from '../pages/arguable.js';
import { Problem } from '../problems.js';
import { withServices } from './context.js';
import { type CommandOutput, withProgress } from './output.js';
import { validated } from './validated.js';

const HELP = `
--argue writes the record that can be argued with: one HTML file that asks nobody for anything. It holds what anyone may
see of the record, the digests of its evidence, and the engine; a reader changes the outcomes that they dispute, leaves
out what they distrust, and sees the report move. The file says which record it is, of which moment, and its SHA-256.

Examples:
  $ hindcast export --argue record.html
  $ hindcast export --argue strike.html --topic harbour-strike --json`;

interface Options extends Record<string, string | boolean | undefined> {
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
    .action(async ({ argue, force, json: _json, ...given }: Options) => {
      if (argue === undefined)
        throw new Problem('malformed_request', 'Say as what to export: --argue FILE.html (see --help).');
      const filters = await validated(RecordQuery, given);
      const assets = arguableAssets();
      await withServices(output, async (app) => {
        const files = app.get(ArguableFiles);
        const written = await withProgress(output, 'Writing', (progress) =>
          files.write(argue, { filters: { ...filters }, assets, force: force === true, progress }),
        );
        output.json(written);
        const { file, bytes, scenarios, forecasts, digest, asOf } = written;
        output.line(
          `${file}: ${scenarios} scenarios with ${forecasts} forecasts, as of ${asOf}; ${sizeOf(bytes)}.\n` +
            `SHA-256 of the record in it: ${digest}`,
        );
      });
    });
}

const sizeOf = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
