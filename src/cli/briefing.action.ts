import { PickType } from '@nestjs/swagger';
import { AccountsService } from '../accounts/accounts.service.js';
import { toProblem } from '../database/driver-errors.js';
import { BriefingLogging } from '../forecasts/briefing-logging.service.js';
import { type BriefingReadingView, CreateBriefing } from '../forecasts/forecast.dto.js';
import { ForecastsModule } from '../forecasts/forecasts.module.js';
import { Problem } from '../problems.js';
import type { AddOptions } from './briefing.command.js';
import { withServices } from './context.js';
import { type Answers, answersOf, askAnswers, needsAnswers, withTerminal } from './edition-answers.js';
import { type EditionRow, editionRows, tellRows } from './edition-table.js';
import type { CommandOutput, ExitCode } from './output.js';
import { readTextFile } from './text-file.js';
import { validated } from './validated.js';

class EditionAnswersBody extends PickType(CreateBriefing, ['choices', 'dropped'] as const) {}

const HOW_TO_ANSWER =
  'Say it with --clarified ROW, --new ROW and --dropped "ROW: WHY", or with --choices FILE.json; --dry-run shows the rows.';

const MODULES = [ForecastsModule];

export function addBriefings(files: string[], options: AddOptions, output: CommandOutput): Promise<void> {
  return withServices(output, MODULES, async (app) => {
    const logging = app.get(BriefingLogging);
    const viewer = options.dryRun ? null : await app.get(AccountsService).commandLine();
    let failed = 0;
    for (const file of files) {
      try {
        const body = await bodyOf(await readTextFile(file), options);
        const preview = await logging.preview(body);
        const rows = tellDifferences(preview, output);
        const answers = viewer && (await answersFor(preview, rows, options));
        const reading = viewer ? await logging.log({ ...body, ...answers }, viewer) : preview;
        output.json(files.length > 1 ? { file, ...reading } : reading);
        tell(file, reading, viewer === null, output);
        output.exit(exitOf(reading));
      } catch (error) {
        const problem = toProblem(error);
        if (!problem) throw error;
        output.json(files.length > 1 ? { file, error: problem } : { error: problem });
        output.note(problem.detail.startsWith(file) ? problem.detail : `${file}: ${problem.detail}`);
        if (/^(edition_unanswered|briefing_changed)$/.test(problem.code)) output.note(HOW_TO_ANSWER);
        failed += 1;
      }
    }
    if (failed > 0) output.exit(failed === files.length ? 1 : 2);
  });
}

/** A text of which nothing could be recorded has failed, also where nothing was to be. */
function exitOf({ briefing, scenarios, refused }: BriefingReadingView): ExitCode {
  if (!briefing.topic || !briefing.headline || scenarios.length === 0) return 1;
  return refused.length > 0 ? 2 : 0;
}

function tellDifferences(preview: BriefingReadingView, output: CommandOutput): EditionRow[] {
  const rows = editionRows(preview);
  if (rows.length > 0) {
    const { headline } = preview.briefing;
    output.line(
      preview.changes
        ? `Another text of “${headline}”, which is on record:`
        : `“${headline}” is the next edition of a story on record:`,
    );
    tellRows(rows, output);
  }
  return rows;
}

/** What is said of the differences: in a file, with options, or at the terminal. */
async function answersFor(
  preview: BriefingReadingView,
  rows: readonly EditionRow[],
  options: AddOptions,
): Promise<Answers> {
  if (options.choices !== undefined) return answersIn(options.choices);
  if (options.clarified || options.new || options.dropped) return answersOf(options, rows);
  const isChange = preview.changes !== undefined;
  if (!needsAnswers(rows, isChange)) return {};
  return withTerminal(async (ask) => {
    if (!ask) return {};
    const answers = await askAnswers(rows, isChange, ask);
    if (!answers) throw new Problem('edition_unanswered', 'Stopped; nothing was recorded.');
    return answers;
  });
}

async function answersIn(file: string): Promise<Answers> {
  const text = await readTextFile(file);
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new Problem('malformed_request', `${file} is not JSON.`);
  }
  return validated(EditionAnswersBody, given as object);
}

async function bodyOf(text: string, options: AddOptions): Promise<CreateBriefing> {
  const { topic, headline, publishedOn, forecaster } = options;
  const follows = options.follows === 'none' ? null : options.follows;
  const publicAt = options.deskOnly ? null : options.publicAt;
  const { text: _text, ...fields } = await validated(CreateBriefing, {
    ...Object.fromEntries(
      Object.entries({ topic, headline, publishedOn, forecaster }).filter(([, value]) => value !== undefined),
    ),
    ...(publicAt !== undefined && { publicAt }),
    ...(follows !== undefined && { follows }),
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
  if (scenarios.length === 0) output.line('  no scenario was found: nothing can be recorded');
  for (const item of refused) output.line(`  refused, line ${item.line ?? '—'}: ${item.reason}`);
  for (const warning of warnings) output.line(`  note: ${warning.message}`);
}
