import { AccountsService } from '../accounts/accounts.service.js';
import { Clock } from '../clock.js';
import { toInstant } from '../days.js';
import { AgreementService } from '../rereads/agreement.service.js';
import { DrawsService } from '../rereads/draws.service.js';
import { type Agreement, AgreementQuery, DrawOptions } from '../rereads/reread.dto.js';
import { RereadsModule } from '../rereads/rereads.module.js';
import { withServices } from './context.js';
import type { CommandOutput } from './output.js';
import type { AgreementOptions, DrawingOptions } from './rereads.command.js';
import { validated } from './validated.js';

const MODULES = [RereadsModule];

export function printAgreement(
  { desk, json: _json, ...filters }: AgreementOptions,
  output: CommandOutput,
): Promise<void> {
  return withServices(output, MODULES, async (app) => {
    const query = await validated(AgreementQuery, filters);
    const sight = { desk: desk === true, now: toInstant(app.get(Clock).now()) };
    const agreement = await app.get(AgreementService).agreement(query, sight);
    output.json(agreement);
    output.line(agreementText(agreement));
  });
}

export function drawRereads(
  { json: _json, ...options }: DrawingOptions,
  output: CommandOutput,
): Promise<void> {
  return withServices(output, MODULES, async (app) => {
    const asked = await validated(DrawOptions, options);
    const draw = await app.get(DrawsService).draw(asked, await app.get(AccountsService).commandLine());
    output.json({ draw });
    output.line(
      `Drew ${draw.items.length} of ${draw.population} resolved scenarios (seed ${draw.seed}). ` +
        'They wait at GET /api/v1/rereads for editors who did not judge them.',
    );
  });
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function agreementText({ read, agreed, share, interval }: Agreement): string {
  if (share === null) return 'Nothing has been re-read yet.';
  return (
    `${agreed} of ${read} agreed: ${percent(share)} ` +
    `(${percent(interval.level)} range ${percent(interval.low!)} to ${percent(interval.high!)}).`
  );
}
