import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { giveWay } from '../database/event-loop.js';
import { EVERYTHING } from '../database/visibility.js';
import { Database } from '../database/write-gate.js';
import { addDays, type Day, daysBetween, dayOf } from '../days.js';
import { compareRead, readForComparison, readQuickLine, RELATED } from '../statements/index.js';
import { DEFAULT_TERMS, type Term, termDays, TERMS, Topic } from '../topics/topic.entity.js';
import { matchTopic } from '../topics/topic-match.js';
import { TopicsService } from '../topics/topics.service.js';
import { closingDay } from './closing-day.js';
import { lintIn } from './lint.js';
import type { FindSimilar, QuickLineView, ReadQuickLine, SimilarScenarios } from './quick.dto.js';
import { ScenariosService } from './scenarios.service.js';

/** Comparing more statements than these would take longer than an author waits while writing. */
const MOST_COMPARED = 500;
const MOST_SHOWN = 5;

/** What helps an author while writing; nothing is recorded. */
@Injectable()
export class QuickService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly topics: TopicsService,
    private readonly scenarios: ScenariosService,
  ) {}

  /** What a line would record now. */
  async read(body: ReadQuickLine): Promise<QuickLineView> {
    const anyway = readQuickLine(body.line, this.today(null));
    const { topic, doubt } = await this.topicOf(body.topic, anyway.topic);
    const today = this.today(topic);
    const line = readQuickLine(body.line, today);
    const policy = topic ?? DEFAULT_TERMS;
    const named = body.deadline ?? line.deadline?.day;
    const term = body.term ?? (named === undefined ? 'short' : termFor(daysBetween(today, named), policy));
    const day = named ?? addDays(today, termDays(policy, term));
    const statement = body.statement ?? line.statement;
    const premise = body.premise === undefined ? line.premise : body.premise;
    const lint =
      statement === ''
        ? { marks: [], edgeCases: [] }
        : lintIn(topic, { statement, term, deadline: day, premise, criteria: body.criteria }, today);
    return {
      ...{ pieces: line.pieces, kind: line.kind, statement, premise, term },
      ...{ probability: line.probability, probabilityDoubt: line.probabilityDoubt },
      deadline: {
        ...closingDay(day, today),
        phrase: line.deadline?.day === day ? line.deadline.phrase : null,
        source: body.deadline !== undefined ? 'chosen' : named === undefined ? 'term' : 'line',
      },
      topic: topic && { slug: topic.slug, title: topic.title, zone: topic.zone },
      topicDoubt: doubt,
      ...lint,
    };
  }

  /** Open scenarios of a topic that say something like it. */
  async similar({ statement, topic: name }: FindSimilar): Promise<SimilarScenarios> {
    const topic = await this.topics.require(this.database.read, name);
    const { statements, open } = await this.scenarios.openIn(topic, MOST_COMPARED);
    const draft = readForComparison(statement);
    const alike: { id: string; similarity: number; same: boolean }[] = [];
    for (const one of statements) {
      await giveWay();
      const { similarity, same } = compareRead(readForComparison(one.statement), draft);
      if (similarity >= RELATED) alike.push({ id: one.id, similarity, same });
    }
    const related = alike.sort((a, b) => b.similarity - a.similarity).slice(0, MOST_SHOWN);
    const found = await this.scenarios.byIds(
      this.database.read,
      related.map(({ id }) => id),
      EVERYTHING,
    );
    const items = related.flatMap(({ id, similarity, same }) => {
      const scenario = found.get(id);
      return scenario ? [{ scenario, similarity, same }] : [];
    });
    return { items, compared: statements.length, open };
  }

  private async topicOf(
    chosen: string | undefined,
    written: string | null,
  ): Promise<{ topic: Topic | null; doubt: QuickLineView['topicDoubt'] }> {
    if (chosen !== undefined)
      return { topic: await this.topics.require(this.database.read, chosen), doubt: null };
    if (written === null) return { topic: null, doubt: null };
    const all = await this.database.read.find(Topic, { order: { title: 'ASC' } });
    const { topic, candidates } = matchTopic(written, all);
    const doubt = { text: written, candidates: candidates.map(({ slug, title }) => ({ slug, title })) };
    return { topic, doubt: topic ? null : doubt };
  }

  private today(topic: Topic | null): Day {
    return dayOf(this.clock.now(), topic?.zone ?? 'UTC');
  }
}

/** The shortest term of a topic that reaches so far. */
const termFor = (days: number, policy: Parameters<typeof termDays>[0]): Term =>
  TERMS.find((term) => days <= termDays(policy, term)) ?? 'long';
