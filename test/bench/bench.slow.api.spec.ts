import { expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchmarkText } from '../../bench/benchmark-text.js';
import { optionsFrom } from '../../bench/options.js';
import { runBenchmark } from '../../bench/run.js';

const silent = {
  note: () => undefined,
  progress: () => ({ update: () => undefined, stop: () => undefined }),
};

// The benchmark makes its own databases, so it runs in one of the two projects alone.
const once = globalThis.testEngine === 'postgres' ? it.skip : it;

once(
  'measures a small record, which reports like the same record made by the domain',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hindcast-bench-test-'));
    try {
      const words = ['--sizes', '1000', '--skip-postgres', '--quick', '--keep', folder];
      const saved: number[] = [];
      const results = await runBenchmark(optionsFrom(words), silent, ({ figures }) => {
        saved.push(figures.length);
        return Promise.resolve();
      });
      expect(saved).toEqual([1]);
      expect(results.agreement).toMatchObject({ differences: [] });
      expect(results.figures).toHaveLength(1);
      expect(Math.abs(results.figures[0]!.reads.n / 1000 - 1)).toBeLessThan(0.1);
      const text = benchmarkText(results);
      for (const { what } of results.targets) expect(text).toContain(what);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
  180_000,
);
