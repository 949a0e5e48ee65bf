import type { Command } from 'commander';
import { DRAW_SIZE } from '../rereads/draw-size.js';
import type { CommandOutput } from './output.js';

export type AgreementOptions = Record<string, string> & { desk?: boolean; json?: boolean };
export type DrawingOptions = Record<string, string> & { json?: boolean };

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
    .action((options: AgreementOptions) =>
      import('./rereads.action.js').then(({ printAgreement }) => printAgreement(options, output)),
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
    .action((options: DrawingOptions) =>
      import('./rereads.action.js').then(({ drawRereads }) => drawRereads(options, output)),
    );
}
