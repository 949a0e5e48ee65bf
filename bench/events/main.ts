import { TerminalOutput } from '../../src/cli/output.js';
import { type EventFigures, measureEvents } from './measure.js';

const output = new TerminalOutput(process.argv.includes('--json'));
const report = measureEvents();
output.json(report);

const share = (value: number) => value.toFixed(3);
const row = (name: string, { scenarios, events, precisionAt1, recallAt3 }: EventFigures) =>
  output.line(
    `${name.padEnd(24)} ${String(scenarios).padStart(9)} ${String(events).padStart(7)} ${share(precisionAt1).padStart(15)} ${share(recallAt3).padStart(12)}`,
  );
output.line('Are the events that bear on a scenario suggested? Against labelled stories:');
output.line('part                     scenarios  events  precision at 1  recall at 3');
row('held out', report.heldOut);
row('tuned on', report.tunedOn);
row('whole', report.whole);
row('whole, without topics', report.withoutTopics);
row('whole, by BM25 and stems', report.baseline);
row('example desk', report.exampleDesk);
row('example desk, by BM25', report.exampleDeskBaseline);
for (const miss of report.whole.misses) {
  output.line('');
  output.line(miss.statement);
  for (const { headline, bears, score, why } of miss.first)
    output.line(`  ${bears ? '+' : '-'} ${share(score)} ${headline} (${why.join('; ')})`);
  for (const ref of miss.missed) output.line(`  missed: ${ref}`);
}
