import { randomBytes } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import type { EntityManager } from 'typeorm';
import { isStorageFull } from './driver-errors.js';

/** Below so many free bytes, it is tried whether something can be written. */
const LOW_BYTES = 8 * 1024 * 1024;
/** It is tried this often at most: anybody may ask whether the server is ready. */
const EVERY_MS = 2000;

type Write = (fn: (manager: EntityManager) => Promise<unknown>) => Promise<unknown>;

interface Ways {
  /** Commits. */
  write: Write;
  /** Rolls back. */
  rehearse: Write;
  /** Where the file lies; null for a server elsewhere. */
  directory: string | null;
}

/** Whether the database has space to write: as the last write found it, and tried anew while there is doubt. */
export class Storage {
  private foundFull = false;
  private triedAt = -Infinity;
  private attempt: Promise<void> | null = null;

  constructor(private readonly ways: Ways) {}

  /** Passes a write on, and remembers where it found the disk full. */
  async watch<T>(write: Promise<T>): Promise<T> {
    try {
      return await write;
    } catch (error) {
      if (isStorageFull(error)) this.foundFull = true;
      throw error;
    }
  }

  async isFull(): Promise<boolean> {
    if (this.foundFull || (await this.isLow())) await this.tryAtTimes();
    return this.foundFull;
  }

  private async isLow(): Promise<boolean> {
    const { directory } = this.ways;
    if (directory === null) return false;
    const space = await statfs(directory).catch(() => null);
    return space !== null && space.bavail * space.bsize < LOW_BYTES;
  }

  private async tryAtTimes(): Promise<void> {
    if (performance.now() - this.triedAt < EVERY_MS) return this.attempt ?? undefined;
    this.triedAt = performance.now();
    this.attempt = this.try().finally(() => (this.attempt = null));
    return this.attempt;
  }

  /** Takes some pages and gives them back, and then commits what changes nothing. */
  private async try(): Promise<void> {
    try {
      await this.ways.rehearse(async (manager) => {
        await manager.query('CREATE TABLE "storage_probe" ("filler" text)');
        for (let count = 0; count < 16; count += 1)
          await manager.query(`INSERT INTO "storage_probe" VALUES ('${randomBytes(4096).toString('hex')}')`);
      });
      await this.ways.write((manager) =>
        manager.query('UPDATE "record_version" SET "version" = "version" WHERE "id" = 1'),
      );
      this.foundFull = false;
    } catch (error) {
      if (isStorageFull(error)) this.foundFull = true; // another failure says nothing about space
    }
  }
}
