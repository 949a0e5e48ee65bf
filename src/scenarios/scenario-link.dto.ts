import { ApiProperty } from '@nestjs/swagger';
import { bpToProbability } from '../calibration/index.js';
import { ForecasterRef } from '../forecasters/forecaster.dto.js';
import { Id, OneOf, Text } from '../http/validation.js';
import { words } from '../texts/texts.js';
import {
  type Coherence,
  type Contradiction,
  NOT_COMPARED,
  type NotCompared,
  type StandingPair,
  WARNING_CODES,
  type WarningCode,
} from './coherence.js';
import { type Scenario, type ScenarioState, STATES } from './scenario.entity.js';
import { isSymmetric, type Relation, RELATIONS, type ScenarioLink } from './scenario-link.entity.js';

const SHOWN_RELATIONS = [...RELATIONS, 'duplicateOf'] as const;
export const DIRECTIONS = ['outgoing', 'incoming', 'both'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export class CreateLink {
  @Id({ description: 'the other scenario' }) to: string;
  @OneOf(RELATIONS, { description: 'what this scenario does to the other' }) relation: Relation;
  @Text({ max: 1000, optional: true, description: 'why; published' }) note?: string;
}

export class CreateLinkEnding {
  @Text({ max: 1000, description: 'why it no longer holds' }) reason: string;
}

export class LinkEndingView {
  @ApiProperty() id: string;
  @ApiProperty({ description: 'the link that it ends' }) linkId: string;
  @ApiProperty() reason: string;
  @ApiProperty() recordedAt: string;
}

export class LinkedScenario {
  @ApiProperty() id: string;
  @ApiProperty() statement: string;
  @ApiProperty({ enum: STATES }) state: ScenarioState;
}

/** What does not go together. It blocks nothing. */
export class IncoherenceWarning {
  @ApiProperty({ enum: WARNING_CODES }) code: WarningCode;
  @ApiProperty() message: string;
  @ApiProperty({ description: 'the link, as in `links`' }) linkId: string;
  @ApiProperty({ type: ForecasterRef, nullable: true, description: 'who says both; null for outcomes' })
  forecaster: ForecasterRef | null;
  @ApiProperty({
    type: [Number],
    nullable: true,
    description: 'of this scenario and of the other, 0..1; null for outcomes',
  })
  probabilities: [number, number] | null;
}

export class NotComparedView {
  @ApiProperty({ enum: Object.keys(NOT_COMPARED) }) code: NotCompared;
  @ApiProperty({ example: NOT_COMPARED.different_premises }) message: string;
}

export class IncoherenceView {
  @ApiProperty({ type: NotComparedView, nullable: true }) notCompared: NotComparedView | null;
  @ApiProperty({
    type: [IncoherenceWarning],
    description: 'readers see those of forecasters whose track record is public, and of outcomes',
  })
  warnings: IncoherenceWarning[];
}

/** A link as it is seen from one of its two scenarios. */
export class ScenarioLinkView {
  @ApiProperty({ description: 'of a duplicate: of the resolution that says so' }) id: string;
  @ApiProperty({ enum: SHOWN_RELATIONS }) relation: (typeof SHOWN_RELATIONS)[number];
  @ApiProperty({ enum: DIRECTIONS, description: 'outgoing: this scenario does it to the other' })
  direction: Direction;
  @ApiProperty({ type: LinkedScenario, description: 'the other one' }) scenario: LinkedScenario;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({
    type: IncoherenceView,
    nullable: true,
    description: 'null where the relation bounds no probability',
  })
  incoherence: IncoherenceView | null;
}

export class LoggedLink extends ScenarioLinkView {
  @ApiProperty({ type: [IncoherenceWarning] }) warnings: IncoherenceWarning[];
}

export const linkedScenario = ({ id, statement, state }: Scenario): LinkedScenario => ({
  id,
  statement: words(statement),
  state,
});

/** @param fromId the scenario from which it is seen */
export function scenarioLinkView(
  link: ScenarioLink,
  fromId: string,
  coherence: Coherence<ForecasterRef> | null,
): ScenarioLinkView {
  const isSource = link.from.id === fromId;
  return {
    id: link.id,
    relation: link.relation,
    direction: isSymmetric(link.relation) ? 'both' : isSource ? 'outgoing' : 'incoming',
    scenario: linkedScenario(isSource ? link.to : link.from),
    note: words(link.note),
    incoherence: coherence && {
      notCompared: coherence.notCompared && {
        code: coherence.notCompared,
        message: NOT_COMPARED[coherence.notCompared],
      },
      warnings: coherence.contradictions.map((one) => warningView(one, link.id, isSource)),
    },
  };
}

function warningView(
  { code, pair }: Contradiction<ForecasterRef>,
  linkId: string,
  isSource: boolean,
): IncoherenceWarning {
  const seen = pair && (isSource ? [pair.fromBp, pair.toBp] : [pair.toBp, pair.fromBp]);
  return {
    code,
    message: sentence(code, pair),
    linkId,
    forecaster: pair && pair.forecaster,
    probabilities: seen && [bpToProbability(seen[0]!), bpToProbability(seen[1]!)],
  };
}

const percent = (bp: number): string => `${bp / 100} %`;

function sentence(code: WarningCode, pair: StandingPair<ForecasterRef> | null): string {
  if (pair === null)
    return code === 'both_occurred'
      ? 'Both are resolved as having occurred, and each excludes the other.'
      : 'The one is resolved as having occurred; the other, which it implies, as not.';
  const { forecaster, fromBp, toBp } = pair;
  const [less, more] = [fromBp, toBp].sort((a, b) => a - b);
  return code === 'sum_above_one'
    ? `${forecaster.name} gives ${percent(less!)} and ${percent(more!)}, together ${percent(fromBp + toBp)}, ` +
        'to two that exclude each other.'
    : `${forecaster.name} gives ${percent(fromBp)} to what implies the other, and only ${percent(toBp)} to that.`;
}
