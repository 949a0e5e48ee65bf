import { ArguableFiles } from '../exports/arguable-file.service.js';
import { ExportsModule } from '../exports/exports.module.js';
import { RecordQuery } from '../exports/record.query.js';
import { arguableAssets } from '../pages/arguable.js';
import { Problem } from '../problems.js';
import { withServices } from './context.js';
import type { ExportOptions } from './export.command.js';
import { type CommandOutput, withProgress } from './output.js';
import { validated } from './validated.js';

export async function exportRecord(
  { argue, force, json: _json, ...given }: ExportOptions,
  output: CommandOutput,
): Promise<void> {
  if (argue === undefined)
    throw new Problem('malformed_request', 'Say as what to export: --argue FILE.html (see --help).');
  const filters = await validated(RecordQuery, given);
  const assets = arguableAssets();
  await withServices(output, [ExportsModule], async (app) => {
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
}

const sizeOf = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
