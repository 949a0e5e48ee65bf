import { type Command, Option } from 'commander';
import { basename } from 'node:path';
import { AccountsService } from '../accounts/accounts.service.js';
import { type ArticleReading, conflictingClaims, readArticle } from '../briefing-text/index.js';
import { Clock } from '../clock.js';
import { dayOf, toInstant } from '../days.js';
import { AddSources, CreateEvent, type EventView, type SourceInput } from '../events/event.dto.js';
import { STANDINGS } from '../events/event.entity.js';
import { EventsService } from '../events/events.service.js';
import { Problem } from '../problems.js';
import { withServices } from './context.js';
import type { CommandOutput } from './output.js';
import { readTextFile } from './text-file.js';
import { validated } from './validated.js';

interface AddOptions {
  topic?: string;
  headline?: string;
  on?: string;
  summary?: string;
  attribution?: string;
  standing?: string;
  outlet?: string;
  publishedOn?: string;
  to?: string;
  dryRun?: boolean;
}

interface Article {
  file: string;
  text: string;
  outlet: string;
  reading: ArticleReading;
}

const HELP = `
An article's text becomes a source, which stays with the desk, and proposes the event: its headline, the sentences that
carry days and actors, the days it may have happened on. On what several articles differ, all accounts are kept. The
day it happened is never guessed: say it with --on.

Examples:
  $ hindcast event add article.txt --dry-run
  $ hindcast event add one.txt two.txt --topic "Harbour strike" --on 2026-06-18 --headline "The port closes"
  $ hindcast event add --topic harbour-strike --headline "The port closes" --on 2026-06-18 --outlet "The Gull"
  $ hindcast event add third.txt --to EVENT_ID`;

export function addEventCommand(program: Command, output: CommandOutput): void {
  program
    .command('event')
    .description('what happened')
    .command('add')
    .argument('[files...]', 'articles that report it, as text')
    .description('log an event, from articles or by its headline')
    .option('--topic <name>', 'slug or title of the running story')
    .option('--headline <text>', 'what happened (default: what the first article proposes)')
    .option('--on <day>', 'the day it happened, YYYY-MM-DD')
    .option('--summary <text>')
    .option('--attribution <text>', 'on whose word its figures rest, as in “on the ministry’s count”')
    .addOption(new Option('--standing <standing>', 'how it is believed').choices([...STANDINGS]))
    .option('--outlet <name>', 'who reports it (default: what the article says, or its file name)')
    .option('--published-on <day>', 'the day the articles appeared')
    .option('--to <event>', 'put the articles to an event on record, as further sources')
    .option('--dry-run', 'show what is proposed and record nothing')
    .option('--json', 'print the proposal and the event as JSON')
    .addHelpText('after', HELP)
    .action((files: string[], options: AddOptions) =>
      withServices(output, async (app) => {
        const now = app.get(Clock).now();
        const articles = await Promise.all(
          files.map((file) => readArticleFile(file, options, dayOf(now, 'UTC'))),
        );
        const proposal = propose(articles, options);
        tellProposal(proposal, output);
        if (options.dryRun) return output.json(proposal);
        const events = app.get(EventsService);
        const viewer = await app.get(AccountsService).commandLine();
        const sources = sourcesOf(articles, options);
        const event = options.to
          ? await events.addSources(options.to, (await validated(AddSources, { sources })).sources, viewer)
          : await events.create(await bodyOf(proposal, sources, options), viewer);
        output.json({ ...proposal, event });
        tellEvent(event, toInstant(now), output);
      }),
    );
}

async function readArticleFile(file: string, options: AddOptions, today: string): Promise<Article> {
  const text = await readTextFile(file);
  const reading = readArticle(text, { today, publishedOn: options.publishedOn });
  return { file, text, reading, outlet: options.outlet ?? reading.outlet ?? basename(file) };
}

/** What the articles offer; nothing of it is decided. */
function propose(articles: readonly Article[], options: AddOptions) {
  const headline = options.headline ?? articles.map((one) => one.reading.headline).find(Boolean) ?? null;
  return {
    event: { headline, occurredOn: options.on ?? null },
    articles: articles.map(({ file, outlet, reading }) => ({ file, ...reading, outlet })),
    conflicts: conflictingClaims(articles.map(({ outlet, reading }) => ({ outlet, reading }))),
  };
}

function sourcesOf(articles: readonly Article[], options: AddOptions): SourceInput[] {
  const publishedOn = options.publishedOn ?? null;
  if (articles.length === 0)
    return options.outlet ? [{ outlet: options.outlet, publishedOn, claims: [] }] : [];
  return articles.map(({ text, outlet, reading }) => ({ outlet, publishedOn, text, claims: reading.claims }));
}

async function bodyOf(
  proposal: ReturnType<typeof propose>,
  sources: SourceInput[],
  options: AddOptions,
): Promise<CreateEvent> {
  const candidates = proposal.articles.flatMap((article) => article.candidates);
  if (!options.on)
    throw new Problem(
      'event_day_required',
      `Say on which day it happened (--on YYYY-MM-DD). Nothing was recorded.` +
        (candidates.length > 0
          ? ` The articles say: ${[...new Set(candidates.map(({ words }) => words))].join('; ')}.`
          : ''),
      { ...proposal },
    );
  const { topic, summary, attribution, standing } = options;
  return validated(CreateEvent, {
    ...{ topic, summary, attribution, standing, sources },
    headline: proposal.event.headline ?? undefined,
    occurredOn: options.on,
  });
}

function tellProposal(
  { event, articles, conflicts }: ReturnType<typeof propose>,
  output: CommandOutput,
): void {
  output.line(`Event: ${event.headline ?? '(no headline found)'} · ${event.occurredOn ?? 'day not given'}`);
  for (const article of articles) {
    output.line(`  ${article.outlet}`);
    for (const { words, day } of article.candidates)
      output.line(`    may have happened: ${words}${day ? ` (${day})` : ''}`);
  }
  for (const { about, accounts } of conflicts) {
    output.line(`  accounts differ on ${about}:`);
    for (const { outlet, value } of accounts) output.line(`    ${outlet}: ${value}`);
  }
}

function tellEvent(event: EventView, now: string, output: CommandOutput): void {
  const sources = `${event.sources.length} source${event.sources.length === 1 ? '' : 's'}`;
  const origins = event.origins < event.sources.length ? `, ${event.origins} independent` : '';
  output.line(`Recorded ${event.id} with ${sources}${origins} (${event.standing}) at ${now}`);
}
