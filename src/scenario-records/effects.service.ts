import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { ReportInput } from '../calibration/index.js';
import type { Sight } from '../database/visibility.js';
import { Database } from '../database/write-gate.js';
import { forecasterRef } from '../forecasters/forecaster.dto.js';
import { Forecaster } from '../forecasters/forecaster.entity.js';
import { loadForecasts } from '../forecasts/forecast-facts.js';
import type { Viewer } from '../http/viewer.js';
import { Problem } from '../problems.js';
import type { CreateResolution } from '../resolutions/resolution.dto.js';
import { ResolutionsService } from '../resolutions/resolutions.service.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';
import type { Filters } from '../track-records/filters.js';
import { TrackRecords } from '../track-records/track-records.service.js';
import { figuresOf, type FiguresMoved, type ResolutionEffect } from './effect.dto.js';
import type { ScenarioScore } from './scenario-record.dto.js';
import { ScenarioRecords } from './scenario-records.service.js';

/** The inputs of the reports concerned, and the scores on the scenario, in one state of the record. */
interface State {
  inputs: ReportInput[];
  scores: ScenarioScore[];
}

/**
 * What a correction would do to the scores. It is recorded in a rehearsal, so that it is counted as it would be: by the same
 * rules, into the same tallies, and nothing of it stays.
 */
@Injectable()
export class EffectsService {
  constructor(
    private readonly database: Database,
    private readonly scenarios: ScenariosService,
    private readonly resolutions: ResolutionsService,
    private readonly records: ScenarioRecords,
    private readonly trackRecords: TrackRecords,
  ) {}

  /**
   * @throws {Problem} not_resolved for a first judgement: it is made blind, and scores would tell what was forecast; and
   * whatever recording the correction would be refused for
   */
  async preview(
    scenarioId: string,
    body: CreateResolution,
    viewer: Viewer,
    sight: Sight,
  ): Promise<ResolutionEffect> {
    const scenario = await this.scenarios.require(this.database.read, scenarioId, sight);
    if (scenario.state !== 'resolved' && scenario.state !== 'annulled')
      throw new Problem(
        'not_resolved',
        `The scenario is ${scenario.state}: a first judgement is made without regard to scores, so its effect is not shown.`,
        { state: scenario.state },
      );
    const forecasters = await this.forecastersOf(scenarioId);
    const { slug, title } = scenario.topic;
    const selections: Filters[] = [
      {},
      { topic: slug },
      ...forecasters.map((one) => ({ forecaster: one.slug })),
    ];
    const readers = await Promise.all(selections.map((one) => this.trackRecords.reader(one, sight)));
    const stateOf = async (manager: EntityManager): Promise<State> => {
      const inputs: ReportInput[] = [];
      for (const read of readers) inputs.push(await read(manager));
      return { inputs, scores: await this.records.headlineScores(manager, scenarioId, sight) };
    };
    const { before, after } = await this.database.rehearse(async (manager) => {
      const state = await stateOf(manager);
      await this.resolutions.record(manager, scenarioId, body, viewer);
      return { before: state, after: await stateOf(manager) };
    });
    const moved = readers.map((_, index) => this.moved(before.inputs[index]!, after.inputs[index]!));
    const gap = ({ scores }: State, id: string) =>
      scores.find(({ forecaster }) => forecaster.slug === id)?.brierScore ?? null;
    return {
      ...moved[0]!,
      topic: { topic: { slug, title }, ...moved[1]! },
      forecasters: forecasters.map((forecaster, index) => ({ forecaster, ...moved[index + 2]! })),
      scenario: forecasters.map((forecaster) => ({
        ...{ forecaster, before: gap(before, forecaster.slug), after: gap(after, forecaster.slug) },
      })),
    };
  }

  private moved(before: ReportInput, after: ReportInput): FiguresMoved {
    const [was, becomes] = [before, after].map((input) => figuresOf(this.trackRecords.assemble(input)));
    return { before: was!, after: becomes! };
  }

  private async forecastersOf(scenarioId: string) {
    const manager = this.database.read;
    const ids = (await loadForecasts(manager, [scenarioId])).map(({ forecasterId }) => forecasterId);
    const found = await manager.find(Forecaster, {
      where: { id: In([...new Set(ids)]) },
      order: { name: 'ASC', id: 'ASC' },
    });
    return found.map(forecasterRef);
  }
}
