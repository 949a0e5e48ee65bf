import type { Command } from 'commander';
import { AccountsService } from '../accounts/accounts.service.js';
import { Clock } from '../clock.js';
import { toInstant } from '../days.js';
import { AgreementService } from '../rereads/agreement.service.js';
import { DRAW_SIZE, DrawsService } from '../rereads/draws.service.js';
import { type Agreement, AgreementQuery, DrawOptions } from '../rereads/reread.dto.js';
import { withServices } from './context.js';
import type { CommandOutput } from './output.js';
import { validated } from './validated.js';

const HELP = `
How often another editor, not knowing the outcome, came to the same: of what is public, unless --desk is given.

Examples:
  $ hindcast rereads
  $ hindcast rereads --topic harbour-strike --desk --json
  $ hindcast rereads draw --size 40`;

const DRAW_HELP = `
Draws evenly from what is resolved and not annulled. The seed goes on record: with the same population it gives the same
items. What was drawn is read at GET and POST /api/v1/rereads, by editors who did not judge it.

Examples:
  $ hindcast rereads draw
  $ hindcast rereads draw --size 20 --seed 7 --topic harbour-strike --json`;

export function addRereadsCommand(program: Command, output: CommandOutput): void {
  const rereads = program
    .command('rereads')
    .description('how well judging repeats itself, and draws for re-reading')
    .enablePositionalOptions() // what stands after `draw` is said to `draw`
    .option('--topic <slug>')
    .option('--kind <kind>', 'risk, opportunity or consequence')
    .option('--term <term>', 'short, medium or long')
    .option('--testability <testability>', 'observable, judged or untested')
    .option('--from <day>', 'first day of the outcome')
    .option('--to <day>', 'last day of the outcome')
    .option('--desk', 'with what only the desk may see')
    .option('--json', 'print the agreement as JSON')
    .addHelpText('after', HELP)
    .action(
      ({ desk, json: _json, ...filters }: Record<string, string> & { desk?: boolean; json?: boolean }) =>
        withServices(output, async (app) => {
          const query = await validated(AgreementQuery, filters);
          const sight = { desk: desk === true, now: toInstant(app.get(Clock).now()) };
          const agreement = await app.get(AgreementService).agreement(query, sight);
          output.json(agreement);
          output.line(agreementText(agreement));
        }),
    );
  rereads
    .command('draw')
    .description('draw resolved scenarios for somebody else to judge again, blind')
    .option('--size <n>', `how many (default ${DRAW_SIZE})`)
    .option('--seed <n>', 'whole number; drawn by chance if missing, and on record either way')
    .option('--topic <slug>', 'from one topic')
    .option('--again', 'with what has been re-read before')
    .option('--json', 'print the draw as JSON')
    .addHelpText('after', DRAW_HELP)
    .action(({ json: _json, ...options }: Record<string, string> & { json?: boolean }) =>
      withServices(output, async (app) => {
        const asked = await validated(DrawOptions, options);
        const draw = await app.get(DrawsService).draw(asked, await app.get(AccountsService).commandLine());
        output.json({ draw });
        output.line(
          `Drew ${draw.items.length} of ${draw.population} resolved scenarios (seed ${draw.seed}). ` +
            'They wait at GET /api/v1/rereads for editors who did not judge them.',
        );
      }),
    );
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function agreementText({ read, agreed, share, interval }: Agreement): string {
  if (share === null) return 'Nothing has been re-read yet.';
  return (
    `${agreed} of ${read} agreed: ${percent(share)} ` +
    `(${percent(interval.level)} range ${percent(interval.low!)} to ${percent(interval.high!)}).`
  );
}
