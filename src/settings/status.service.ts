import { Injectable } from '@nestjs/common';
import { databaseStatus } from '../database/database-status.js';
import { Database } from '../database/write-gate.js';
import { programVersion } from '../http/version.js';
import { SettingsService } from './settings.service.js';
import type { LastVerify, StatusView } from './status.dto.js';

/** What a desk has on record, in the order of the product. */
const TABLES = ['account', 'topic', 'briefing', 'scenario', 'forecast', 'event', 'resolution'];

/** What a verification leaves to be shown. */
export type Verified = Pick<LastVerify, 'differences' | 'repaired'>;

/** How this installation is doing. */
@Injectable()
export class StatusService {
  constructor(
    private readonly database: Database,
    private readonly settings: SettingsService,
  ) {}

  async show(): Promise<StatusView> {
    const [backup, verified] = [
      await this.settings.known('last_backup'),
      await this.settings.known('last_verify'),
    ];
    return {
      version: programVersion(),
      node: process.versions.node,
      uptimeSeconds: Math.round(process.uptime()),
      memoryBytes: process.memoryUsage.rss(),
      database: await databaseStatus(this.database.read.dataSource, TABLES),
      lastBackup: backup && { at: backup.changedAt, outcome: backup.value },
      lastVerify: verified && { at: verified.changedAt, ...(JSON.parse(verified.value) as Verified) },
    };
  }

  /** Keeps what came of a verification. */
  async noteVerified(outcome: Verified): Promise<void> {
    await this.settings.set('last_verify', JSON.stringify(outcome));
  }
}
