import { ApiProperty } from '@nestjs/swagger';
import { type EntityManager, In } from 'typeorm';
import type { Account } from '../accounts/account.entity.js';
import { corrected, errataOf } from '../amendments/errata.js';
import type { BriefingVersion } from '../briefings/briefing.entity.js';
import { newId } from '../database/ids.js';
import { isVisible, type Sight } from '../database/visibility.js';
import { storeOptional, words } from '../texts/texts.js';
import { EDITION_STANDINGS, EditionScenario, type EditionStanding } from './edition-scenario.entity.js';
import { Scenario } from './scenario.entity.js';

/** A scenario, and how an edition words it. */
export interface StatedScenario {
  scenario: Scenario;
  statement: string;
}

const nullable = { type: String, nullable: true } as const;

/** What one edition of the story says of a scenario. */
export class EditionView {
  @ApiProperty() briefingId: string;
  @ApiProperty({ description: 'version of the briefing' }) version: number;
  @ApiProperty() headline: string;
  @ApiProperty(nullable) edition: string | null;
  @ApiProperty({ type: String, format: 'date' }) publishedOn: string;
  @ApiProperty({
    enum: EDITION_STANDINGS,
    description: 'changed: another scenario took its place. dropped: not said any more; it stays open',
  })
  standing: EditionStanding;
  @ApiProperty({ ...nullable, description: 'as the edition words it, where that is otherwise' })
  statement: string | null;
  @ApiProperty({ ...nullable, description: 'why it was dropped; null where nobody has said' })
  why: string | null;
  @ApiProperty({ ...nullable, description: 'the scenario that took its place' }) successor: string | null;
  @ApiProperty({ ...nullable, description: 'the scenario whose place it took' }) replaces: string | null;
  @ApiProperty() recordedAt: string;
}

export interface NewEditionScenario {
  briefingVersion: BriefingVersion;
  scenario: Scenario;
  standing: EditionStanding;
  ordinal?: number;
  /** As the edition words it. */
  statement?: string;
  forecastId?: string;
  successor?: Scenario;
  why?: string | null;
  accountId: string;
  recordedAt: string;
}

/** Puts on record what an edition says of a scenario. */
export async function recordInEdition(manager: EntityManager, input: NewEditionScenario): Promise<void> {
  const { briefingVersion, scenario, standing, recordedAt } = input;
  const isReworded = input.statement !== undefined && input.statement !== words(scenario.statement);
  await manager.insert(EditionScenario, {
    ...{ id: newId(), briefingVersion, scenario, standing, recordedAt },
    ordinal: input.ordinal ?? null,
    statement: isReworded ? await storeOptional(manager, input.statement) : null,
    forecastId: input.forecastId ?? null,
    successor: input.successor ?? null,
    why: await storeOptional(manager, input.why),
    loggedBy: { id: input.accountId } as Account,
  });
}

/** What a version of a briefing says could happen, in its order: what is new in it, and what it says again. */
export async function statedIn(manager: EntityManager, version: BriefingVersion): Promise<StatedScenario[]> {
  const texts = { statement: true, premise: true, topic: true } as const;
  const entries = await manager.find(EditionScenario, {
    where: { briefingVersion: { id: version.id } },
    relations: { scenario: texts, statement: true },
    order: { ordinal: 'ASC' },
  });
  const said = entries.filter((entry) => entry.ordinal !== null);
  const scenarios =
    entries.length > 0 ? said.map(({ scenario }) => scenario) : await firstSaidIn(manager, version);
  const errata = await errataOf(
    manager,
    scenarios.map(({ id }) => id),
  );
  return scenarios.map((scenario, index) => ({
    scenario,
    statement:
      words(said[index]?.statement ?? null) ??
      corrected(errata.get(scenario.id), 'statement', words(scenario.statement)),
  }));
}

/** The scenarios of a briefing that followed none: all of its own but those of its later versions. */
async function firstSaidIn(manager: EntityManager, version: BriefingVersion): Promise<Scenario[]> {
  const scenarios = await manager.find(Scenario, {
    where: { briefing: { id: version.briefing.id } },
    relations: { statement: true, premise: true, topic: true },
    order: { ordinal: 'ASC', id: 'ASC' },
  });
  const later = await manager.find(EditionScenario, {
    where: { scenario: { id: In(scenarios.map(({ id }) => id)) }, standing: 'new' },
    relations: { scenario: true },
  });
  return scenarios.filter(({ id }) => !later.some((entry) => entry.scenario.id === id));
}

/** What the editions after the first say of a scenario, as far as this sight may see them; the earliest first. */
export async function editionsOf(
  manager: EntityManager,
  scenarioId: string,
  sight: Sight,
): Promise<EditionView[]> {
  const entries = await manager.find(EditionScenario, {
    where: [{ scenario: { id: scenarioId } }, { successor: { id: scenarioId } }],
    relations: {
      briefingVersion: { briefing: true, headline: true, edition: true },
      ...{ scenario: true, successor: true, statement: true, why: true },
    },
    order: { recordedAt: 'ASC', id: 'ASC' },
  });
  const own = entries.filter(
    ({ scenario, briefingVersion }) =>
      scenario.id === scenarioId && isVisible(briefingVersion.briefing, sight),
  );
  const errata = await errataOf(
    manager,
    own.map(({ briefingVersion }) => briefingVersion.briefing.id),
  );
  const seen = (scenario: Scenario | null | undefined) =>
    scenario && isVisible(scenario, sight) ? scenario.id : null;
  return own.map((entry) => {
    const { briefing, ordinal, headline, edition } = entry.briefingVersion;
    const before = entries.find(
      ({ successor, briefingVersion }) =>
        successor?.id === scenarioId && briefingVersion.id === entry.briefingVersion.id,
    );
    return {
      ...{ briefingId: briefing.id, version: ordinal, publishedOn: briefing.publishedOn },
      headline: corrected(errata.get(briefing.id), 'headline', words(headline)),
      edition: corrected(errata.get(briefing.id), 'edition', words(edition)),
      standing: entry.standing,
      statement: words(entry.statement),
      why: words(entry.why),
      successor: seen(entry.successor),
      replaces: seen(before?.scenario),
      recordedAt: entry.recordedAt,
    };
  });
}
