import type { EntityManager } from 'typeorm';
import { DatabaseStartError } from '../database/start-errors.js';
import type { SettingName } from '../settings/settings.service.js';
import { Setting } from '../settings/setting.entity.js';

/**
 * Number of the layout of counted forecasts and tallies. Raise it with every change to what is counted or under which
 * key: a database with another number is rebuilt when a program starts on it.
 */
export const LAYOUT = 1;

const NAME = 'tally_layout' satisfies SettingName;

/**
 * The layout in which the tallies of a database were written; 0 before layouts had numbers.
 *
 * @throws {DatabaseStartError} for a layout of a newer program
 */
export async function storedLayout(manager: EntityManager): Promise<number> {
  const row = await manager.findOneBy(Setting, { name: NAME });
  const layout = Number(row?.value ?? 0);
  if (layout > LAYOUT)
    throw new DatabaseStartError('The database is newer than this program: its figures have another layout.');
  return layout;
}

/** Puts on record that the tallies have the layout of this program. */
export async function noteLayout(manager: EntityManager, changedAt: string): Promise<void> {
  await manager.upsert(Setting, { name: NAME, value: String(LAYOUT), changedAt }, ['name']);
}
