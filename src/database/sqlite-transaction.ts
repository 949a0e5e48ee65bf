import type BetterSqlite3 from 'better-sqlite3';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

/** The parts of TypeORM's SQLite driver and query runner that it does not publish, named in one place. */
interface Internals {
  driver: { databaseConnection: BetterSqlite3.Database; queryRunner: QueryRunner | undefined };
  runner: {
    isReleased: boolean;
    isTransactionActive: boolean;
    transactionDepth: number;
    stmtCache: Map<string, unknown>;
  };
}

/** `BEGIN` for reading one state, `BEGIN IMMEDIATE` for writing. */
type Mode = 'BEGIN' | 'BEGIN IMMEDIATE';

/** Statements that were prepared on a connection: preparing one takes longer than running it, as a rule. */
const prepared = new WeakMap<DataSource, Map<string, unknown>>();

/** SQLite ended the transaction by itself, as it does when the disk is full. */
export class RolledBackError extends Error {
  constructor(cause?: unknown) {
    super('SQLite has rolled this transaction back; nothing of it was written', { cause });
    this.name = 'RolledBackError';
  }
}

/**
 * One transaction on the one connection of a SQLite data source. Each has a query runner of its own, dead afterwards:
 * a manager that outlives its transaction throws instead of writing into a stranger's.
 */
export class SqliteTransaction {
  private readonly database: BetterSqlite3.Database;
  private readonly runner: QueryRunner;
  private firstFailure: unknown;

  private constructor(private readonly dataSource: DataSource) {
    const driver = dataSource.driver as unknown as Internals['driver'];
    this.database = driver.databaseConnection;
    driver.queryRunner = undefined; // so that the next one made is new
    this.runner = dataSource.createQueryRunner();
    this.guard();
  }

  /**
   * Waits for other processes without holding up this one: the driver's own waiting would block the event loop.
   *
   * @param until the last moment to begin, on the clock of `performance.now()`; one attempt is always made
   * @throws the driver's SQLITE_BUSY when it could not begin by then
   */
  static async begin(dataSource: DataSource, mode: Mode, until: number): Promise<SqliteTransaction> {
    const { databaseConnection: database } = dataSource.driver as unknown as Internals['driver'];
    for (let pause = 1; ; pause = Math.min(pause * 2, 50)) {
      try {
        database.pragma('busy_timeout = 0');
        database.exec(mode);
        break;
      } catch (error) {
        if (!isBusyCode(error) || performance.now() + pause > until) throw error;
        await new Promise((resolve) => setTimeout(resolve, pause));
      } finally {
        database.pragma('busy_timeout = 5000');
      }
    }
    return new SqliteTransaction(dataSource);
  }

  get manager(): EntityManager {
    return this.runner.manager;
  }

  /** @throws {RolledBackError} when there is nothing left to commit */
  commit(): void {
    if (!this.database.inTransaction) throw new RolledBackError(this.firstFailure);
    this.database.exec('COMMIT');
    this.end();
  }

  /** Never throws: whatever led here is the error worth telling. */
  rollback(): void {
    try {
      if (this.database.inTransaction) this.database.exec('ROLLBACK');
    } catch {
      // The next BEGIN on this connection will say so.
    }
    this.end();
  }

  /** Tells the ORM that a transaction is open, and stops any statement that would land outside of it. */
  private guard(): void {
    const internals = this.runner as unknown as Internals['runner'];
    internals.isTransactionActive = true;
    internals.transactionDepth = 1;
    internals.stmtCache = prepared.get(this.dataSource) ?? internals.stmtCache;
    prepared.set(this.dataSource, internals.stmtCache);
    const query = this.runner.query.bind(this.runner) as (...args: unknown[]) => Promise<unknown>;
    const guarded = async (...args: unknown[]): Promise<unknown> => {
      if (!internals.isReleased && !this.database.inTransaction) throw new RolledBackError(this.firstFailure);
      try {
        return await query(...args);
      } catch (error) {
        if (!this.database.inTransaction) this.firstFailure ??= error;
        throw error;
      }
    };
    Object.assign(this.runner, { query: guarded });
  }

  private end(): void {
    const driver = this.dataSource.driver as unknown as Internals['driver'];
    const internals = this.runner as unknown as Internals['runner'];
    internals.isTransactionActive = false;
    internals.transactionDepth = 0;
    internals.isReleased = true;
    driver.queryRunner = undefined;
  }
}

function isBusyCode(error: unknown): boolean {
  return String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY');
}
