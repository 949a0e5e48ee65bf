/** Versions of what is changed: each change says which one was read, so that nobody overwrites what they have not seen. */

/** Addresses below the API's prefix whose routes take `If-Match`. */
const VERSIONED: readonly RegExp[] = [
  /^(?:scenarios|events|briefings)\/[^/]+\/(?:errata|publications)$/,
  /^scenarios\/[^/]+\/(?:criteria|testability|evidence|deferrals|forecasts|withdrawals|links)$/,
  /^scenarios\/[^/]+\/resolutions(?:\/preview)?$/,
  /^scenarios\/[^/]+\/links\/[^/]+\/endings$/,
  /^scenarios\/[^/]+\/suggested-events\/[^/]+\/dismissals$/,
  /^events\/[^/]+\/(?:sources|standings)$/,
  /^forecasts\/[^/]+\/errata$/,
  /^handovers\/[^/]+\/ends$/,
  /^rereads\/[^/]+$/,
  /^topics\/[^/]+\/terms$/,
  /^settings$/,
  /^accounts\/[^/]+\/(?:role|closings|reopenings|resets|display-name)$/,
  /^account\/display-name$/,
];

/** Whether a request changes something that has a version. */
export const needsVersion = (method: string, path: string): boolean =>
  (method === 'POST' && VERSIONED.some((pattern) => pattern.test(path))) ||
  (method === 'DELETE' && /^accounts\/[^/]+$/.test(path));

/** What has a version, by the part of the address that names it: the same for every change of it. */
const thingOf = (path: string): string => path.split('/').slice(0, 2).join('/');

/**
 * Versions that somebody was told of when a change was refused: they have read what changed, so the next attempt is held
 * against the version that they know now.
 */
export class ToldVersions {
  private readonly told = new Map<string, { held: number; present: number }>();

  /** Version to send for one that was read. */
  of(path: string, read: number): number {
    const told = this.told.get(thingOf(path));
    return told?.held === read ? told.present : read;
  }

  tell(path: string, read: number, present: number): void {
    this.told.set(thingOf(path), { held: read, present });
  }
}
