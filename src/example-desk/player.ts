import type { INestApplicationContext } from '@nestjs/common';
import { AccountsService } from '../accounts/accounts.service.js';
import type { MovingClock } from '../clock.js';
import { EVERYTHING } from '../database/visibility.js';
import type { Day } from '../days.js';
import { StandingsService } from '../errata/standings.service.js';
import { EventsService } from '../events/events.service.js';
import { EvidenceService } from '../evidence/evidence.service.js';
import { ForecastersService } from '../forecasters/forecasters.service.js';
import { BriefingLogging } from '../forecasts/briefing-logging.service.js';
import { LoggingService } from '../forecasts/logging.service.js';
import type { Viewer } from '../http/viewer.js';
import { DrawsService } from '../rereads/draws.service.js';
import { RereadsService } from '../rereads/rereads.service.js';
import { QueueService } from '../resolutions/queue.service.js';
import { ResolutionsService } from '../resolutions/resolutions.service.js';
import { ScenarioRecords } from '../scenario-records/scenario-records.service.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';
import { TestabilitiesService } from '../scenarios/testabilities.service.js';
import { SettingsService } from '../settings/settings.service.js';
import { TopicsService } from '../topics/topics.service.js';
import { exampleDeskScript } from './script.js';
import type { Step } from './types.js';

/** The accounts of the example desk, one for each role. */
export const EXAMPLE_ACCOUNTS = {
  analyst: 'Example analyst',
  editor: 'Example editor',
  administrator: 'Example administrator',
} as const;

const DRAWN = 40;
const JUDGED_AGAIN = 32;
const DOUBTFUL = 'The criteria do not say whether a partial measure counts.';

/**
 * Lives the life of the example desk: every step is an act of the domain, under a clock that stands where the step
 * stands, so that its forecasts are live and every rule has been kept.
 */
export class ExampleDeskPlayer {
  /** Ids by the script's names. */
  private readonly scenarios = new Map<string, string>();
  private readonly events = new Map<string, string>();
  private readonly latestResolution = new Map<string, string>();
  private analyst: Viewer;
  private editor: Viewer;
  private administrator: Viewer;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: MovingClock,
  ) {}

  /**
   * @param endOn the day to which the story is told
   * @param progress told after each step
   */
  async play(endOn: Day, progress: (done: number, total: number) => void = () => undefined): Promise<void> {
    const steps = exampleDeskScript(endOn);
    this.clock.moveTo(steps[0]!.at);
    const accounts = this.app.get(AccountsService, { strict: false });
    for (const role of ['analyst', 'editor', 'administrator'] as const)
      await accounts.add(EXAMPLE_ACCOUNTS[role], role);
    this.analyst = await accounts.viewerNamed(EXAMPLE_ACCOUNTS.analyst);
    this.editor = await accounts.viewerNamed(EXAMPLE_ACCOUNTS.editor);
    this.administrator = await accounts.viewerNamed(EXAMPLE_ACCOUNTS.administrator);
    for (const [index, step] of steps.entries()) {
      this.clock.moveTo(step.at);
      await this.act(step);
      progress(index + 1, steps.length);
    }
    if (this.latestResolution.size >= DRAWN) await this.judgeAgain();
    await this.get(SettingsService).set('example_desk', endOn);
  }

  private async act(step: Step): Promise<unknown> {
    switch (step.type) {
      case 'topic': {
        const { slug, title, shortDays, mediumDays, longDays } = step;
        return this.get(TopicsService).create({ slug, title, shortDays, mediumDays, longDays });
      }
      case 'forecaster': {
        const { slug, name, kind } = step;
        return this.get(ForecastersService).set(slug, { name, kind, public: step.public });
      }
      case 'briefing':
        return this.briefing(step.ref, step.text, step.forecaster);
      case 'criteria': {
        const { text, edgeCases } = step;
        const scenario = this.scenario(step.scenario);
        await this.get(ScenariosService).addCriteria(scenario, { text, edgeCases }, this.analyst);
        return this.get(TestabilitiesService).confirm(scenario, { testability: 'observable' }, this.editor);
      }
      case 'forecast': {
        const { probability, rationale, forecaster } = step;
        return this.get(LoggingService).forecast(
          this.scenario(step.scenario),
          { probability, rationale, forecaster },
          this.analyst,
        );
      }
      case 'withdrawal': {
        const { forecaster, reason } = step;
        return this.get(LoggingService).withdraw(
          this.scenario(step.scenario),
          { forecaster, reason },
          this.analyst,
        );
      }
      case 'event': {
        const { at: _at, type: _type, ref, sources, ...event } = step;
        const recorded = await this.get(EventsService).create(
          { ...event, sources: sources.map((source) => ({ ...source, claims: [] })) },
          event.standing === 'reported' ? this.analyst : this.editor,
        );
        return this.events.set(ref, recorded.id);
      }
      case 'evidence':
        return this.get(EvidenceService).add(
          this.scenario(step.scenario),
          { eventId: this.event(step.event), bearing: step.bearing, note: step.note },
          this.analyst,
        );
      case 'standing': {
        const { standing, reason } = step;
        return this.get(StandingsService).setStanding(
          this.event(step.event),
          { standing, reason },
          this.editor,
        );
      }
      case 'resolution':
        return this.resolve(step);
      case 'deferral':
        return this.get(QueueService).defer(
          this.scenario(step.scenario),
          { until: step.until, reason: step.reason },
          this.editor,
        );
    }
  }

  private async briefing(ref: string, text: string, forecaster: string): Promise<void> {
    const body = { text, forecaster, follows: null }; // each of its briefings is a story of its own
    const { scenarios, refused } = await this.get(BriefingLogging).log(body, this.analyst);
    if (refused.length > 0) throw new Error(`${ref}: ${refused[0]!.reason} (${refused[0]!.text})`);
    for (const [index, scenario] of scenarios.entries()) this.scenarios.set(`${ref}/${index}`, scenario.id!);
  }

  private async resolve(step: Extract<Step, { type: 'resolution' }>): Promise<void> {
    const { outcome, outcomeOn, reason, basis, annulment, shortfall } = step;
    const scenario = this.scenario(step.scenario);
    const events = step.evidence.map((ref) => this.event(ref));
    const ofPremise = annulment === 'premise_false';
    const resolution = await this.get(ResolutionsService).resolve(
      scenario,
      {
        ...{ outcome, outcomeOn, reason, basis, annulment, shortfall },
        evidence: ofPremise ? [] : events,
        premiseEvidence: ofPremise ? events : [],
        duplicateOf: step.duplicateOf && this.scenario(step.duplicateOf),
        supersedes: this.latestResolution.get(scenario),
      },
      this.editor,
    );
    this.latestResolution.set(scenario, resolution.id);
  }

  /** The administrator judges most of a draw again, and twice finds otherwise; the rest waits. */
  private async judgeAgain(): Promise<void> {
    const { items } = await this.get(DrawsService).draw({ size: DRAWN, seed: 2026 }, this.administrator);
    for (const [index, { id, scenarioId }] of items.slice(0, JUDGED_AGAIN).entries()) {
      const record = await this.get(ScenarioRecords).blind(scenarioId, EVERYTHING);
      const reading =
        index % 16 === 8
          ? { outcome: 'annulled' as const, annulment: 'ambiguous' as const, note: DOUBTFUL }
          : { outcome: record.outcome! };
      await this.get(RereadsService).read(id, reading, this.administrator);
    }
  }

  private get<T>(service: new (...args: never[]) => T): T {
    return this.app.get(service, { strict: false });
  }

  private scenario(ref: string): string {
    return found(this.scenarios, ref);
  }

  private event(ref: string): string {
    return found(this.events, ref);
  }
}

function found(ids: ReadonlyMap<string, string>, ref: string): string {
  const id = ids.get(ref);
  if (id === undefined) throw new Error(`The script speaks of “${ref}” before it was recorded.`);
  return id;
}
