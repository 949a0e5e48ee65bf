import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../clock.js';
import { Database } from '../database/write-gate.js';
import { toInstant } from '../days.js';
import { type ChangeHouse, DEFAULT_HOUSE, type HouseView } from './house.dto.js';
import { Setting } from './setting.entity.js';

/**
 * What can be said of a house. `example_desk` holds the day to which its invented story was told; `last_backup` and
 * `last_verify` what came of each when it was last run, as JSON; `tally_layout` the layout of the stored tallies.
 */
export type SettingName =
  | 'example_desk'
  | 'house_name'
  | 'house_line'
  | 'house_contact'
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
  async house(): Promise<HouseView> {
    const names = ['house_name', 'house_line', 'house_contact'] satisfies SettingName[];
    const rows = await this.database.read.findBy(Setting, { name: In(names) });
    const said = (name: SettingName) => rows.find((row) => row.name === name)?.value;
    return {
      name: said('house_name') ?? DEFAULT_HOUSE.name,
      line: said('house_line') ?? DEFAULT_HOUSE.line,
      contact: said('house_contact') ?? DEFAULT_HOUSE.contact,
    };
  }

  async changeHouse({ name, line, contact }: ChangeHouse): Promise<HouseView> {
    const changedAt = toInstant(this.clock.now());
    await this.database.withWriteTransaction(async (manager) => {
      const set = (setting: SettingName, value: string) =>
        manager.upsert(Setting, { name: setting, value: value.trim(), changedAt }, ['name']);
      if (name !== undefined) await set('house_name', name);
      if (line !== undefined) await set('house_line', line);
      if (contact === null) await manager.delete(Setting, { name: 'house_contact' });
      else if (contact !== undefined) await set('house_contact', contact);
    });
    return this.house();
  }
}
