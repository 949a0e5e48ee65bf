import { type EntityManager, In } from 'typeorm';
import { Erratum } from '../amendments/erratum.entity.js';
import { Publication } from '../amendments/publication.entity.js';
import { bpToProbability } from '../calibration/index.js';
import { EventStanding } from '../events/event.entity.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { Forecast, Withdrawal } from '../forecasts/forecast.entity.js';
import { Deferral, Referral } from '../resolutions/queue.entity.js';
import { Reread, Showing } from '../resolutions/reread.entity.js';
import { Resolution } from '../resolutions/resolution.entity.js';
import { Criteria } from '../scenarios/criteria.entity.js';
import { EditionScenario } from '../scenarios/edition-scenario.entity.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { ScenarioLink, ScenarioLinkEnding } from '../scenarios/scenario-link.entity.js';
import { TestabilityRecord } from '../scenarios/testability.entity.js';
import { words } from '../texts/texts.js';
import type { HistoryItem, HistoryKind } from './history.dto.js';

interface Row {
  id: string;
  recordedAt: string;
  loggedBy?: { name: string };
  requestId: string | null;
}

const item = (
  kind: HistoryKind,
  row: Row,
  says: (string | null | false)[],
  { about = null, text = null, by }: { about?: string | null; text?: string | null; by?: string } = {},
): HistoryItem => ({
  id: row.id,
  recordedAt: row.recordedAt,
  by: by ?? row.loggedBy?.name ?? null,
  requestId: row.requestId,
  kind,
  says: says.filter((one) => typeof one === 'string'),
  about,
  text,
});

/** What was said of the scenario itself: how it is judged, and its place among others. */
export async function rowsOfScenario(manager: EntityManager, scenario: Scenario): Promise<HistoryItem[]> {
  const where = { scenario: { id: scenario.id } };
  const { loggedBy } = await manager.findOneOrFail(Scenario, {
    where: { id: scenario.id },
    relations: { loggedBy: true },
  });
  const criteria = await manager.find(Criteria, { where, relations: { text: true, loggedBy: true } });
  const testabilities = await manager.find(TestabilityRecord, {
    where,
    relations: { note: true, loggedBy: true },
  });
  const editions = await manager.find(EditionScenario, {
    where,
    relations: { briefingVersion: { headline: true }, why: true, loggedBy: true },
  });
  const links = await manager.find(ScenarioLink, {
    where: [{ from: { id: scenario.id } }, { to: { id: scenario.id } }],
    relations: { from: { statement: true }, to: { statement: true }, note: true, loggedBy: true },
  });
  const endings = await manager.find(ScenarioLinkEnding, {
    where: { link: { id: In(links.map(({ id }) => id)) } },
    relations: { link: { from: { statement: true }, to: { statement: true } }, reason: true, loggedBy: true },
  });
  const other = ({ from, to }: ScenarioLink) => words((from.id === scenario.id ? to : from).statement);
  return [
    item('logged', { ...scenario, loggedBy }, [scenario.kind, scenario.term], {
      about: words(scenario.statement),
    }),
    ...criteria.map((row) =>
      item('criteria', row, [row.subject, `${row.ordinal}`, row.change, row.isLate === 1 && 'late'], {
        text: words(row.text),
      }),
    ),
    ...testabilities.map((row) =>
      item('testability', row, [row.testability, row.confirmed === 1 && 'confirmed'], {
        text: words(row.note),
      }),
    ),
    ...editions.map((row) =>
      item('edition', row, [row.standing], {
        ...{ about: words(row.briefingVersion.headline), text: words(row.why) },
      }),
    ),
    ...links.map((row) => item('link', row, [row.relation], { about: other(row), text: words(row.note) })),
    ...endings.map((row) =>
      item('link_ended', row, [row.link.relation], { about: other(row.link), text: words(row.reason) }),
    ),
  ];
}

/** What was seen: the events linked to it, what was believed of them, and their slips. */
export async function rowsOfEvidence(manager: EntityManager, scenarioId: string): Promise<HistoryItem[]> {
  const evidence = await manager.find(Evidence, {
    where: { scenario: { id: scenarioId } },
    relations: { event: { headline: true }, note: true, loggedBy: true },
  });
  const events = new Map(evidence.map(({ event }) => [event.id, words(event.headline)]));
  const standings = await manager.find(EventStanding, {
    where: { event: { id: In([...events.keys()]) } },
    relations: { event: true, reason: true, loggedBy: true },
  });
  return [
    ...evidence.map((row) =>
      item('evidence', row, [row.bearing, row.subject], {
        ...{ about: words(row.event.headline), text: words(row.note) },
      }),
    ),
    ...standings.map((row) =>
      item('standing', row, [row.standing], {
        ...{ about: events.get(row.event.id) ?? null, text: words(row.reason) },
      }),
    ),
    ...(await rowsOfAmendments(manager, events)),
  ];
}

/** What editors made of it, and what came of that. */
export async function rowsOfJudging(manager: EntityManager, scenarioId: string): Promise<HistoryItem[]> {
  const where = { scenario: { id: scenarioId } };
  const resolutions = await manager.find(Resolution, {
    where,
    relations: { reason: true, resolvedBy: true },
  });
  const referrals = await manager.find(Referral, { where, relations: { event: { headline: true } } });
  const rereads = await manager.find(Reread, {
    where: { resolution: { id: In(resolutions.map(({ id }) => id)) } },
    relations: { note: true, readBy: true },
  });
  const deferrals = await manager.find(Deferral, { where, relations: { reason: true, loggedBy: true } });
  const showings = await manager.find(Showing, { where, relations: { shownTo: true } });
  return [
    ...resolutions.map((row) =>
      item('resolution', row, [row.outcome, row.annulment, row.outcomeOn, row.ordinal > 1 && 'correction'], {
        ...{ text: words(row.reason), by: row.resolvedBy.name },
      }),
    ),
    ...referrals.map((row) =>
      item('referral', row, [row.cause], { about: words(row.event?.headline ?? null) }),
    ),
    ...rereads.map((row) =>
      item('reread', row, [row.outcome, row.annulment, row.outcomeOn], {
        ...{ text: words(row.note), by: row.readBy.name },
      }),
    ),
    ...deferrals.map((row) => item('deferral', row, [row.until], { text: words(row.reason) })),
    ...showings.map((row) => item('showing', row, [], { by: row.shownTo.name })),
  ];
}

/** What was forecast: what a blind reader is not told. */
export async function rowsOfForecasts(manager: EntityManager, scenarioId: string): Promise<HistoryItem[]> {
  const forecasts = await manager.find(Forecast, {
    where: { scenario: { id: scenarioId } },
    relations: { forecaster: true, rationale: true, loggedBy: true },
  });
  const names = new Map(forecasts.map(({ id, forecaster }) => [id, forecaster.name]));
  const withdrawals = await manager.find(Withdrawal, {
    where: { scenario: { id: scenarioId } },
    relations: { reason: true, loggedBy: true },
  });
  return [
    ...forecasts.map((row) =>
      item('forecast', row, [`${bpToProbability(row.probabilityBp)}`, row.archival === 1 && 'archival'], {
        ...{ about: row.forecaster.name, text: words(row.rationale) },
      }),
    ),
    ...withdrawals.map((row) =>
      item('withdrawal', row, [], {
        ...{ about: names.get(row.forecastId) ?? null, text: words(row.reason) },
      }),
    ),
    ...(await rowsOfAmendments(manager, names)),
  ];
}

/** Slips and publications of some records, each named by what it is about. */
export async function rowsOfAmendments(
  manager: EntityManager,
  subjects: ReadonlyMap<string, string | null>,
): Promise<HistoryItem[]> {
  const where = { subjectId: In([...subjects.keys()]) };
  const errata = await manager.find(Erratum, {
    where,
    relations: { wasText: true, becameText: true, proof: true, loggedBy: true },
  });
  const publications = await manager.find(Publication, { where, relations: { loggedBy: true } });
  const value = (field: string, text: string | null, short: string | null) =>
    text ?? (field === 'probability' && short !== null ? `${bpToProbability(Number(short))}` : short);
  return [
    ...errata.map((row) =>
      item(
        'erratum',
        row,
        [
          ...[row.subject, row.field, value(row.field, words(row.wasText), row.was)],
          value(row.field, words(row.becameText), row.became),
        ],
        { about: subjects.get(row.subjectId) ?? null, text: words(row.proof) },
      ),
    ),
    ...publications.map((row) =>
      item('publication', row, [row.subject, row.publicAt ?? 'desk'], {
        about: subjects.get(row.subjectId) ?? null,
      }),
    ),
  ];
}
