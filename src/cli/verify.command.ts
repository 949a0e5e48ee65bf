import type { Command } from 'commander';
import { TextAudit } from '../redactions/text-audit.js';
import { StatusService } from '../settings/status.service.js';
import type { Found } from '../tallies/found-differences.js';
import { TallyAudit } from '../tallies/tally-audit.js';
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
      'compute anew all that is derived from the record, hold texts against their digests, and name what differs',
    )
    .option('--repair', 'put what was computed in the place of what differs')
    .option('--json', 'print what was found as JSON')
    .addHelpText('after', HELP)
    .action(({ repair }: { repair?: boolean }) =>
      withServices(output, async (app) => {
        const audit = app.get(TallyAudit);
        const derived = await withProgress(output, 'Comparing', (update) => audit.verify(update));
        const read = await withProgress(output, 'Reading texts', (update) =>
          app.get(TextAudit).verify(update),
        );
        const isRepairing = repair === true && derived.differences > 0;
        if (isRepairing) await withProgress(output, 'Rebuilding', (update) => audit.repair(update));
        const found = {
          ...{ ...derived, texts: read.texts },
          differences: derived.differences + read.differences,
          named: [...derived.named, ...read.named],
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
              : `${found.differences} values differed${isRepairing ? `, and ${derived.differences} were repaired` : ''}.`),
        );
        if (derived.differences > 0 && !isRepairing) {
          output.line('To put right what is derived: hindcast verify --repair');
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
