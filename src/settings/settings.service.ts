import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Database } from '../database/write-gate.js';
import { toInstant } from '../days.js';
import { Setting } from './setting.entity.js';

/** What can be said of a house. `example_desk` holds the day to which its invented story was told. */
export type SettingName = 'example_desk';

@Injectable()
export class SettingsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async get(name: SettingName): Promise<string | null> {
    return (await this.database.read.findOneBy(Setting, { name }))?.value ?? null;
  }

  async set(name: SettingName, value: string): Promise<void> {
    await this.database.withWriteTransaction((manager) =>
      manager.upsert(Setting, { name, value, changedAt: toInstant(this.clock.now()) }, ['name']),
    );
  }
}
