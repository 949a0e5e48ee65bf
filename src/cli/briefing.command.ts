import type { Command } from 'commander';
import { AccountsService } from '../accounts/accounts.service.js';
import { toProblem } from '../database/driver-errors.js';
import { BriefingLogging } from '../forecasts/briefing-logging.service.js';
import type { BriefingReadingView, CreateBriefing } from '../forecasts/forecast.dto.js';
import { CreateBriefing as CreateBriefingBody } from '../forecasts/forecast.dto.js';
import { withServices } from './context.js';
import type { CommandOutput } from './output.js';
import { readTextFile } from './text-file.js';
import { validated } from './validated.js';

interface AddOptions {
  topic?: string;
  headline?: string;
  publishedOn?: string;
  forecaster?: string;
  publicAt?: string;
  deskOnly?: boolean;
  dryRun?: boolean;
}

const HELP = `
What is read can be overridden: --topic, --headline, --published-on. A briefing that is on record is recognised, not
doubled. With --json, each file gives one line: the briefing, its scenarios, what was refused, and what was guessed.

Examples:
  $ hindcast briefing add update-15.txt --dry-run
  $ hindcast briefing add *.txt --forecaster "Night desk" --json

Exit codes: 0 fine, 1 no file could be recorded, 2 recorded, but some files or items were refused.`;

export function addBriefingCommand(program: Command, output: CommandOutput): void {
  program
    .command('briefing')
    .description('briefings')
    .command('add')
    .argument('<files...>', 'briefings as pasted: text, Markdown or HTML')
    .description('put briefings on record, with their scenarios and a forecast on each')
    .option('--topic <title>', 'the running story; made if it does not exist')
    .option('--headline <text>', 'the headline, if it was not found or is another')
    .option('--published-on <day>', 'the publication day, YYYY-MM-DD')
    .option('--forecaster <name>', 'whose probabilities these are (default: the desk)')
    .option('--public-at <instant>', 'from when it is public (default: at once)')
    .option('--desk-only', 'keep it to the desk')
    .option('--dry-run', 'read it and record nothing')
    .option('--json', 'print what was read as JSON, one line a file')
    .addHelpText('after', HELP)
    .action((files: string[], options: AddOptions) =>
      withServices(output, async (app) => {
        const logging = app.get(BriefingLogging);
        const viewer = options.dryRun ? null : await app.get(AccountsService).commandLine();
        let failed = 0;
        for (const file of files) {
          try {
            const body = await bodyOf(await readTextFile(file), options);
            const reading = viewer ? await logging.log(body, viewer) : logging.preview(body);
            output.json(files.length > 1 ? { file, ...reading } : reading);
            tell(file, reading, options.dryRun === true, output);
            output.exit(reading.refused.length > 0 ? 2 : 0);
          } catch (error) {
            const problem = toProblem(error);
            if (!problem) throw error;
            output.json(files.length > 1 ? { file, error: problem } : { error: problem });
            output.note(problem.detail.startsWith(file) ? problem.detail : `${file}: ${problem.detail}`);
            failed += 1;
          }
        }
        if (failed > 0) output.exit(failed === files.length ? 1 : 2);
      }),
    );
}

async function bodyOf(text: string, options: AddOptions): Promise<CreateBriefing> {
  const { topic, headline, publishedOn, forecaster } = options;
  const publicAt = options.deskOnly ? null : options.publicAt;
  const { text: _text, ...fields } = await validated(CreateBriefingBody, {
    ...Object.fromEntries(
      Object.entries({ topic, headline, publishedOn, forecaster }).filter(([, value]) => value !== undefined),
    ),
    ...(publicAt !== undefined && { publicAt }),
  });
  return { ...fields, text };
}

function tell(file: string, reading: BriefingReadingView, dry: boolean, output: CommandOutput): void {
  const { briefing, scenarios, refused, warnings } = reading;
  const did = dry
    ? 'Read, nothing recorded'
    : reading.recognised
      ? 'On record already, nothing doubled'
      : 'Recorded';
  output.line(`${did}: “${briefing.headline ?? file}”`);
  output.line(
    `  topic ${briefing.topic ?? '—'} · published ${briefing.publishedOn ?? '—'} · ${briefing.edition ?? 'no edition'}`,
  );
  for (const one of scenarios) {
    output.line(`  ${one.kind} · ${one.term} · ${one.probability}${one.id ? `  ${one.id}` : ''}`);
    if (one.premise) output.line(`    if ${one.premise}:`);
    output.line(`    ${one.statement}`);
  }
  for (const item of refused) output.line(`  refused, line ${item.line ?? '—'}: ${item.reason}`);
  for (const warning of warnings) output.line(`  note: ${warning.message}`);
}
