import { basename } from 'node:path';
import { AccountsService } from '../accounts/accounts.service.js';
import { type ArticleReading, conflictingClaims, readArticle } from '../briefing-text/index.js';
import { Clock } from '../clock.js';
import { dayOf, toInstant } from '../days.js';
import { AddSources, CreateEvent, type EventView, type SourceInput } from '../events/event.dto.js';
import { EventsModule } from '../events/events.module.js';
import { EventsService } from '../events/events.service.js';
import { Problem } from '../problems.js';
import { withServices } from './context.js';
import type { AddOptions } from './event.command.js';
import type { CommandOutput } from './output.js';
import { readTextFile } from './text-file.js';
import { validated } from './validated.js';

const MODULES = [EventsModule];

interface Article {
  file: string;
  text: string;
  outlet: string;
  reading: ArticleReading;
}

export function addEvent(files: string[], options: AddOptions, output: CommandOutput): Promise<void> {
  return withServices(output, MODULES, async (app) => {
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
  });
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
