import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../database/write-gate.js';
import type { Viewer } from '../http/viewer.js';
import { Problem } from '../problems.js';
import type { BulkAnswer, BulkItem, BulkResolution, BulkResolutions } from './bulk.dto.js';
import { ResolutionsService } from './resolutions.service.js';

/** Several judgements at once, all or nothing: each by the rules of one. */
@Injectable()
export class BulkService {
  constructor(
    private readonly database: Database,
    private readonly resolutions: ResolutionsService,
  ) {}

  /** @throws {Problem} bulk_refused, naming each refusal, where one is refused and it is no dry run */
  resolve({ items, dryRun = false }: BulkResolutions, viewer: Viewer): Promise<BulkAnswer> {
    const all = async (manager: EntityManager): Promise<BulkAnswer> => {
      const answer: BulkAnswer = { dryRun, refused: 0, items: [] };
      for (const item of items) answer.items.push(await this.one(manager, item, viewer));
      answer.refused = answer.items.filter(({ refusal }) => refusal !== null).length;
      if (answer.refused > 0 && !dryRun) throw bulkRefused(answer.items);
      return answer;
    };
    return dryRun ? this.database.rehearse(all) : this.database.withWriteTransaction(all);
  }

  /** What was written of one that is refused goes with all the rest: where one is, nothing is committed. */
  private async one(
    manager: EntityManager,
    { scenarioId, ...body }: BulkResolution,
    viewer: Viewer,
  ): Promise<BulkItem> {
    try {
      const resolution = await this.resolutions.record(manager, scenarioId, body, viewer);
      return { scenarioId, resolution, refusal: null };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { scenarioId, resolution: null, refusal: { code: error.code, detail: sentenceOf(error) } };
    }
  }
}

/** What a problem says to a person, with the fields that it names. */
function sentenceOf({ detail, extra }: Problem): string {
  const errors = Array.isArray(extra.errors) ? (extra.errors as { field: string; message: string }[]) : [];
  return [detail, ...errors.map(({ field, message }) => `${field} ${message}.`)].join(' ');
}

function bulkRefused(items: readonly BulkItem[]): Problem {
  const refused = items.flatMap(({ refusal, scenarioId }, index) =>
    refusal ? [{ index, scenarioId, ...refusal }] : [],
  );
  const [first] = refused;
  return new Problem(
    'bulk_refused',
    `${refused.length} of ${items.length} ${refused.length === 1 ? 'is' : 'are'} refused, so none was recorded. ` +
      `Number ${first!.index + 1}: ${first!.detail}`,
    { refused },
  );
}
