import { addDays, startOfDay, toInstant } from '../src/days.js';
import { digestOf } from '../src/texts/texts.js';
import type { Act } from './acts.js';
import {
  ACCOUNT_IDS,
  accountId,
  BEGINNING,
  FORECASTER_IDS,
  idOf,
  type Marked,
  scenarioId,
  TOPIC_IDS,
} from './ids.js';
import type { Opinion, PlannedForecast } from './opinions.js';
import type { Plan } from './plan.js';
import type { RowWriter } from './row-writer.js';
import { criteriaOf, headlineOf, REASON, statementOf } from './sentences.js';
import { ACCOUNTS, forecasterOf, topicOf } from './world.js';

/** Turns acts into the rows that the domain would have written, but for what is derived from them. */
export class RecordRows {
  private texts = 0;
  private seq = 0;
  private others = 0;
  /** The forecasts that are going to be withdrawn: the latest of each opinion that ends so. */
  private readonly standing = new Map<Opinion, string>();
  /** Instants at which days end, by zone: the same few thousand again and again. */
  private readonly ends = new Map<string, string>();

  constructor(private readonly rows: RowWriter) {}

  /** Who and what there is before anything is said. */
  begin(): void {
    for (const [who, id] of ACCOUNT_IDS) {
      const row = { id, name: ACCOUNTS[who], role: 'editor', mayLogFor: '*', version: 1 };
      this.rows.put('account', { ...row, createdAt: BEGINNING });
    }
    for (const [index, id] of TOPIC_IDS.entries())
      this.rows.put('topic', { id, ...topicOf(index), recordedAt: BEGINNING, version: 1 });
    for (const [index, id] of FORECASTER_IDS.entries()) {
      const { slug, name, kind, public: isPublic } = forecasterOf(index);
      const row = { id, slug, name, kind, isPublic: Number(isPublic) };
      this.rows.put('forecaster', { ...row, recordedAt: BEGINNING });
    }
  }

  put(act: Act): void {
    switch (act.type) {
      case 'scenario':
        return this.scenario(act.plan);
      case 'forecast':
        return this.forecast(act.plan, act.opinion, act.forecast);
      case 'withdrawal':
        return this.withdrawal(act);
      case 'resolution':
        return this.resolution(act);
      case 'late': {
        const eventId = this.event(act.plan, act.plan.late!.on, act.at);
        return this.evidence(act.plan, eventId, act.at);
      }
    }
  }

  private scenario(plan: Plan): void {
    const { kind, term, testability, openedOn, openedAt, deadline, resolutions, late } = plan;
    const { zone, publishes } = topicOf(plan.topic);
    const id = scenarioId(plan);
    const last = resolutions.at(-1);
    const logged = { loggedById: accountId('analyst'), recordedAt: openedAt };
    this.rows.put('scenario', {
      ...{
        id,
        topicId: TOPIC_IDS[plan.topic]!,
        briefingId: null,
        ordinal: null,
        kind,
        term,
        openedOn,
        deadline,
      },
      ...{ statementId: this.text(statementOf(plan), openedAt), premiseId: null },
      ...{ closesAt: this.endOfDay(deadline, zone), zone, testability },
      ...{ publicAt: publishes === 'at_once' ? openedAt : null, ...logged, version: 1 },
      state: last === undefined ? 'open' : last.outcome === 'annulled' ? 'annulled' : 'resolved',
      ...{ outcomeOn: last?.on ?? null, outcomeAt: null, lateOn: late?.on ?? null },
      occurred:
        last === undefined || last.outcome === 'annulled' ? null : Number(last.outcome === 'occurred'),
      ...{ basis: last ? basisOf(plan, last) : null, selfResolved: Number(last?.byAnalyst ?? false) },
    });
    if (testability === 'observable')
      this.rows.put('criteria', {
        ...{ id: this.next('criteria', openedAt), scenarioId: id, subject: 'statement', ordinal: 1 },
        ...{ change: 'initial', textId: this.text(criteriaOf(plan), openedAt), isLate: 0, ...logged },
      });
    if (testability !== 'untested')
      this.rows.put('testability', {
        ...{ id: this.next('testability', openedAt), scenarioId: id, ordinal: 1, testability, confirmed: 0 },
        ...{ criteriaVersion: testability === 'observable' ? 1 : null, ...logged },
      });
    const first = plan.opinions[0]!;
    this.forecast(plan, first, first.forecasts[0]!);
  }

  private forecast(
    plan: Plan,
    opinion: Opinion,
    { recordedAt, statedAt, probabilityBp }: PlannedForecast,
  ): void {
    this.seq += 1;
    const id = idOf('forecast', this.seq, recordedAt);
    const archival = statedAt < recordedAt;
    if (opinion.withdrawnAt !== null) this.standing.set(opinion, id);
    this.rows.put('forecast', {
      seq: this.seq,
      id,
      scenarioId: scenarioId(plan),
      forecasterId: FORECASTER_IDS[opinion.forecaster]!,
      probabilityBp,
      statedAt,
      recordedAt,
      archival: Number(archival),
      reconstructed: 0,
      criteriaVersion: plan.testability === 'observable' ? 1 : null,
      loggedById: accountId(archival ? 'editor' : 'analyst'),
    });
  }

  private withdrawal({ plan, opinion, at }: Extract<Act, { type: 'withdrawal' }>): void {
    const row = { id: this.next('withdrawal', at), scenarioId: scenarioId(plan), recordedAt: at };
    const logged = { loggedById: accountId('analyst'), reasonId: null };
    this.rows.put('withdrawal', { ...row, forecastId: this.standing.get(opinion)!, ...logged });
    this.standing.delete(opinion);
  }

  private resolution({ plan, resolution, at }: Extract<Act, { type: 'resolution' }>): void {
    const { outcome, on, byAnalyst } = resolution;
    const ordinal = plan.resolutions.indexOf(resolution) + 1;
    const idAt = (place: number) =>
      idOf('resolution', plan.number * 2 + place, plan.resolutions[place - 1]!.at);
    this.rows.put('resolution', {
      ...{ id: idAt(ordinal), scenarioId: scenarioId(plan), ordinal, outcome, outcomeOn: on },
      ...{ reasonId: this.text(REASON, at), basis: basisOf(plan, resolution) },
      ...{ criteriaVersion: plan.testability === 'observable' ? 1 : null },
      ...{
        annulment: outcome === 'annulled' ? 'unverifiable' : null,
        afterOutcomeKnown: 0,
        onUnconfirmed: 0,
      },
      ...{ supersedesId: ordinal > 1 ? idAt(ordinal - 1) : null, selfResolved: Number(byAnalyst) },
      ...{ resolvedById: accountId(byAnalyst ? 'analyst' : 'judge'), recordedAt: at },
    });
    if (outcome !== 'occurred') return;
    const eventId = this.event(plan, on, at);
    const ground = { id: this.next('ground', at), resolutionId: idAt(ordinal), eventId, role: 'outcome' };
    this.rows.put('resolution_evidence', ground);
    this.evidence(plan, eventId, at);
  }

  private event(plan: Plan, occurredOn: string, at: string): string {
    const id = this.next('event', at);
    const logged = { loggedById: accountId('judge'), recordedAt: at };
    this.rows.put('event', {
      ...{ id, topicId: TOPIC_IDS[plan.topic]!, occurredOn, standing: 'confirmed', version: 1, ...logged },
      headlineId: this.text(headlineOf(plan), at),
      publicAt: topicOf(plan.topic).publishes === 'at_once' ? at : null,
    });
    const standing = { id: this.next('standing', at), eventId: id, standing: 'confirmed', ...logged };
    this.rows.put('event_standing', standing);
    return id;
  }

  private evidence(plan: Plan, eventId: string, at: string): void {
    this.rows.put('evidence', {
      ...{ id: this.next('evidence', at), scenarioId: scenarioId(plan), eventId },
      ...{ subject: 'statement', bearing: 'settles', afterPublication: 0 },
      ...{ loggedById: accountId('judge'), recordedAt: at },
    });
  }

  private text(body: string, at: string): string {
    this.texts += 1;
    const id = idOf('text', this.texts, at);
    this.rows.put('text', { id, body, digest: digestOf(body) });
    return id;
  }

  private next(what: Marked, at: string): string {
    this.others += 1;
    return idOf(what, this.others, at);
  }

  private endOfDay(day: string, zone: string): string {
    const key = `${day} ${zone}`;
    let end = this.ends.get(key);
    if (end === undefined) this.ends.set(key, (end = toInstant(startOfDay(addDays(day, 1), zone))));
    return end;
  }
}

/** As the rules choose it where the editor does not. */
function basisOf(plan: Plan, { outcome, on }: Plan['resolutions'][number]): string | null {
  if (outcome === 'annulled') return null;
  if (plan.testability === 'judged') return 'judged';
  return outcome === 'not_occurred' && on === plan.deadline ? 'absence' : 'observed';
}
