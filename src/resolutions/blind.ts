import type { EntityManager } from 'typeorm';
import { invalid } from '../http/validation.js';
import { digestOf } from '../texts/texts.js';
import { Showing } from './reread.entity.js';

/** What is to be judged, and by whom. */
interface Judging {
  scenarioId: string;
  accountId: string;
  /** The resolution that stands; null where there is none. */
  standingId: string | null;
}

/**
 * What the queue gives out with an entry, and takes back with the resolution: so that a resolution is marked as judged
 * from the queue only where the queue was read, by this account, since the last resolution. It guards against mistakes
 * and is no secret.
 */
export const entryOf = ({ scenarioId, accountId, standingId }: Judging): string =>
  digestOf(`${scenarioId} ${accountId} ${standingId ?? ''}`).slice(0, 32);

/**
 * Whether probabilities and forecasters were shown to an editor before the outcome was chosen, as far as is known:
 * 1 where this account had asked to be shown the forecasts of this scenario; 0 where it had not and judged from the
 * queue, which hides them; null where it judged otherwise. Nobody can be kept from reading the public page, and nothing
 * is recorded of that. Whether the account had logged a forecast itself is told apart, as `selfResolved`.
 *
 * @param entry what the queue gave out; undefined where it was not judged from there
 * @throws {Problem} validation_failed for an entry that the queue did not give out for this
 */
export async function forecastsShown(
  manager: EntityManager,
  judging: Judging,
  entry: string | undefined,
): Promise<number | null> {
  if (entry !== undefined && entry !== entryOf(judging))
    throw invalid([
      { field: 'entry', message: 'is not what the queue gives out for this scenario now; read it again' },
    ]);
  const { scenarioId, accountId } = judging;
  const asked = { scenario: { id: scenarioId }, shownTo: { id: accountId } };
  if (await manager.existsBy(Showing, asked)) return 1;
  return entry === undefined ? null : 0;
}
