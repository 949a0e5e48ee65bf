import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropRefusals, makeAppendOnly } from './support/append-only.js';
import { createTable, day, id, instant, integer, link, oneOf, seq, text, word } from './support/tables.js';

const APPEND_ONLY = [
  'briefing_version',
  'briefing_section',
  'briefing_perspective',
  'briefing_source',
  'criteria',
  'edge_case',
  'forecast',
  'withdrawal',
];

/** Briefings in versions; scenarios with their criteria; forecasts and withdrawals. */
export class Scenarios1764000200000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await this.briefings(queryRunner);
    await this.scenarios(queryRunner);
    await this.forecasts(queryRunner);
    await makeAppendOnly(queryRunner, APPEND_ONLY);
  }

  private async briefings(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'briefing',
      columns: [
        id(),
        word('identity', 64),
        day('publishedOn'),
        instant('publicAt', { nullable: true }),
        instant('recordedAt'),
        integer('version'),
      ],
      links: [
        link('topic', 'topic'),
        link('follows', 'briefing', { nullable: true }),
        link('loggedBy', 'account'),
      ],
      unique: { uq_briefing_identity: ['identity'] },
      indices: {
        ix_briefing_day: ['publishedOn', 'id'],
        ix_briefing_topic: ['topicId', 'publishedOn'],
        ix_briefing_follows: ['followsId'],
      },
    });
    const optional = { nullable: true };
    await createTable(queryRunner, {
      name: 'briefing_version',
      columns: [id(), integer('ordinal'), word('digest', 64), instant('recordedAt')],
      links: [
        link('briefing', 'briefing'),
        text('headline'),
        ...['standfirst', 'category', 'status', 'takeaway', 'edition', 'original'].map((name) =>
          text(name, optional),
        ),
        link('loggedBy', 'account'),
      ],
      unique: { uq_briefing_version_ordinal: ['briefingId', 'ordinal'] },
    });
    await createTable(queryRunner, {
      name: 'briefing_section',
      columns: [id(), integer('ordinal')],
      links: [link('briefingVersion', 'briefing_version'), text('heading', optional), text('body', optional)],
      unique: { uq_briefing_section_ordinal: ['briefingVersionId', 'ordinal'] },
    });
    await createTable(queryRunner, {
      name: 'briefing_perspective',
      columns: [id(), integer('ordinal'), day('asOf', optional)],
      links: [link('briefingVersion', 'briefing_version'), text('actor'), text('body', optional)],
      unique: { uq_briefing_perspective_ordinal: ['briefingVersionId', 'ordinal'] },
    });
    await createTable(queryRunner, {
      name: 'briefing_source',
      columns: [id(), integer('ordinal'), day('publishedOn', optional)],
      links: [link('briefingVersion', 'briefing_version'), text('outlet', optional), text('url', optional)],
      unique: { uq_briefing_source_ordinal: ['briefingVersionId', 'ordinal'] },
    });
  }

  private async scenarios(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'scenario',
      columns: [
        id(),
        integer('ordinal', { nullable: true }),
        word('kind', 16),
        word('term', 8),
        day('openedOn'),
        day('deadline'),
        instant('closesAt'),
        word('zone', 64),
        word('testability', 16),
        instant('publicAt', { nullable: true }),
        instant('recordedAt'),
        // Where the scenario stands: what its latest resolution says, kept here for lists and reports.
        word('state', 16),
        day('outcomeOn', { nullable: true }),
        instant('outcomeAt', { nullable: true }),
        day('lateOn', { nullable: true }),
        integer('occurred', { nullable: true }),
        word('basis', 16, { nullable: true }),
        integer('selfResolved'),
        integer('version'),
      ],
      links: [
        link('topic', 'topic'),
        link('briefing', 'briefing', { nullable: true }),
        text('statement'),
        text('premise', { nullable: true }),
        link('loggedBy', 'account'),
      ],
      checks: {
        ck_scenario_kind: oneOf('kind', ['risk', 'opportunity', 'consequence']),
        ck_scenario_term: oneOf('term', ['short', 'medium', 'long']),
        ck_scenario_testability: oneOf('testability', ['observable', 'judged', 'untested']),
        ck_scenario_state: oneOf('state', ['draft', 'open', 'resolved', 'annulled']),
        ck_scenario_basis: oneOf('basis', ['observed', 'judged', 'absence', 'imported'], true),
        ck_scenario_days: '"openedOn" <= "deadline"',
        ck_scenario_resolved: `("state" = 'resolved') = ("occurred" IS NOT NULL)`,
      },
      indices: {
        ix_scenario_topic: ['topicId', 'recordedAt'],
        ix_scenario_topic_closes: ['topicId', 'state', 'closesAt'],
        ix_scenario_briefing: ['briefingId'],
        ix_scenario_state_closes: ['state', 'closesAt'],
        ix_scenario_outcome: ['state', 'outcomeOn'],
        ix_scenario_recorded: ['recordedAt', 'id'],
        ix_scenario_public: ['publicAt', 'id'],
      },
    });
    await createTable(queryRunner, {
      name: 'criteria',
      columns: [
        id(),
        word('subject', 16),
        integer('ordinal'),
        word('change', 16),
        integer('isLate'),
        instant('recordedAt'),
      ],
      links: [
        link('scenario', 'scenario'),
        text('text'),
        link('lateBy', 'event', { nullable: true }),
        link('loggedBy', 'account'),
      ],
      checks: {
        ck_criteria_subject: oneOf('subject', ['statement', 'premise']),
        ck_criteria_change: oneOf('change', ['initial', 'clarified', 'changed']),
        ck_criteria_late: '"isLate" IN (0, 1)',
      },
      unique: { uq_criteria_ordinal: ['scenarioId', 'subject', 'ordinal'] },
    });
    await createTable(queryRunner, {
      name: 'edge_case',
      columns: [id(), integer('ordinal'), integer('counts')],
      links: [link('criteria', 'criteria'), text('case')],
      checks: { ck_edge_case_counts: '"counts" IN (0, 1)' },
      unique: { uq_edge_case_ordinal: ['criteriaId', 'ordinal'] },
    });
  }

  private async forecasts(queryRunner: QueryRunner): Promise<void> {
    const optional = { nullable: true };
    await createTable(queryRunner, {
      name: 'forecast',
      columns: [
        seq(),
        word('id', 36),
        integer('probabilityBp'),
        instant('statedAt'),
        instant('recordedAt'),
        integer('archival'),
        integer('reconstructed'),
        integer('criteriaVersion', optional),
      ],
      links: [
        link('scenario', 'scenario'),
        link('forecaster', 'forecaster'),
        text('rationale', optional),
        // A reconstructed forecast: the words it was made of, where they stand, who turned them into a number.
        text('words', optional),
        text('quote', optional),
        text('converter', optional),
        link('loggedBy', 'account'),
      ],
      checks: {
        ck_forecast_probability: '"probabilityBp" >= 0 AND "probabilityBp" <= 10000',
        ck_forecast_probability_whole: '"probabilityBp" = CAST("probabilityBp" AS integer)',
        ck_forecast_archival: '"archival" IN (0, 1)',
        ck_forecast_reconstructed:
          '"reconstructed" = 0 OR ("archival" = 1 AND "wordsId" IS NOT NULL AND "converterId" IS NOT NULL)',
        ck_forecast_times: '"statedAt" <= "recordedAt"',
      },
      unique: { uq_forecast_id: ['id'] },
      indices: {
        ix_forecast_scenario: ['scenarioId', 'forecasterId', 'seq'],
        ix_forecast_forecaster: ['forecasterId', 'seq'],
        ix_forecast_recorded: ['recordedAt', 'id'],
      },
    });
    await createTable(queryRunner, {
      name: 'withdrawal',
      columns: [id(), word('forecastId', 36), instant('recordedAt')],
      links: [link('scenario', 'scenario'), text('reason', optional), link('loggedBy', 'account')],
      unique: { uq_withdrawal_forecast: ['forecastId'] },
      indices: { ix_withdrawal_scenario: ['scenarioId'], ix_withdrawal_recorded: ['recordedAt', 'id'] },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropRefusals(queryRunner, APPEND_ONLY);
    for (const table of [
      ...['withdrawal', 'forecast', 'edge_case', 'criteria', 'scenario'],
      ...['briefing_source', 'briefing_perspective', 'briefing_section', 'briefing_version', 'briefing'],
    ])
      await queryRunner.dropTable(table);
  }
}
