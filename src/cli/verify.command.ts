import type { Command } from 'commander';
import { TextAudit } from '../redactions/text-audit.js';
import { StatusService } from '../settings/status.service.js';
import type { Found } from '../tallies/found-differences.js';
import { TallyAudit } from '../tallies/tally-audit.js';
import { SchemaAudit } from '../verification/schema-audit.js';
import { SearchAudit } from '../verification/search-audit.js';
import { SuggestionAudit } from '../verification/suggestion-audit.js';
import { withServices } from './context.js';
import { type CommandOutput, withProgress } from './output.js';

const HELP = `
Exit code 1 if something differs and was not repaired.

Examples:
  $ hindcast verify
  $ hindcast verify --repair --json`;

export function addVerifyCommand(program: Command, output: CommandOutput): void {
  program
    .command('verify')
    .description(
      'compute anew all that is derived from the record, hold texts against their digests and the schema against the migrations, and name what differs',
    )
    .option(
      '--repair',
      'put what was computed in the place of what differs, and make triggers and indices anew',
    )
    .option('--json', 'print what was found as JSON')
    .addHelpText('after', HELP)
    .action(({ repair }: { repair?: boolean }) =>
      withServices(output, async (app) => {
        const schema = app.get(SchemaAudit);
        const tallies = app.get(TallyAudit);
        const search = app.get(SearchAudit);
        const suggestions = app.get(SuggestionAudit);
        const built = await schema.verify();
        const counted = await withProgress(output, 'Comparing', (update) => tallies.verify(update));
        const searched = await withProgress(output, 'Searching', (update) => search.verify(update));
        const suggested = await withProgress(output, 'Suggesting', (update) => suggestions.verify(update));
        const read = await withProgress(output, 'Reading texts', (update) =>
          app.get(TextAudit).verify(update),
        );
        const derived = built.repairable + counted.differences + searched.differences + suggested.differences;
        const lasting = built.differences - built.repairable;
        const isRepairing = repair === true && derived > 0;
        if (isRepairing)
          // What is suggested rests on what is found.
          for (const [audit, differences] of [
            [schema, built.repairable],
            [tallies, counted.differences],
            [search, searched.differences],
            [suggestions, searched.differences + suggested.differences],
          ] as const)
            if (differences > 0) await withProgress(output, 'Rebuilding', (update) => audit.repair(update));
        const found = {
          ...{ scenarios: counted.scenarios, tallies: counted.tallies, texts: read.texts },
          differences: derived + lasting + read.differences,
          named: [built, counted, searched, suggested, read].flatMap(({ named }) => named),
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
        if (lasting > 0) {
          output.line(
            'What the schema lacks or has beside ours, but for triggers and indices, is not repaired: rows may be wrong already.',
          );
          output.exit(1);
        }
        if (read.differences > 0) {
          output.line(
            'A text that is not what was put on record cannot be computed: look for it in a backup.',
          );
          output.exit(1);
        }
      }),
    );
}

const sentence = ({ table, row, column, stored, expected }: Found): string =>
  `${table} ${row}: ${column} is ${JSON.stringify(stored)}, and should be ${JSON.stringify(expected)}`;
