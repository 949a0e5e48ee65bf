import { Injectable } from '@nestjs/common';
import type { Sight } from '../database/visibility.js';
import { Database } from '../database/write-gate.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';
import type { HistoryItem, HistoryView } from './history.dto.js';
import {
  rowsOfAmendments,
  rowsOfEvidence,
  rowsOfForecasts,
  rowsOfJudging,
  rowsOfScenario,
} from './history-rows.js';

/** Everything on record of a scenario as one line of time, for those who audit it. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly database: Database,
    private readonly scenarios: ScenariosService,
  ) {}

  /** @throws {Problem} not_found, also for what this sight may not see */
  show(id: string, sight: Sight, blind: boolean): Promise<HistoryView> {
    return this.database.withReadSnapshot(async (manager) => {
      const scenario = await this.scenarios.require(manager, id, sight);
      const items = [
        ...(await rowsOfScenario(manager, scenario)),
        ...(await rowsOfAmendments(manager, new Map([[id, null]]))),
        ...(await rowsOfEvidence(manager, id)),
        ...(await rowsOfJudging(manager, id)),
        ...(blind ? [] : await rowsOfForecasts(manager, id)),
      ];
      return { blind, items: items.sort(inOrder) };
    });
  }
}

const inOrder = (a: HistoryItem, b: HistoryItem): number =>
  a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : a.id < b.id ? -1 : 1;
