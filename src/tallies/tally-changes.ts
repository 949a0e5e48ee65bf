import { type EntityManager, In } from 'typeorm';
import { insertMany } from '../database/bulk.js';
import { bumpRecordVersion } from '../database/record-version.js';
import { contribute } from './contribution.js';
import { addCounts, CountsError } from './counts.js';
import { type Fate, fateOf } from './fate.js';
import { EVERYONE, periodsOf } from './periods.js';
import type { Projection } from './projection.js';
import { Tally } from './tally.entity.js';
import { bitOf, type View, VIEWS } from './views.js';

type Node = Pick<Tally, 'groupId' | 'class' | 'period'>;
type Differences = Record<View, Map<number, number>>;

const SLICE = 400;

/** By how much tallies change: projections that come are added, those that go are taken away, then all is written at once. */
export class TallyChanges {
  private readonly nodes = new Map<string, Node & { views: Differences }>();

  /** @param by 1 for a projection that comes, −1 for one that goes */
  add({ scenario, parts }: Projection, by: 1 | -1): void {
    const fate = fateOf(scenario.fate);
    const shared = this.nodesOf(scenario, [EVERYONE, scenario.topicId]);
    this.count(shared, fate, parts, by);
    for (const own of byForecaster(parts))
      this.count(this.nodesOf(scenario, [own[0]!.forecasterId]), fate, own, by);
  }

  /** @returns whether anything that a report could show has changed */
  async write(manager: EntityManager): Promise<boolean> {
    const changed = [...this.nodes.values()].filter(({ views }) =>
      VIEWS.some((view) => [...views[view].values()].some((by) => by !== 0)),
    );
    if (changed.length === 0) return false;
    await bumpRecordVersion(manager); // first: on PostgreSQL it makes other writers of tallies wait for their turn
    const before = await stored(manager, changed);
    const after = changed.map((node) => {
      const { groupId, class: code, period } = node;
      const old = before.get(keyOf(node));
      const texts = VIEWS.map((view) => [view, changedText(node, view, old?.[view] ?? '')]);
      return { groupId, class: code, period, ...Object.fromEntries(texts) } as Tally;
    });
    const isEmpty = (tally: Tally) => VIEWS.every((view) => tally[view] === '');
    await insertMany(
      manager,
      Tally,
      after.filter((tally) => !isEmpty(tally)),
      { replace: true },
    );
    await remove(manager, after.filter(isEmpty));
    return true;
  }

  private count(nodes: readonly Differences[], fate: Fate, parts: Projection['parts'], by: 1 | -1): void {
    for (const view of VIEWS) {
      const bit = bitOf(view);
      contribute(
        fate,
        parts.filter((part) => (part.views & bit) !== 0),
        view,
        (key, count) => {
          for (const node of nodes) node[view].set(key, (node[view].get(key) ?? 0) + by * count);
        },
      );
    }
  }

  private nodesOf(scenario: Projection['scenario'], groups: readonly string[]): Differences[] {
    return groups.flatMap((groupId) =>
      periodsOf(groupId, scenario.day).map((period) => {
        const node = { groupId, class: scenario.class, period };
        const key = keyOf(node);
        let found = this.nodes.get(key);
        if (!found) {
          found = { ...node, views: noDifferences() };
          this.nodes.set(key, found);
        }
        return found.views;
      }),
    );
  }
}

const keyOf = ({ groupId, class: code, period }: Node): string => `${groupId} ${code} ${period}`;

const noDifferences = (): Differences =>
  Object.fromEntries(VIEWS.map((view) => [view, new Map<number, number>()])) as Differences;

function byForecaster(parts: Projection['parts']): Projection['parts'][] {
  const groups = new Map<string, Projection['parts']>();
  for (const part of parts) {
    const own = groups.get(part.forecasterId);
    if (own) own.push(part);
    else groups.set(part.forecasterId, [part]);
  }
  return [...groups.values()];
}

/** Those of some nodes that are stored, by their key. */
async function stored(manager: EntityManager, nodes: readonly Node[]): Promise<Map<string, Tally>> {
  const distinct = <T>(of: (node: Node) => T) => [...new Set(nodes.map(of))];
  const groups = distinct((node) => node.groupId);
  const found = new Map<string, Tally>();
  for (let from = 0; from < groups.length; from += SLICE) {
    const rows = await manager
      .createQueryBuilder()
      .select('*')
      .from(Tally, 't')
      .where({
        groupId: In(groups.slice(from, from + SLICE)),
        class: In(distinct((node) => node.class)),
        period: In(distinct((node) => node.period)),
      })
      .getRawMany<Tally>();
    for (const row of rows) found.set(keyOf(row), row);
  }
  return found;
}

async function remove(manager: EntityManager, nodes: readonly Node[]): Promise<void> {
  const alike = new Map<string, Node[]>();
  for (const node of nodes) {
    const key = `${node.class} ${node.period}`;
    alike.set(key, [...(alike.get(key) ?? []), node]);
  }
  for (const some of alike.values()) {
    const { class: code, period } = some[0]!;
    const groups = some.map((node) => node.groupId);
    for (let from = 0; from < groups.length; from += SLICE)
      await manager.delete(Tally, { groupId: In(groups.slice(from, from + SLICE)), class: code, period });
  }
}

function changedText(node: Node & { views: Differences }, view: View, before: string): string {
  try {
    return addCounts(before, node.views[view]);
  } catch (error) {
    if (!(error instanceof CountsError)) throw error;
    throw new Error(
      `The tally ${keyOf(node)} (${view}) does not hold what is to be taken out of it. ` +
        'Nothing was written; `hindcast verify` names what differs, and `--repair` rebuilds it.',
      { cause: error },
    );
  }
}
