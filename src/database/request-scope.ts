import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';

type Work<T> = (manager: EntityManager) => Promise<T>;

/** Conditions that a request puts on what it writes. */
export interface WriteConditions {
  /** Runs first in each transaction that does the work of the request; throws where it must not be done. */
  check(manager: EntityManager): Promise<void>;
  /** Does the work in a transaction, once for each key of a client. */
  once<T>(work: Work<T>, transact: <R>(work: Work<R>) => Promise<R>): Promise<T>;
}

/** A row, and the version of it. */
export interface Versioned {
  id: string;
  version: number;
}

/** Request in which something is written. */
export interface RequestScope {
  readonly requestId: string;
  /** Whoever asks; null for somebody who is not logged in. */
  readonly accountId: string | null;
  readonly conditions: WriteConditions | null;
  /** What the client changes, in the version that it holds; null where it gives none, or once it has been compared. */
  held: Versioned | null;
  /** True once the request has been answered: what is written afterwards is no part of it. */
  over: boolean;
}

const scopes = new AsyncLocalStorage<RequestScope>();

export const runInRequest = <T>(scope: RequestScope, run: () => T): T => scopes.run(scope, run);

/** Does work that is no part of the request during which it is done. */
export const outsideRequest = <T>(run: () => T): T => scopes.exit(run);

/** Request that is being carried out here; null at the command line and for work in the background. */
export function currentRequest(): RequestScope | null {
  const scope = scopes.getStore();
  return scope && !scope.over ? scope : null;
}
