import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { EVERYTHING } from '../database/visibility.js';
import { Database } from '../database/write-gate.js';
import { toInstant } from '../days.js';
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

  /** @returns what was recorded */
  async confirm(
    scenarioId: string,
    { testability, note }: ConfirmTestability,
    viewer: Viewer,
  ): Promise<TestabilityView> {
    return this.database.withWriteTransaction(async (manager) => {
      await this.scenarios.lock(manager, scenarioId);
      await appendTestability(manager, scenarioId, testability, {
        ...{ confirmed: true, note, accountId: viewer.accountId! },
        recordedAt: toInstant(this.clock.now()),
      });
      await this.scenarios.touch(manager, scenarioId);
      return (await testabilitiesOf(manager, scenarioId, EVERYTHING)).at(-1)!;
    });
  }
}
