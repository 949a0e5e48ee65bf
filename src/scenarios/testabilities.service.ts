import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Database } from '../database/write-gate.js';
import { toInstant } from '../days.js';
import { requireVersion } from '../http/if-match.js';
import type { Viewer } from '../http/viewer.js';
import { ScenariosService } from './scenarios.service.js';
import type { ConfirmTestability, TestabilityView } from './testability.dto.js';
import { appendTestability, testabilitiesOf } from './testability-store.js';

/** An editor's word on how a scenario can be judged: it confirms what its author said, or corrects it. */
@Injectable()
export class TestabilitiesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scenarios: ScenariosService,
  ) {}

  /**
   * @param ifMatch the version of the scenario that the editor had before them, where they say so
   * @returns what was said, as it now stands on record
   */
  async confirm(
    scenarioId: string,
    { testability, note }: ConfirmTestability,
    viewer: Viewer,
    ifMatch: number | null = null,
  ): Promise<TestabilityView> {
    return this.database.withWriteTransaction(async (manager) => {
      const scenario = await this.scenarios.lock(manager, scenarioId);
      requireVersion(ifMatch, scenario.version);
      await appendTestability(manager, scenarioId, testability, {
        ...{ confirmed: true, note, accountId: viewer.accountId! },
        recordedAt: toInstant(this.clock.now()),
      });
      await this.scenarios.touch(manager, scenarioId);
      return (await testabilitiesOf(manager, scenarioId)).at(-1)!;
    });
  }
}
