import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsOptional, IsUUID } from 'class-validator';
import { shownName } from '../accounts/names.js';
import { isVisible, type Sight } from '../database/visibility.js';
import { daysBetween } from '../days.js';
import { Day, Id, Instant, OneOf, Ordinal, Text } from '../http/validation.js';
import { BASES, type Basis, type Scenario } from '../scenarios/scenario.entity.js';
import { words } from '../texts/texts.js';
import { type Doubt, DOUBTS, doubtOf, EVENT_CAUSES, type EventCause } from './doubt.js';
import { premiseSays } from './premise-shown.js';
import type { Referral } from './queue.entity.js';
import { RereadMark } from './reread-marks.js';
import {
  type Annulment,
  ANNULMENTS,
  type Outcome,
  OUTCOMES,
  type Resolution,
  type ResolutionEvidence,
} from './resolution.entity.js';

const EventIds =
  (description: string): PropertyDecorator =>
  (target, key) => {
    ApiProperty({ type: [String], required: false, description })(target, key);
    IsArray()(target, key);
    ArrayMaxSize(50)(target, key);
    IsUUID('all', { each: true, message: 'must be ids of events' })(target, key);
  };

export class CreateResolution {
  @OneOf(OUTCOMES, { description: 'Did it happen?' }) outcome: Outcome;
  @Day({ optional: true, description: 'the day it was settled; the deadline for what did not occur by then' })
  outcomeOn?: string;
  @Text({ max: 4000, optional: true, description: 'why; published. Always needed' }) reason?: string;
  @OneOf(BASES.filter((basis) => basis !== 'imported'), { optional: true }) basis?: Basis;
  @EventIds('the events that it rests on') evidence: string[] = [];
  @OneOf(ANNULMENTS, { optional: true, description: 'why it is annulled' }) annulment?: Annulment;
  @Id({ optional: true, description: 'the scenario that this one duplicates' }) duplicateOf?: string;
  @EventIds('the events that show that the premise held, or failed') premiseEvidence: string[] = [];
  @Instant({ optional: true, description: 'the instant, where it is known' }) outcomeAt?: string;
  @Ordinal('the version of the criteria that was judged; the latest if missing') criteriaVersion?: number;
  @Ordinal('the row in its table of edge cases that decided, from 1') edgeCase?: number;
  @Text({ max: 1000, optional: true, description: 'why no row of that table fits; published' })
  noEdgeCase?: string;
  @Text({ max: 1000, optional: true, description: 'what fell short' }) shortfall?: string;
  @Id({ optional: true, description: 'the resolution that this one corrects' }) supersedes?: string;
  @Text({ max: 32, optional: true, description: 'of the queue, where it was judged from there: blind' })
  entry?: string;

  @ApiProperty({ required: false, description: 'an event of the opening day that came after publication' })
  @IsOptional()
  @IsBoolean()
  afterPublication?: boolean;
}

export class CreateDeferral {
  @Day({ description: 'the day until which it leaves the top of the queue' }) until: string;
  @Text({ max: 1000, description: 'why it waits; published' }) reason: string;
}

const nullable = { type: String, nullable: true } as const;

/** A step in the doubt about a resolution: what it rests on does not hold any more, or holds again. */
export class ReferralView {
  @ApiProperty({ enum: EVENT_CAUSES }) cause: EventCause;
  @ApiProperty() eventId: string;
  @ApiProperty() recordedAt: string;
}

export class ResolutionView {
  @ApiProperty() id: string;
  @ApiProperty() scenarioId: string;
  @ApiProperty({ enum: OUTCOMES }) outcome: Outcome;
  @ApiProperty(nullable) outcomeOn: string | null;
  @ApiProperty(nullable) outcomeAt: string | null;
  @ApiProperty() reason: string;
  @ApiProperty({ enum: BASES, nullable: true }) basis: Basis | null;
  @ApiProperty({ type: [String], description: 'ids of events' }) evidence: string[];
  @ApiProperty({ type: [String], description: 'ids of events' }) premiseEvidence: string[];
  @ApiProperty({ enum: ['held', 'failed'], nullable: true, description: 'what it says of the premise' })
  premise: 'held' | 'failed' | null;
  @ApiProperty({ type: Number, nullable: true, description: 'the version that was judged' })
  criteriaVersion: number | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'the row of its edge cases that decided, from 1; null where none fits, or none was named',
  })
  edgeCase: number | null;
  @ApiProperty({ ...nullable, description: 'why no row fits; null beside a null edgeCase: it was not said' })
  noEdgeCase: string | null;
  @ApiProperty({ enum: ANNULMENTS, nullable: true }) annulment: Annulment | null;
  @ApiProperty(nullable) duplicateOf: string | null;
  @ApiProperty(nullable) shortfall: string | null;
  @ApiProperty({ ...nullable, description: 'the resolution that it corrects' }) supersedes: string | null;
  @ApiProperty({ description: 'superseded by a later one' }) superseded: boolean;
  @ApiProperty({ ...nullable, description: 'the day on which it occurred after all' }) lateOn: string | null;
  @ApiProperty({ type: Number, nullable: true }) daysLate: number | null;
  @ApiProperty({ description: 'annulled after the outcome was known' }) afterOutcomeKnown: boolean;
  @ApiProperty({ description: 'rests on an event that was not confirmed' }) onUnconfirmed: boolean;
  @ApiProperty({ description: 'by an account that had logged a forecast on it' }) selfResolved: boolean;
  @ApiProperty({
    type: Boolean,
    nullable: true,
    description:
      'whether the forecasts were shown before the outcome was chosen: true, where the account had asked for them; ' +
      'false, where it judged from the queue without them; null, where that is not known',
  })
  forecastsShown: boolean | null;
  @ApiProperty({ type: [RereadMark], description: 'what others found who judged it without knowing it' })
  rereads: RereadMark[];
  @ApiProperty({
    enum: DOUBTS,
    nullable: true,
    description: 'why it is back in the queue: its evidence no longer holds, or a reread disagreed',
  })
  inDoubt: Doubt | null;
  @ApiProperty({
    type: [ReferralView],
    description: 'what put its events in doubt, and what answered that; without hidden events',
  })
  referrals: ReferralView[];
  @ApiProperty() recordedAt: string;
  @ApiProperty({ description: 'who judged: a display name for readers' }) resolvedBy: string;
}

export class DeferralView {
  @ApiProperty() id: string;
  @ApiProperty() until: string;
  @ApiProperty() reason: string;
  @ApiProperty() recordedAt: string;
}

export interface ResolutionContext {
  scenario: Scenario;
  evidence: readonly ResolutionEvidence[];
  latest: boolean;
  duplicateOf: string | null;
  /** Of this resolution, loaded with their events, oldest first. */
  referrals: readonly Referral[];
  rereads: RereadMark[];
  sight: Sight;
}

/** @param context what stands around a resolution loaded with its texts and its account */
export function resolutionView(resolution: Resolution, context: ResolutionContext): ResolutionView {
  const { scenario, latest } = context;
  const events = (role: ResolutionEvidence['role']) =>
    context.evidence.filter((row) => row.role === role).map((row) => row.event.id);
  const lateOn = latest && resolution.outcome === 'not_occurred' ? scenario.lateOn : null;
  return {
    id: resolution.id,
    scenarioId: scenario.id,
    outcome: resolution.outcome,
    outcomeOn: resolution.outcomeOn,
    outcomeAt: resolution.outcomeAt,
    reason: words(resolution.reason),
    basis: resolution.basis,
    evidence: events('outcome'),
    premiseEvidence: events('premise'),
    premise: scenario.premise === null ? null : premiseSays(resolution),
    criteriaVersion: resolution.criteriaVersion,
    edgeCase: resolution.edgeCase,
    noEdgeCase: words(resolution.noEdgeCase),
    annulment: resolution.annulment,
    duplicateOf: context.duplicateOf,
    shortfall: words(resolution.shortfall),
    supersedes: resolution.supersedes?.id ?? null,
    superseded: !latest,
    lateOn,
    daysLate: lateOn === null ? null : daysBetween(scenario.deadline, lateOn),
    afterOutcomeKnown: resolution.afterOutcomeKnown === 1,
    onUnconfirmed: resolution.onUnconfirmed === 1,
    selfResolved: resolution.selfResolved === 1,
    forecastsShown: resolution.forecastsShown === null ? null : resolution.forecastsShown === 1,
    rereads: context.rereads,
    inDoubt: doubtOf(context.referrals),
    referrals: context.referrals.flatMap((one) => referralView(one, context.sight)),
    recordedAt: resolution.recordedAt,
    resolvedBy: shownName(resolution.resolvedBy, context.sight.desk),
  };
}

/** What is said of an event that may be seen; a reread that disagreed is shown with the rereads. */
function referralView({ cause, event, recordedAt }: Referral, sight: Sight): ReferralView[] {
  if (cause === 'reread_disagreed' || !event || !isVisible(event, sight)) return [];
  return [{ cause, eventId: event.id, recordedAt }];
}
