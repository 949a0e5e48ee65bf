import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Interval } from '../calibration/index.js';
import { type EventListItem, EventView, type SourceView } from '../events/event.dto.js';
import { Day, OneOf, Text } from '../http/validation.js';
import { RereadNote, READ_OUTCOMES, type ReadOutcome } from '../resolutions/reread-marks.js';
import type { RereadDraw, RereadItem } from '../resolutions/reread.entity.js';
import { ResolutionView } from '../resolutions/resolution.dto.js';
import { type Annulment, ANNULMENTS } from '../resolutions/resolution.entity.js';
import { type CriteriaView, EdgeCaseInput } from '../scenarios/scenario.dto.js';
import { type Kind, KINDS, TESTABILITIES, type Testability } from '../scenarios/scenario.entity.js';
import { words } from '../texts/texts.js';
import { type Term, TERMS } from '../topics/topic.entity.js';
import { TopicRef } from '../topics/topic.dto.js';

/** Seeds are numbers of 31 bits, as the column is. */
export const MAX_SEED = 2 ** 31 - 1;

const WholeNumber =
  (least: number, most: number): PropertyDecorator =>
  (target, key) => {
    const message = `must be a whole number from ${least} to ${most}`;
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value,
    )(target, key);
    IsInt({ message })(target, key);
    Min(least, { message })(target, key);
    Max(most, { message })(target, key);
    IsOptional()(target, key);
  };

/** What a draw takes; each has a default. */
export class DrawOptions {
  @WholeNumber(1, 10_000) size?: number;
  /** Drawn by chance if missing. */
  @WholeNumber(0, MAX_SEED) seed?: number;
  @Text({ max: 64, optional: true, description: 'slug of a topic' }) topic?: string;
  /** With what has been re-read before. */
  @IsOptional() @IsBoolean() again?: boolean;
}

/** A draw as it went on record. */
export interface DrawView {
  id: string;
  seed: number;
  /** How many were asked for. */
  size: number;
  /** How many scenarios it was drawn from. */
  population: number;
  topic: string | null;
  again: boolean;
  recordedAt: string;
  items: { id: string; scenarioId: string }[];
}

export const drawView = (draw: RereadDraw, items: readonly RereadItem[]): DrawView => ({
  ...{ id: draw.id, seed: draw.seed, size: draw.size, population: draw.population },
  ...{ topic: draw.topic?.slug ?? null, again: draw.again === 1, recordedAt: draw.recordedAt },
  items: items.map(({ id, scenario }) => ({ id, scenarioId: scenario.id })),
});

class RereadCriteria {
  @ApiProperty() version: number;
  @ApiProperty() text: string;
  @ApiProperty({ type: [EdgeCaseInput] }) edgeCases: { case: string; counts: boolean }[];
}

/**
 * A scenario as it is to be judged again. It names no outcome, resolution, probability or forecaster, and not the
 * scenario's id, which leads to them. Of the evidence it has the events alone: which way somebody took one to point, and
 * what was noted of it, would tell the outcome.
 */
export class RereadItemView {
  @ApiProperty() id: string;
  @ApiProperty() drawnAt: string;
  @ApiProperty({ enum: KINDS }) kind: Kind;
  @ApiProperty({ enum: TERMS }) term: Term;
  @ApiProperty({ type: TopicRef }) topic: TopicRef;
  @ApiProperty() statement: string;
  @ApiProperty({ type: String, nullable: true }) premise: string | null;
  @ApiProperty({ type: RereadCriteria, nullable: true }) criteria: RereadCriteria | null;
  @ApiProperty({ enum: TESTABILITIES }) testability: Testability;
  @ApiProperty({ type: String, format: 'date' }) openedOn: string;
  @ApiProperty({ type: String, format: 'date' }) deadline: string;
  @ApiProperty() zone: string;
  @ApiProperty({ type: 'integer', description: 'of the scenario; for `If-Match`' }) version: number;
  @ApiProperty({ type: [EventView], description: 'by the day that they happened' })
  events: (EventListItem & { sources: SourceView[] })[];
}

export const rereadItemView = (
  { id, draw, scenario }: RereadItem,
  criteria: CriteriaView | undefined,
  events: RereadItemView['events'],
): RereadItemView => ({
  id,
  drawnAt: draw.recordedAt,
  ...{ kind: scenario.kind, term: scenario.term, testability: scenario.testability },
  topic: { slug: scenario.topic.slug, title: scenario.topic.title },
  statement: words(scenario.statement),
  premise: words(scenario.premise),
  criteria: criteria
    ? { version: criteria.version, text: criteria.text, edgeCases: criteria.edgeCases }
    : null,
  ...{ openedOn: scenario.openedOn, deadline: scenario.deadline, zone: scenario.zone },
  version: scenario.version,
  events,
});

export class CreateReread {
  @OneOf(READ_OUTCOMES, { description: 'Did it happen?' }) outcome: ReadOutcome;
  @Day({ optional: true, description: 'the day it was settled' }) outcomeOn?: string;
  @OneOf(ANNULMENTS, { optional: true, description: 'why it would be annulled; with annulled alone' })
  annulment?: Annulment;
  @Text({ max: 4000, optional: true, description: 'why; for editors' }) note?: string;
}

/** What was read, beside the resolution that it is now compared with. */
export class RereadView extends RereadNote {
  @ApiProperty() id: string;
  @ApiProperty() scenarioId: string;
  @ApiProperty({ type: ResolutionView, description: 'the one that stands' }) resolution: ResolutionView;
}

class AgreementInterval {
  @ApiProperty({ example: 0.9 }) level: number;
  @ApiProperty({ type: Number, nullable: true }) low: Interval['low'] | null;
  @ApiProperty({ type: Number, nullable: true }) high: Interval['high'] | null;
}

/** How often those who judged again, not knowing the outcome, came to the same. */
export class Agreement {
  @ApiProperty({ type: 'integer', description: 'resolutions judged again' }) read: number;
  @ApiProperty({ type: 'integer', description: 'of them with the same outcome; annulled is one' })
  agreed: number;
  @ApiProperty({ type: Number, nullable: true, description: 'null where nothing was read' }) share:
    number | null;
  @ApiProperty({ type: AgreementInterval, description: 'Wilson score interval of the share' })
  interval: AgreementInterval;
}

export class AgreementQuery {
  @Text({ max: 64, optional: true, description: 'slug of a topic' }) topic?: string;
  @OneOf(KINDS, { optional: true }) kind?: Kind;
  @OneOf(TERMS, { optional: true }) term?: Term;
  @OneOf(TESTABILITIES, { optional: true }) testability?: Testability;
  @Day({ optional: true, description: 'first day of the outcome' }) from?: string;
  @Day({ optional: true, description: 'last day of the outcome' }) to?: string;
}
