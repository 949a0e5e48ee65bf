import { type EntityManager, In } from 'typeorm';
import { insertMany } from '../database/bulk.js';
import { bumpRecordVersion } from '../database/record-version.js';
import { addCounts, CountsError } from './counts.js';
import { type Difference, differenceIn, type Differences, differsAlike } from './differences.js';
import { isReleased } from './scenario-class.js';
import { keyOf, type TallyKey } from './tally-keys.js';
import { Tally } from './tally.entity.js';
import { type View, VIEWS } from './views.js';

const SLICE = 400;

/** A tally in which nothing has been counted. */
export const emptyTally = ({ groupId, class: code, period }: TallyKey): Tally => ({
  groupId,
  class: code,
  period,
  firstLive: '',
  lastLive: '',
  timeWeightedLive: '',
  firstAll: '',
  lastAll: '',
  timeWeightedAll: '',
});

export const isEmpty = (tally: Tally): boolean => VIEWS.every((view) => tally[view] === '');

/** A tally after a difference. @throws Error where it does not hold what is to be taken out of it */
export function changed(before: Tally, difference: Difference): Tally {
  const after = emptyTally(before);
  for (const view of VIEWS) {
    // Most records look the same in several views: what has been worked out for one need not be again.
    const alike = VIEWS.find(
      (one) => one === view || (before[one] === before[view] && differsAlike(difference, one, view)),
    )!;
    after[view] = alike === view ? textAfter(before, view, differenceIn(difference, view)) : after[alike];
  }
  return after;
}

function textAfter(before: Tally, view: View, by: ReadonlyMap<number, number>): string {
  try {
    return addCounts(before[view], by);
  } catch (error) {
    if (!(error instanceof CountsError)) throw error;
    throw new Error(
      `The tally ${keyOf(before)} (${view}) does not hold what is to be taken out of it. ` +
        'Nothing was written; `hindcast verify` names what differs, and `--repair` rebuilds it.',
      { cause: error },
    );
  }
}

/** Brings stored tallies up to date, and counts that something has changed that a report could show. */
export async function writeDifferences(manager: EntityManager, differences: Differences): Promise<void> {
  const changes = differences
    .take()
    .filter(({ counts }) => [...counts.values()].some((some) => [...some.values()].some((by) => by !== 0)));
  if (changes.length === 0) return;
  // First: on PostgreSQL it makes other writers of tallies wait for their turn.
  await bumpRecordVersion(
    manager,
    changes.some((change) => isReleased(change.class)),
  );
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
