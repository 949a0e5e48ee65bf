import { RedactionsModule } from '../redactions/redactions.module.js';
import { TextAudit } from '../redactions/text-audit.js';
import { SettingsModule } from '../settings/settings.module.js';
import { StatusService } from '../settings/status.service.js';
import type { Found } from '../tallies/found-differences.js';
import { TallyAudit } from '../tallies/tally-audit.js';
import { SearchAudit } from '../verification/search-audit.js';
import { SuggestionAudit } from '../verification/suggestion-audit.js';
import { VerificationModule } from '../verification/verification.module.js';
import { withServices } from './context.js';
import { type CommandOutput, withProgress } from './output.js';

const MODULES = [RedactionsModule, SettingsModule, VerificationModule];

export function verify(repair: boolean, output: CommandOutput): Promise<void> {
  return withServices(output, MODULES, async (app) => {
    const tallies = app.get(TallyAudit);
    const search = app.get(SearchAudit);
    const suggestions = app.get(SuggestionAudit);
    const counted = await withProgress(output, 'Comparing', (update) => tallies.verify(update));
    const searched = await withProgress(output, 'Searching', (update) => search.verify(update));
    const suggested = await withProgress(output, 'Suggesting', (update) => suggestions.verify(update));
    const read = await withProgress(output, 'Reading texts', (update) => app.get(TextAudit).verify(update));
    const derived = counted.differences + searched.differences + suggested.differences;
    const isRepairing = repair && derived > 0;
    if (isRepairing)
      // What is suggested rests on what is found.
      for (const [audit, differences] of [
        [tallies, counted.differences],
        [search, searched.differences],
        [suggestions, searched.differences + suggested.differences],
      ] as const)
        if (differences > 0) await withProgress(output, 'Rebuilding', (update) => audit.repair(update));
    const found = {
      ...{ scenarios: counted.scenarios, tallies: counted.tallies, texts: read.texts },
      differences: derived + read.differences,
      named: [counted, searched, suggested, read].flatMap(({ named }) => named),
    };
    await app.get(StatusService).noteVerified({ differences: found.differences, repaired: isRepairing });
    output.json({ ...found, repaired: isRepairing });
    for (const one of found.named) output.line(sentence(one));
    const unnamed = found.differences - found.named.length;
    if (unnamed > 0) output.line(`… and ${unnamed} more.`);
    output.line(
      `Computed ${found.scenarios} scenarios and ${found.tallies} tallies anew, and read ${read.texts} texts: ` +
        (found.differences === 0
          ? 'all that is derived is as the records give it.'
          : `${found.differences} values differed${isRepairing ? `, and ${derived} were repaired` : ''}.`),
    );
    if (derived > 0 && !isRepairing) {
      output.line('To put right what is derived: hindcast verify --repair');
      output.exit(1);
    }
    if (read.differences > 0) {
      output.line('A text that is not what was put on record cannot be computed: look for it in a backup.');
      output.exit(1);
    }
  });
}

const sentence = ({ table, row, column, stored, expected }: Found): string =>
  `${table} ${row}: ${column} is ${JSON.stringify(stored)}, and should be ${JSON.stringify(expected)}`;
