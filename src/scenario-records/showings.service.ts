import { Injectable } from '@nestjs/common';
import type { Account } from '../accounts/account.entity.js';
import { Clock } from '../clock.js';
import { newId } from '../database/ids.js';
import { Database } from '../database/write-gate.js';
import { toInstant } from '../days.js';
import { forecastViews } from '../forecasts/forecast-views.js';
import type { Viewer } from '../http/viewer.js';
import { Showing } from '../resolutions/reread.entity.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';
import { scopeOf } from '../tallies/projections.js';
import type { ShownForecasts } from './scenario-record.dto.js';

/** Shows an editor the forecasts that the queue hides, and takes down that it did. */
@Injectable()
export class ShowingsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scenarios: ScenariosService,
  ) {}

  show(scenarioId: string, viewer: Viewer): Promise<ShownForecasts> {
    return this.database.withWriteTransaction(async (manager) => {
      const scenario = await this.scenarios.lock(manager, scenarioId);
      const shown = { id: newId(), recordedAt: toInstant(this.clock.now()) };
      const shownTo = { id: viewer.accountId! } as Account;
      await manager.insert(Showing, { ...shown, scenario, shownTo });
      const scope = await scopeOf(manager, scenario);
      return { ...shown, forecasts: await forecastViews(manager, scenarioId, scope, true) };
    });
  }
}
