import type { EntityManager } from 'typeorm';

/**
 * Told, inside the same transaction, whenever what counts for a scenario may have changed. The track records implement
 * it: they are a later room, so the rooms that write know them only by this name.
 */
export abstract class RecordChanges {
  /** @param forecasterId the only forecaster concerned, where the change concerns one */
  abstract scenarioChanged(manager: EntityManager, scenarioId: string, forecasterId?: string): Promise<void>;
}
