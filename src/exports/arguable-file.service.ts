import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import {
  type ArguableAssets,
  arguableEnd,
  arguableItems,
  arguableMiddle,
  arguableStart,
  FIRST_PAGE,
} from '../pages/arguable.js';
import { Problem } from '../problems.js';
import type { RecordFilters, RecordScenario } from '../track-records/public-record.js';
import { RecordCounter } from '../track-records/report-of-record.js';
import { addToTotals, noTotals } from '../track-records/record-totals.js';
import { PublicRecords } from './public-records.service.js';
import { RecordFile } from './record-file.js';
import { TextFile } from './text-file.js';

export interface ArguableOptions {
  filters: RecordFilters;
  assets: ArguableAssets;
  /** Puts it in the place of a file that is there. */
  force?: boolean;
  progress?: (done: number, total: number) => void;
}

/** What was written. */
export interface ArguableFile {
  file: string;
  bytes: number;
  scenarios: number;
  forecasts: number;
  /** SHA-256 of the record as it stands in the file, hex. */
  digest: string;
  asOf: string;
}

/**
 * Writes the record that can be argued with: one HTML file with the public record, the pages' components and the engine.
 * The record goes to a file beside it first, scenario by scenario, and from there into the page, so memory holds neither;
 * the file is there whole, or not at all.
 */
@Injectable()
export class ArguableFiles {
  constructor(private readonly records: PublicRecords) {}

  /** @throws {Problem} file_exists, file_unwritable; not_found for a topic that the public may not see */
  async write(file: string, options: ArguableOptions): Promise<ArguableFile> {
    if (!options.force && existsSync(file))
      throw new Problem('file_exists', `${file} is there already. To put this record in its place: --force.`);
    const beside = `${file}.${randomUUID()}`;
    try {
      const record = await this.gather(`${beside}.record`, options);
      const bytes = await this.compose(`${beside}.html`, record, options.assets);
      await rename(`${beside}.html`, file);
      const { scenarios, forecasts, digest } = record.file;
      return { file, bytes, scenarios, forecasts, digest, asOf: record.file.head.asOf };
    } catch (error) {
      throw problemOf(error, file);
    } finally {
      for (const part of ['record', 'html']) await rm(`${beside}.${part}`, { force: true });
    }
  }

  /** Reads the record once, counting it as it goes by. */
  private async gather(path: string, { filters, progress }: ArguableOptions) {
    const totals = noTotals();
    const first: RecordScenario[] = [];
    let counter: RecordCounter | undefined;
    const file = await RecordFile.create(path);
    try {
      await this.records.read(
        filters,
        {
          head: (head) => {
            counter = new RecordCounter(head.asOf, head.filters);
            return file.begin(head);
          },
          scenario: (loaded) => {
            const { scenario } = loaded;
            counter!.add(scenario);
            addToTotals(totals, scenario);
            if (scenario.state === 'resolved' && first.length < FIRST_PAGE) first.push(scenario);
            return file.add(loaded);
          },
        },
        progress,
      );
    } finally {
      await file.end();
    }
    return { file, first, totals, report: counter!.report() };
  }

  private async compose(
    path: string,
    { file, first, totals, report }: Gathered,
    assets: ArguableAssets,
  ): Promise<number> {
    const { digest, record } = file;
    const shown = new Set(first.map(({ id }) => id));
    const item = arguableItems(record);
    const page = await TextFile.create(path);
    try {
      await page.write(
        arguableStart({ record: { ...record, scenarios: first }, digest, totals, report }, assets),
      );
      for await (const scenario of file.scenariosIn())
        if (!shown.has(scenario.id)) await page.write(item(scenario));
      await page.write(arguableMiddle(digest));
      for await (const text of file.text()) await page.write(text);
      await page.write(arguableEnd(assets));
    } finally {
      await page.end();
    }
    return page.bytes;
  }
}

type Gathered = Awaited<ReturnType<ArguableFiles['gather']>>;

function problemOf(error: unknown, file: string): unknown {
  const { code, path } = error as NodeJS.ErrnoException;
  if (error instanceof Problem || path === undefined || code === undefined) return error;
  if (code === 'ENOSPC') return new Problem('storage_full', `There is no space left for ${file}.`);
  const why =
    code === 'ENOENT' ? 'its folder is not there' : code === 'EISDIR' ? 'it is a folder' : `it gave ${code}`;
  return new Problem('file_unwritable', `${file} cannot be written: ${why}.`);
}
