import { Injectable } from '@nestjs/common';
import type { Canvas } from '@napi-rs/canvas';
import { type Card, predictionCard, recordCard } from '../../../client/src/cards.js';
import { forecastHistogram } from '../../../client/src/charts/forecast-histogram.js';
import { probabilityOverTime } from '../../../client/src/charts/probability-over-time.js';
import { reliabilityDiagram } from '../../../client/src/charts/reliability-diagram.js';
import { HISTOGRAM_SIZE, OVER_TIME_SIZE, RELIABILITY_SIZE } from '../../../client/src/charts/sizes.js';
import type { Theme } from '../../../client/src/charts/theme.js';
import type { Report } from '../../../client/src/data.js';
import { sizeOf } from '../../../client/src/words.js';
import { Clock } from '../../clock.js';
import { ForecastersService } from '../../forecasters/forecasters.service.js';
import { tagOf } from '../../http/entity-tag.js';
import { sightOf } from '../../http/sight.js';
import { ANYONE } from '../../http/viewer.js';
import { Problem } from '../../problems.js';
import { ScenarioRecords } from '../../scenario-records/scenario-records.service.js';
import { ScenariosService } from '../../scenarios/scenarios.service.js';
import { TopicsService } from '../../topics/topics.service.js';
import type { Filters } from '../../track-records/filters.js';
import { TrackRecords } from '../../track-records/track-records.service.js';
import { SiteFacts } from '../site-facts.js';
import { drawCard } from './card.js';
import { chartPicture, type Size, type ThemeName, themeOf } from './chart-picture.js';
import { PictureStore } from './picture-store.js';

/** A picture that can be drawn, and a tag of all that goes into it: who has that need not wait for the drawing. */
export interface Picture {
  tag: string;
  png: () => Promise<Buffer>;
}

/** Pixels of a chart's picture for each pixel of its page: at 1.5 it alone would weigh most of what a page may. */
const SCALE = 1;

/** The pages' charts and cards as pictures, of what anyone may see. */
@Injectable()
export class Pictures {
  constructor(
    private readonly clock: Clock,
    private readonly site: SiteFacts,
    private readonly store: PictureStore,
    private readonly topics: TopicsService,
    private readonly forecasters: ForecastersService,
    private readonly scenarios: ScenariosService,
    private readonly records: ScenarioRecords,
    private readonly trackRecords: TrackRecords,
  ) {}

  reliability(filters: Filters, theme?: ThemeName): Promise<Picture> {
    return this.ofReport('reliability', filters, theme, RELIABILITY_SIZE, reliabilityDiagram);
  }

  histogram(filters: Filters, theme?: ThemeName): Promise<Picture> {
    return this.ofReport('histogram', filters, theme, HISTOGRAM_SIZE, forecastHistogram);
  }

  /** @throws {Problem} not_found also for what is not public */
  async overTime(id: string, theme?: ThemeName): Promise<Picture> {
    const scenario = await this.records.show(id, this.sight());
    const today = this.scenarios.today(scenario);
    if (scenario.forecasts.length === 0)
      throw new Problem('not_found', 'Nobody has given a probability: there is no chart.');
    return this.picture(['over-time', scenario, today], theme, (colours) =>
      chartPicture(probabilityOverTime(scenario, colours, today), colours, OVER_TIME_SIZE, SCALE),
    );
  }

  async frontCard(theme?: ThemeName): Promise<Picture> {
    const { name, line, example } = await this.site.site();
    return this.card(recordCard({ name, line, example }, name, line, await this.report({})), theme);
  }

  /** @throws {Problem} not_found also for what is not public */
  async predictionCard(id: string, theme?: ThemeName): Promise<Picture> {
    const scenario = await this.records.show(id, this.sight());
    const today = this.scenarios.today(scenario);
    return this.card(predictionCard(await this.site.site(), scenario, today), theme);
  }

  /** @throws {Problem} not_found also for a person whose record is not public */
  async forecasterCard(slug: string, theme?: ThemeName): Promise<Picture> {
    const { name } = await this.forecasters.show(slug, this.sight());
    const report = await this.report({ forecaster: slug });
    return this.card(recordCard(await this.site.site(), 'Track record', name, report), theme);
  }

  /** @throws {Problem} not_found also for what is not public */
  async topicCard(slug: string, theme?: ThemeName): Promise<Picture> {
    const { title } = await this.topics.show(slug, this.sight());
    const report = await this.report({ topic: slug });
    return this.card(recordCard(await this.site.site(), 'Topic', title, report), theme);
  }

  private card(card: Card, theme?: ThemeName): Picture {
    return this.picture(['card', card], theme, (colours) => drawCard(card, colours));
  }

  /** Fewer than ten forecasts are no chart: they are a list. */
  private async ofReport(
    name: string,
    filters: Filters,
    theme: ThemeName | undefined,
    size: Size,
    configurationOf: (report: Report, theme: Theme) => unknown,
  ): Promise<Picture> {
    const report = await this.report(filters);
    if (['none', 'few'].includes(sizeOf(report.scenarios)))
      throw new Problem('not_found', 'Fewer than ten predictions are scored here: a chart appears from 10.');
    return this.picture(
      [name, report.bins, report.baseRate, report.selection.kind ?? null],
      theme,
      (colours) => chartPicture(configurationOf(report, colours), colours, size, SCALE),
    );
  }

  private picture(of: unknown, theme: ThemeName = 'light', draw: (theme: Theme) => Canvas): Picture {
    const tag = tagOf([theme, of]);
    return { tag, png: () => this.store.png(tag, () => draw(themeOf(theme))) };
  }

  private async report(filters: Filters): Promise<Report> {
    return (await this.trackRecords.report(filters, this.sight())) as Report;
  }

  private sight() {
    return sightOf(ANYONE, this.clock);
  }
}
