import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TerminalOutput } from '../src/cli/output.js';
import { benchmarkText } from './benchmark-text.js';
import { optionsFrom } from './options.js';
import { runBenchmark } from './run.js';

const options = optionsFrom(process.argv.slice(2));
const output = new TerminalOutput(options.json);
const results = await runBenchmark(options, output, async (found) => {
  await mkdir(options.out, { recursive: true });
  await writeFile(join(options.out, 'benchmark.md'), benchmarkText(found));
  await writeFile(join(options.out, 'benchmark.json'), `${JSON.stringify(found, null, 2)}\n`);
});
output.line(benchmarkText(results));
output.json(results);
for (const difference of results.agreement.differences) output.note(`Differs: ${difference}`);
if (results.agreement.differences.length > 0) process.exitCode = 1;
