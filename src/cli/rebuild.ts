import type { INestApplicationContext } from '@nestjs/common';
import { TallyAudit } from '../tallies/tally-audit.js';
import { type CommandOutput, withProgress } from './output.js';

/** Rebuilds the figures of a database that another version of the program has written; nothing where they are current. */
export async function rebuildOutdated(app: INestApplicationContext, output: CommandOutput): Promise<void> {
  const audit = app.get(TallyAudit);
  if (await audit.isCurrent()) return;
  output.note('The figures are those of another version of this program. Rebuilding them from the record …');
  await withProgress(output, 'Rebuilding', (update) => audit.bringUpToDate(update));
  output.note('The figures are rebuilt.');
}
