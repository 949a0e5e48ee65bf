import { type EntityManager, In } from 'typeorm';
import { insertMany } from '../database/bulk.js';
import { bumpRecordVersion } from '../database/record-version.js';
import { addCounts, CountsError } from './counts.js';
import { type Difference, type Differences, keyOf, type TallyKey } from './differences.js';
import { Tally } from './tally.entity.js';
import { type View, VIEWS } from './views.js';

const SLICE = 400;

/** A tally in which nothing has been counted. */
export const emptyTally = (key: TallyKey): Tally => ({
  ...{ groupId: key.groupId, class: key.class, period: key.period },
  ...(Object.fromEntries(VIEWS.map((view) => [view, ''])) as Record<View, string>),
});

export const isEmpty = (tally: Tally): boolean => VIEWS.every((view) => tally[view] === '');

/** A tally after a difference. @throws Error where it does not hold what is to be taken out of it */
export function changed(before: Tally, difference: Difference): Tally {
  const after = { ...before };
  for (const view of VIEWS) {
    try {
      after[view] = addCounts(before[view], difference.views[view]);
    } catch (error) {
      if (!(error instanceof CountsError)) throw error;
      throw new Error(
        `The tally ${keyOf(before)} (${view}) does not hold what is to be taken out of it. ` +
          'Nothing was written; `hindcast verify` names what differs, and `--repair` rebuilds it.',
        { cause: error },
      );
    }
  }
  return after;
}

/** Brings stored tallies up to date, and counts that something has changed that a report could show. */
export async function writeDifferences(manager: EntityManager, differences: Differences): Promise<void> {
  const changes = differences
    .all()
    .filter(({ views }) => VIEWS.some((view) => [...views[view].values()].some((by) => by !== 0)));
  if (changes.length === 0) return;
  await bumpRecordVersion(manager); // first: on PostgreSQL it makes other writers of tallies wait for their turn
  const before = await storedTallies(manager, changes);
  const after = changes.map((change) => changed(before.get(keyOf(change)) ?? emptyTally(change), change));
  const kept = after.filter((tally) => !isEmpty(tally));
  await insertMany(manager, Tally, kept, { replace: true });
  await remove(manager, after.filter(isEmpty));
}

/** Those of some tallies that are stored, by their key. */
export async function storedTallies(
  manager: EntityManager,
  keys: readonly TallyKey[],
): Promise<Map<string, Tally>> {
  const distinct = <T>(of: (key: TallyKey) => T) => [...new Set(keys.map(of))];
  const groups = distinct((key) => key.groupId);
  const found = new Map<string, Tally>();
  for (let from = 0; from < groups.length; from += SLICE) {
    const rows = await manager
      .createQueryBuilder()
      .select('*')
      .from(Tally, 't')
      .where({
        groupId: In(groups.slice(from, from + SLICE)),
        class: In(distinct((key) => key.class)),
        period: In(distinct((key) => key.period)),
      })
      .getRawMany<Tally>();
    for (const row of rows) found.set(keyOf(row), row);
  }
  return found;
}

async function remove(manager: EntityManager, keys: readonly TallyKey[]): Promise<void> {
  const alike = new Map<string, TallyKey[]>();
  for (const key of keys) {
    const name = `${key.class} ${key.period}`;
    alike.set(name, [...(alike.get(name) ?? []), key]);
  }
  for (const some of alike.values()) {
    const { class: code, period } = some[0]!;
    const groups = some.map((key) => key.groupId);
    for (let from = 0; from < groups.length; from += SLICE)
      await manager.delete(Tally, { groupId: In(groups.slice(from, from + SLICE)), class: code, period });
  }
}
