import { expect, it } from '@jest/globals';
import { giveWay, noteConnection } from '../../src/database/event-loop.js';

/** Longer than a slice. */
function work(): void {
  const until = performance.now() + 12;
  while (performance.now() < until);
}

/** Notes each turn of the event loop until it is told to stop. */
function turning(order: string[]): () => void {
  let isOver = false;
  const turn = () => {
    order.push('turn');
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  return () => (isOver = true);
}

const chain = async (order: string[], name: string) => {
  for (let step = 1; step <= 2; step += 1) {
    await giveWay();
    order.push(`${name}${step}`);
    work();
  }
};

it('long work lets the event loop turn, and goes on one after the other', async () => {
  const order: string[] = [];
  work();
  const stop = turning(order);
  await Promise.all(['a', 'b', 'c'].map((name) => chain(order, name)));
  stop();
  const steps = order.filter((one) => one !== 'turn');
  expect(steps).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'c2']);
  for (const [at, step] of steps.slice(1).entries())
    expect(order.slice(order.indexOf(steps[at]!), order.indexOf(step))).toContain('turn');
});

it('new connections go before work, but do not hold it up for good', async () => {
  const order: string[] = [];
  let comes = 3;
  const connections = () => {
    if ((comes -= 1) >= 0) noteConnection();
    if (comes >= 0) setImmediate(connections);
  };
  work();
  connections();
  const stop = turning(order);
  await chain(order, 'a');
  stop();
  expect(order.indexOf('a1')).toBeGreaterThanOrEqual(2);

  let isOver = false;
  const flood = () => {
    noteConnection();
    if (!isOver) setImmediate(flood);
  };
  flood();
  work();
  await chain(order, 'b');
  isOver = true;
  expect(order).toContain('b2');
});
