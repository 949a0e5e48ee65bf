import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Account } from '../accounts/account.entity.js';
import { Clock } from '../clock.js';
import { isUniqueViolation } from '../database/driver-errors.js';
import { newId } from '../database/ids.js';
import { EVERYTHING, isVisible, type Sight } from '../database/visibility.js';
import { Database } from '../database/write-gate.js';
import { dayOf, toInstant } from '../days.js';
import { Event } from '../events/event.entity.js';
import { MatterChanges } from '../events/matter-changes.js';
import { EvidenceService } from '../evidence/evidence.service.js';
import { type EventFacts, isLater } from '../evidence/settling.js';
import { Forecast } from '../forecasts/forecast.entity.js';
import { invalid } from '../http/validation.js';
import type { Viewer } from '../http/viewer.js';
import { Problem } from '../problems.js';
import type { Subject } from '../scenarios/criteria.entity.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';
import { storeOptional, storeText } from '../texts/texts.js';
import { forecastsShown } from './blind.js';
import { requireOriginal } from './duplicates.js';
import { judgedCriteria } from './edge-case-picked.js';
import { outcomeOf } from './outcome.js';
import { mustShowPremise, premiseSays } from './premise-shown.js';
import { Referral } from './queue.entity.js';
import { rereadMark, rereadsOf } from './reread-marks.js';
import { type CreateResolution, type ResolutionView, resolutionView } from './resolution.dto.js';
import { Resolution, ResolutionEvidence } from './resolution.entity.js';
import { rule, type Ruling } from './rules.js';

/** An editor's judgement, put on record: rules 3 to 8, 10 and 11. */
@Injectable()
export class ResolutionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scenarios: ScenariosService,
    private readonly evidence: EvidenceService,
    private readonly matter: MatterChanges,
  ) {}

  async resolve(scenarioId: string, body: CreateResolution, viewer: Viewer): Promise<ResolutionView> {
    try {
      return await this.database.withWriteTransaction((manager) =>
        this.record(manager, scenarioId, body, viewer),
      );
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const scenario = await this.scenarios.require(this.database.read, scenarioId, EVERYTHING);
      throw await this.conflict(this.database.read, scenario, 'resolution_superseded');
    }
  }

  /** All resolutions of a scenario, the latest last; they name what this sight may see, and nothing else. */
  async list(manager: EntityManager, scenario: Scenario, sight: Sight): Promise<ResolutionView[]> {
    const rows = await manager.find(Resolution, {
      where: { scenario: { id: scenario.id } },
      relations: {
        ...{ reason: true, noEdgeCase: true, shortfall: true },
        ...{ duplicateOf: true, supersedes: true, resolvedBy: true },
      },
      order: { ordinal: 'ASC' },
    });
    if (rows.length === 0) return [];
    const ids = rows.map((row) => row.id);
    const evidence = await manager.find(ResolutionEvidence, {
      where: { resolution: { id: In(ids) } },
      relations: { resolution: true, event: true },
    });
    const referrals = await manager.find(Referral, {
      where: { resolution: { id: In(ids) } },
      relations: { resolution: true, event: true },
      order: { recordedAt: 'ASC', id: 'ASC' },
    });
    const rereads = await rereadsOf(manager, ids);
    return rows.map((row, index) =>
      resolutionView(row, {
        scenario,
        evidence: evidence.filter((one) => one.resolution.id === row.id && isVisible(one.event, sight)),
        duplicateOf: row.duplicateOf && isVisible(row.duplicateOf, sight) ? row.duplicateOf.id : null,
        latest: index === rows.length - 1,
        referrals: referrals.filter((one) => one.resolution.id === row.id),
        rereads: rereads.filter((one) => one.resolution.id === row.id).map(rereadMark),
        sight,
      }),
    );
  }

  /** The latest resolution; null where there is none. */
  latest(manager: EntityManager, scenarioId: string): Promise<Resolution | null> {
    return manager.findOne(Resolution, {
      where: { scenario: { id: scenarioId } },
      order: { ordinal: 'DESC' },
    });
  }

  /** The same in a transaction that is open: with others, or in a rehearsal. */
  async record(
    manager: EntityManager,
    scenarioId: string,
    body: CreateResolution,
    viewer: Viewer,
  ): Promise<ResolutionView> {
    await this.evidence.hold(manager, [...body.evidence, ...body.premiseEvidence]);
    const scenario = await this.scenarios.lock(manager, scenarioId);
    const before = await this.latest(manager, scenarioId);
    await this.requireTurn(manager, scenario, before, body.supersedes);
    const events = await this.evidence.facts(manager, scenarioId, unique(body.evidence), {
      ...{ on: 'statement', field: 'evidence' },
    });
    const named = events
      .map((event) => ({
        ...event,
        afterPublication: event.afterPublication || (body.afterPublication ?? false),
      }))
      // To name a later event for what occurred is to say that it settled it, however it was linked before.
      .map((event) =>
        body.outcome === 'occurred' && event.bearing !== 'settles' && isLater(event, scenario.openedOn)
          ? { ...event, bearing: null }
          : event,
      );
    const premise = await this.evidence.facts(manager, scenarioId, unique(body.premiseEvidence), {
      ...{ on: 'premise', field: 'premiseEvidence' },
    });
    const today = this.scenarios.today(scenario);
    const asked = { ...scenario, hasPremise: scenario.premise !== null };
    const ruling = rule(asked, body, named, today);
    mustShowPremise(asked, body, premise);
    if (body.annulment === 'duplicate') await requireOriginal(manager, scenario.id, body.duplicateOf!);
    const resolution = await this.insert(manager, scenario, body, ruling, before, viewer);
    await this.rest(manager, scenario, resolution, body, named, premise, viewer);
    await this.settle(manager, scenario, resolution);
    return (await this.list(manager, await this.scenarios.lock(manager, scenarioId), EVERYTHING)).at(-1)!;
  }

  /** Rule 11: the first judgement stands; a further one names the one that it corrects. */
  private async requireTurn(
    manager: EntityManager,
    scenario: Scenario,
    before: Resolution | null,
    supersedes: string | undefined,
  ): Promise<void> {
    if (before === null) {
      if (supersedes !== undefined) throw await this.conflict(manager, scenario, 'resolution_superseded');
    } else if (supersedes === undefined) {
      if (before.outcome !== 'reopened') throw await this.conflict(manager, scenario, 'already_resolved');
    } else if (supersedes !== before.id) {
      throw await this.conflict(manager, scenario, 'resolution_superseded');
    }
  }

  private async conflict(
    manager: EntityManager,
    scenario: Scenario,
    code: 'already_resolved' | 'resolution_superseded',
  ): Promise<Problem> {
    const latest = (await this.list(manager, scenario, EVERYTHING)).at(-1) ?? null;
    const detail =
      latest === null
        ? 'It has not been resolved, so there is nothing to supersede.'
        : `It was resolved as ${latest.outcome} on ${latest.recordedAt} by ${latest.resolvedBy}. ` +
          `To correct that, name it (supersedes: “${latest.id}”).`;
    return new Problem(code, detail, {
      current: {
        state: scenario.state,
        outcomeOn: scenario.outcomeOn,
        version: scenario.version,
        resolution: latest,
      },
    });
  }

  private async insert(
    manager: EntityManager,
    scenario: Scenario,
    body: CreateResolution,
    ruling: Ruling,
    before: Resolution | null,
    viewer: Viewer,
  ): Promise<Resolution> {
    const annulled = body.outcome === 'annulled';
    const resolution = manager.create(Resolution, {
      id: newId(),
      scenario,
      ordinal: (before?.ordinal ?? 0) + 1,
      outcome: body.outcome,
      outcomeOn: ruling.outcomeOn,
      outcomeAt: instantOn(body.outcomeAt, ruling.outcomeOn, scenario.zone, toInstant(this.clock.now())),
      reason: await storeText(manager, ruling.reason),
      basis: ruling.basis,
      ...(await judgedCriteria(manager, scenario.id, body)),
      annulment: annulled ? body.annulment : null,
      duplicateOf: annulled && body.duplicateOf ? ({ id: body.duplicateOf } as Scenario) : null,
      shortfall: await storeOptional(manager, body.shortfall),
      supersedes: before,
      afterOutcomeKnown: Number(annulled && (await this.outcomeKnown(manager, scenario))),
      onUnconfirmed: Number(ruling.onUnconfirmed),
      selfResolved: Number(
        await manager.existsBy(Forecast, {
          scenario: { id: scenario.id },
          loggedBy: { id: viewer.accountId! },
        }),
      ),
      forecastsShown: await forecastsShown(
        manager,
        { scenarioId: scenario.id, accountId: viewer.accountId!, standingId: before?.id ?? null },
        body.entry,
      ),
      resolvedBy: { id: viewer.accountId! } as Account,
      recordedAt: toInstant(this.clock.now()),
    });
    await manager.insert(Resolution, resolution);
    return resolution;
  }

  /** Rule 7: an annulment says whether the outcome was known before it. */
  private async outcomeKnown(manager: EntityManager, scenario: Scenario): Promise<boolean> {
    const resolved = await manager.existsBy(Resolution, {
      scenario: { id: scenario.id },
      outcome: In(['occurred', 'not_occurred']),
    });
    return resolved || (await this.evidence.settling(manager, scenario.id)).length > 0;
  }

  /** What it rests on: each event is named with it, and linked to the scenario if it was not. */
  private async rest(
    manager: EntityManager,
    scenario: Scenario,
    resolution: Resolution,
    body: CreateResolution,
    events: EventFacts[],
    premise: EventFacts[],
    viewer: Viewer,
  ): Promise<void> {
    const bearings = {
      outcome: body.outcome === 'occurred' ? 'settles' : 'undermines',
      premise: premiseSays(body) === 'failed' ? 'undermines' : 'supports',
    } as const;
    const link = async (facts: EventFacts, role: ResolutionEvidence['role'], on: Subject) => {
      const event = { id: facts.id } as Event;
      await manager.insert(ResolutionEvidence, { id: newId(), resolution, event, role });
      if (facts.bearing === null)
        await this.evidence.append(
          manager,
          scenario,
          event,
          { on, bearing: bearings[role], afterPublication: facts.afterPublication },
          viewer.accountId!,
        );
    };
    for (const facts of events) await link(facts, 'outcome', 'statement');
    for (const facts of premise) await link(facts, 'premise', 'premise');
  }

  /** Keeps on the scenario what its latest resolution says. */
  private async settle(manager: EntityManager, scenario: Scenario, resolution: Resolution): Promise<void> {
    const now = outcomeOf(resolution);
    await manager.update(Scenario, { id: scenario.id }, now);
    if (scenario.state !== now.state) await this.matter.stateChanged(manager, scenario.id);
    await this.evidence.refreshLateOn(manager, { ...scenario, ...now });
    await this.scenarios.touch(manager, scenario.id);
  }
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/** Rule 4: the instant of an outcome must fall on its day, and have come. */
function instantOn(instant: string | undefined, day: string, zone: string, now: string): string | null {
  if (instant === undefined) return null;
  if (dayOf(instant, zone) !== day)
    throw invalid([
      { field: 'outcomeAt', message: `must fall on ${day} in ${zone}, the day of the outcome` },
    ]);
  const outcomeAt = toInstant(new Date(instant));
  if (outcomeAt > now) throw new Problem('outcome_in_future', `${outcomeAt} has not come yet.`, { now });
  return outcomeAt;
}
