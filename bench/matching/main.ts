import { TerminalOutput } from '../../src/cli/output.js';
import { type MatchingFigures, measureMatching } from './measure.js';

const output = new TerminalOutput(process.argv.includes('--json'));
const report = measureMatching();
output.json(report);

const share = (value: number) => value.toFixed(3);
const row = (name: string, { pairs, precision, recall, f1 }: MatchingFigures) =>
  output.line(
    `${name.padEnd(10)} ${String(pairs).padStart(5)} ${share(precision).padStart(10)} ${share(recall).padStart(7)} ${share(f1).padStart(6)}`,
  );
output.line('Is a statement the same scenario in other words? Against labelled pairs:');
output.line('part       pairs  precision  recall     F1');
row('held out', report.heldOut);
row('tuned on', report.tunedOn);
row('whole', report.whole);
for (const miss of report.whole.misses) {
  output.line('');
  output.line(`${miss.same ? 'missed' : 'taken for the same'}, similarity ${share(miss.similarity)}`);
  output.line(`  was: ${miss.was}`);
  output.line(`  now: ${miss.now}`);
  for (const { what, was, now } of miss.differs) output.line(`  differs in ${what}: ${was} → ${now}`);
}
