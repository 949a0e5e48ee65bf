import { Injectable } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import { dirname } from 'node:path';
import type { EntityManager, EntityTarget, ObjectLiteral, QueryRunner } from 'typeorm';
import { cleanUp, type CleanedUp } from './clean-up.js';
import { Problem } from '../problems.js';
import type { Connections } from './data-sources.js';
import { busy, ConnectionLostError, isRepeatable, isUniqueViolation } from './driver-errors.js';
import { FifoQueue } from './fifo-queue.js';
import { currentRequest } from './request-scope.js';
import { SqliteTransaction } from './sqlite-transaction.js';
import { Storage } from './storage.js';

export type Engine = 'sqlite' | 'postgres';

type Work<T> = (manager: EntityManager) => Promise<T>;

const ATTEMPTS = 4; // once, and three times more

/** Ends a rehearsal: thrown, so that the transaction rolls back, and caught by who asked for it. */
class Rehearsed extends Error {
  constructor(readonly result: unknown) {
    super('rehearsed');
  }
}

/**
 * The one way to write. On SQLite, writers stand in a queue for the only connection that may write; on PostgreSQL each
 * has its own transaction. Inside, use the manager that is passed, and pass it on.
 */
@Injectable()
export class Database {
  private readonly writers = new FifoQueue();
  private readonly snapshots = new FifoQueue();
  /** Whether there is space to write. */
  readonly storage: Storage;
  private readonly inside = new AsyncLocalStorage<{ open: boolean }>();

  constructor(
    private readonly connections: Connections,
    private readonly waitMs = 5000,
  ) {
    const { options } = connections.write;
    this.storage = new Storage({
      write: (fn) => this.withWriteTransaction(fn),
      rehearse: (fn) => this.rehearse(fn),
      directory: options.type === 'better-sqlite3' ? dirname(options.database) : null,
    });
  }

  get engine(): Engine {
    return this.connections.write.options.type === 'postgres' ? 'postgres' : 'sqlite';
  }

  /** PostgreSQL's connections, for a package that keeps counts of its own in a table; null on SQLite. */
  get pool(): unknown {
    const { driver } = this.connections.write as unknown as { driver: { master?: unknown } };
    return this.engine === 'postgres' ? driver.master : null;
  }

  /** For single reads. What is written in a transaction still open is not seen through it. */
  get read(): EntityManager {
    return this.connections.read.manager;
  }

  /**
   * Commits what `fn` wrote when it resolves, and nothing of it when it rejects. On PostgreSQL `fn` is run again, up
   * to three times, when it lost against another transaction: let it have no effect outside of the database. The
   * conditions of the request that is being carried out hold here: `Idempotency-Key` and `If-Match`. A request under a
   * key keeps what `fn` resolves to, so let that be plain data.
   *
   * On SQLite it begins within five seconds of the call or never, whoever is in the way: writers before it in this
   * process, or another process.
   *
   * @throws {Problem} database_busy
   */
  withWriteTransaction<T>(fn: Work<T>): Promise<T> {
    this.refuseNesting('withWriteTransaction');
    const work = checked(fn);
    const conditions = currentRequest()?.conditions ?? null;
    return this.storage.watch(
      conditions ? conditions.once(work, (inner) => this.transact(inner)) : this.transact(work),
    );
  }

  /** What `fn` would write, and answers with; nothing of it stays. */
  async rehearse<T>(fn: Work<T>): Promise<T> {
    this.refuseNesting('rehearse');
    const work = checked(fn);
    try {
      return await this.transact(async (manager) => {
        throw new Rehearsed(await work(manager));
      });
    } catch (error) {
      if (error instanceof Rehearsed) return error.result as T;
      throw error;
    }
  }

  /** Several reads that see one and the same state. */
  withReadSnapshot<T>(fn: Work<T>): Promise<T> {
    this.refuseNesting('withReadSnapshot');
    return this.engine === 'sqlite'
      ? this.snapshots.run(() => this.onSqlite('snapshot', 'BEGIN', fn, performance.now() + this.waitMs))
      : this.onPostgres('snapshot', fn);
  }

  /** Takes what was blanked or deleted out of the places where the database leaves it lying. */
  cleanUp(tables: readonly string[]): Promise<CleanedUp> {
    this.refuseNesting('cleanUp');
    const clean = () => cleanUp(this.connections.write, tables);
    return this.engine === 'sqlite' ? this.writers.run(clean) : clean();
  }

  /**
   * Makes other writers wait until this transaction has ended before they hold the same row: for decisions that rest on
   * what was read. On SQLite there is one writer at a time anyway.
   */
  async holdRow(manager: EntityManager, entity: EntityTarget<ObjectLiteral>, id: string): Promise<void> {
    if (this.engine === 'sqlite') return;
    const row = manager.createQueryBuilder(entity, 'row').select('row.id').where('row.id = :id', { id });
    await row.setLock('pessimistic_write').getRawOne();
  }

  private transact<T>(fn: Work<T>): Promise<T> {
    if (this.engine === 'sqlite') {
      const until = performance.now() + this.waitMs;
      return this.writers.run(() => this.onSqlite('write', 'BEGIN IMMEDIATE', fn, until), {
        until,
        refuse: busy,
      });
    }
    return this.repeatedly(() => this.onPostgres('write', fn));
  }

  private async onSqlite<T>(
    source: 'write' | 'snapshot',
    mode: 'BEGIN' | 'BEGIN IMMEDIATE',
    fn: Work<T>,
    until: number,
  ): Promise<T> {
    const transaction = await SqliteTransaction.begin(this.connections[source], mode, until);
    try {
      const result = await this.within(fn, transaction.manager);
      transaction.commit();
      return result;
    } catch (error) {
      transaction.rollback();
      throw error;
    }
  }

  private async onPostgres<T>(source: 'write' | 'snapshot', fn: Work<T>): Promise<T> {
    const runner = this.connections[source].createQueryRunner();
    try {
      await runner.connect();
      if (source === 'write') await runner.startTransaction();
      else {
        await runner.startTransaction('REPEATABLE READ');
        await runner.query('SET TRANSACTION READ ONLY');
      }
      const result = await this.within(fn, runner.manager);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      const isLost = runner.isReleased; // the driver does so when its connection breaks
      await rollBack(runner);
      throw isLost && !(error instanceof Problem) ? new ConnectionLostError(error) : error;
    } finally {
      await runner.release().catch(() => undefined);
    }
  }

  /**
   * Runs a transaction again where it lost against another one. A unique violation is tried once more: where two
   * transactions looked for a row, found none and inserted it, the second now finds it; a name that is taken stays taken.
   */
  private async repeatedly<T>(attempt: () => Promise<T>): Promise<T> {
    for (let count = 1; ; count += 1) {
      try {
        return await attempt();
      } catch (error) {
        const mayHelp = isRepeatable(error) || (count === 1 && isUniqueViolation(error));
        if (count >= ATTEMPTS || !mayHelp) throw error;
        await new Promise((resolve) => setTimeout(resolve, count * 10 * (1 + Math.random())));
      }
    }
  }

  private async within<T>(fn: Work<T>, manager: EntityManager): Promise<T> {
    const state = { open: true };
    try {
      return await this.inside.run(state, () => fn(manager));
    } finally {
      state.open = false;
    }
  }

  private refuseNesting(name: string): void {
    if (this.inside.getStore()?.open) {
      throw new Error(
        `${name} was called inside a transaction that is still open. Pass its manager on instead of opening another.`,
      );
    }
  }
}

/** Work that begins by checking what the request that it belongs to asks for. */
function checked<T>(fn: Work<T>): Work<T> {
  const conditions = currentRequest()?.conditions ?? null;
  if (conditions === null) return fn;
  return async (manager) => {
    await conditions.check(manager);
    return fn(manager);
  };
}

/** Never throws: whatever led here is the error worth telling. */
async function rollBack(runner: QueryRunner): Promise<void> {
  try {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
  } catch {
    // The connection is broken; the server rolls back when it notices.
  }
}
