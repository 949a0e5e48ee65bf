import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { recordChange } from '../accounts/state-change.entity.js';
import { Clock } from '../clock.js';
import { Database } from '../database/write-gate.js';
import { toInstant } from '../days.js';
import { requireHeld } from '../http/if-match.js';
import { type ChangeHouse, DEFAULT_HOUSE, type HouseView } from './house.dto.js';
import { Setting } from './setting.entity.js';

/**
 * What can be said of a house; `house_version` counts the changes of its name, line and contact. `example_desk` holds
 * the day to which its invented story was told; `last_backup` and `last_verify` what came of each when it was last run,
 * as JSON; `tally_layout` the layout of the stored tallies.
 */
export type SettingName =
  | 'example_desk'
  | 'house_name'
  | 'house_line'
  | 'house_contact'
  | 'house_version'
  | 'last_backup'
  | 'last_verify'
  | 'tally_layout';

/** A setting as it stands, and since when. */
export interface Known {
  value: string;
  changedAt: string;
}

@Injectable()
export class SettingsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async get(name: SettingName): Promise<string | null> {
    return (await this.known(name))?.value ?? null;
  }

  async known(name: SettingName): Promise<Known | null> {
    return this.database.read.findOneBy(Setting, { name });
  }

  async set(name: SettingName, value: string): Promise<void> {
    await this.database.withWriteTransaction((manager) =>
      manager.upsert(Setting, { name, value, changedAt: toInstant(this.clock.now()) }, ['name']),
    );
  }

  /** What the house says of itself. */
  house(): Promise<HouseView> {
    return this.houseIn(this.database.read);
  }

  async changeHouse({ name, line, contact }: ChangeHouse): Promise<HouseView> {
    const changedAt = toInstant(this.clock.now());
    return this.database.withWriteTransaction(async (manager) => {
      const before = await this.lockHouse(manager, changedAt);
      requireHeld({ id: HOUSE_VERSION, version: before.version });
      const set = (setting: SettingName, value: string) =>
        manager.upsert(Setting, { name: setting, value: value.trim(), changedAt }, ['name']);
      if (name !== undefined) await set('house_name', name);
      if (line !== undefined) await set('house_line', line);
      if (contact === null) await manager.delete(Setting, { name: 'house_contact' });
      else if (contact !== undefined) await set('house_contact', contact);
      await set(HOUSE_VERSION, String(before.version + 1));
      const after = await this.houseIn(manager);
      await recordChange(manager, {
        subject: 'settings',
        name: 'house',
        at: changedAt,
        before: valuesOf(before),
        after: valuesOf(after),
      });
      return after;
    });
  }

  /** Makes others who change the settings wait until this transaction has ended. */
  private async lockHouse(manager: EntityManager, changedAt: string): Promise<HouseView> {
    await manager
      .createQueryBuilder()
      .insert()
      .into(Setting)
      .values({ name: HOUSE_VERSION, value: '1', changedAt })
      .orIgnore()
      .execute();
    // Changing a row locks it, on either engine.
    await manager.update(Setting, { name: HOUSE_VERSION }, { changedAt });
    return this.houseIn(manager);
  }

  private async houseIn(manager: EntityManager): Promise<HouseView> {
    const names = ['house_name', 'house_line', 'house_contact', HOUSE_VERSION] satisfies SettingName[];
    const rows = await manager.findBy(Setting, { name: In(names) });
    const valueOf = (name: SettingName) => rows.find((row) => row.name === name)?.value;
    return {
      name: valueOf('house_name') ?? DEFAULT_HOUSE.name,
      line: valueOf('house_line') ?? DEFAULT_HOUSE.line,
      contact: valueOf('house_contact') ?? DEFAULT_HOUSE.contact,
      version: Number(valueOf(HOUSE_VERSION) ?? DEFAULT_HOUSE.version),
    };
  }
}

const HOUSE_VERSION = 'house_version';

/** What is said of the house, as it goes on record. */
const valuesOf = ({ name, line, contact }: HouseView) => ({ name, line, contact });
