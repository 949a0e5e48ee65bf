import type { EntityManager } from 'typeorm';
import type { Touched } from './event.dto.js';

/**
 * Told, inside the same transaction, whenever what an event or a scenario says was put on record or corrected: it is
 * found by its words then, and held against what may bear on it. The suggestions implement it: they are a later room, so
 * the rooms that write know them only by this name.
 */
export abstract class MatterChanges {
  /** @returns the open scenarios that it may touch, the likeliest first */
  abstract eventChanged(manager: EntityManager, eventId: string): Promise<Touched[]>;
  abstract scenarioChanged(manager: EntityManager, scenarioId: string): Promise<void>;
  /** What was open is settled, and awaits no event; or it is open again, and does. */
  abstract stateChanged(manager: EntityManager, scenarioId: string): Promise<void>;
}
