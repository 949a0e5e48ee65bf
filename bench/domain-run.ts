import type { INestApplicationContext } from '@nestjs/common';
import { AccountsService } from '../src/accounts/accounts.service.js';
import type { MovingClock } from '../src/clock.js';
import { EventsService } from '../src/events/events.service.js';
import { EvidenceService } from '../src/evidence/evidence.service.js';
import { ForecastersService } from '../src/forecasters/forecasters.service.js';
import { LoggingService } from '../src/forecasts/logging.service.js';
import type { Viewer } from '../src/http/viewer.js';
import { ResolutionsService } from '../src/resolutions/resolutions.service.js';
import { TopicsService } from '../src/topics/topics.service.js';
import { type Act, actsOf } from './acts.js';
import type { Plan } from './plan.js';
import { criteriaOf, headlineOf, REASON, statementOf } from './sentences.js';
import { ACCOUNTS, endOf, forecasterOf, FORECASTERS, topicOf, TOPICS, type World } from './world.js';

/** Puts a world on record as people would: each act is one of the domain's, under a clock that stands where it stands. */
export class DomainRun {
  private readonly scenarios = new Map<number, string>();
  private readonly latest = new Map<number, string>();
  private readonly viewers = {} as Record<keyof typeof ACCOUNTS, Viewer>;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: MovingClock,
  ) {}

  async play(world: World): Promise<void> {
    const accounts = this.get(AccountsService);
    for (const [who, name] of Object.entries(ACCOUNTS) as [keyof typeof ACCOUNTS, string][]) {
      await accounts.add(name, 'editor');
      this.viewers[who] = await accounts.viewerNamed(name);
    }
    for (let index = 0; index < TOPICS; index += 1) await this.get(TopicsService).create(topicOf(index));
    for (let index = 0; index < FORECASTERS; index += 1) {
      const { slug, ...forecaster } = forecasterOf(index);
      await this.get(ForecastersService).set(slug, forecaster);
    }
    for (const act of actsOf(world)) {
      this.clock.moveTo(act.at);
      await this.act(act);
    }
    this.clock.moveTo(endOf(world));
  }

  private async act(act: Act): Promise<void> {
    switch (act.type) {
      case 'scenario':
        return this.open(act.plan);
      case 'forecast': {
        const { recordedAt, statedAt, probabilityBp } = act.forecast;
        const archival = statedAt < recordedAt;
        await this.get(LoggingService).forecast(
          this.scenario(act.plan),
          {
            ...{ probability: probabilityBp / 10_000, forecaster: forecasterOf(act.opinion.forecaster).slug },
            ...(archival && { statedAt }),
          },
          archival ? this.viewers.editor : this.viewers.analyst,
        );
        return;
      }
      case 'withdrawal':
        await this.get(LoggingService).withdraw(
          this.scenario(act.plan),
          { forecaster: forecasterOf(act.opinion.forecaster).slug },
          this.viewers.analyst,
        );
        return;
      case 'resolution':
        return this.resolve(act);
      case 'late': {
        const eventId = await this.event(act.plan, act.plan.late!.on);
        const link = { eventId, bearing: 'settles' as const };
        await this.get(EvidenceService).add(this.scenario(act.plan), link, this.viewers.judge);
      }
    }
  }

  private async open(plan: Plan): Promise<void> {
    const { kind, term, testability, opinions } = plan;
    const first = opinions[0]!;
    const id = await this.get(LoggingService).scenario(
      {
        ...{ topic: topicOf(plan.topic).slug, kind, term, testability, statement: statementOf(plan) },
        criteria: testability === 'observable' ? { text: criteriaOf(plan), edgeCases: [] } : undefined,
        ...{ probability: first.forecasts[0]!.probabilityBp / 10_000 },
        ...{ forecaster: forecasterOf(first.forecaster).slug },
      },
      this.viewers.analyst,
    );
    this.scenarios.set(plan.number, id);
  }

  private async resolve({ plan, resolution }: Extract<Act, { type: 'resolution' }>): Promise<void> {
    const { outcome, on, byAnalyst } = resolution;
    const { id } = await this.get(ResolutionsService).resolve(
      this.scenario(plan),
      {
        ...{ outcome, outcomeOn: on, reason: REASON, premiseEvidence: [] },
        evidence: outcome === 'occurred' ? [await this.event(plan, on)] : [],
        ...(outcome === 'annulled' && { annulment: 'unverifiable' as const }),
        supersedes: this.latest.get(plan.number),
      },
      byAnalyst ? this.viewers.analyst : this.viewers.judge,
    );
    this.latest.set(plan.number, id);
  }

  private async event(plan: Plan, occurredOn: string): Promise<string> {
    const event = {
      ...{ topic: topicOf(plan.topic).slug, headline: headlineOf(plan), occurredOn, sources: [] },
      standing: 'confirmed' as const,
    };
    return (await this.get(EventsService).create(event, this.viewers.judge)).id;
  }

  private scenario({ number }: Plan): string {
    return this.scenarios.get(number)!;
  }

  private get<T>(service: new (...args: never[]) => T): T {
    return this.app.get(service, { strict: false });
  }
}
