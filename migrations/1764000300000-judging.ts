import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropRefusals, makeAppendOnly } from './support/append-only.js';
import { createTable, day, id, instant, integer, link, oneOf, text, word } from './support/tables.js';

const APPEND_ONLY = [
  'evidence',
  'resolution',
  'resolution_evidence',
  'deferral',
  'referral',
  'erratum',
  'publication',
];
const REFERRAL_CAUSES = [
  ...['event_retracted', 'event_redated', 'event_restored', 'date_restored'],
  'reread_disagreed',
];
const SUBJECTS = ['forecast', 'event', 'scenario', 'briefing'];

/** Evidence and resolutions; deferrals and returns to the queue; errata; what became public when. */
export class Judging1764000300000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await this.resolutions(queryRunner);
    await this.afterwards(queryRunner);
    await makeAppendOnly(queryRunner, APPEND_ONLY);
  }

  private async resolutions(queryRunner: QueryRunner): Promise<void> {
    const optional = { nullable: true };
    await createTable(queryRunner, {
      name: 'evidence',
      columns: [
        id(),
        word('subject', 16),
        word('bearing', 16),
        integer('afterPublication'),
        instant('recordedAt'),
      ],
      links: [
        link('scenario', 'scenario'),
        link('event', 'event'),
        text('note', optional),
        text('quote', optional),
        link('loggedBy', 'account'),
      ],
      checks: {
        ck_evidence_subject: oneOf('subject', ['statement', 'premise']),
        ck_evidence_bearing: oneOf('bearing', ['supports', 'undermines', 'settles']),
        ck_evidence_after_publication: '"afterPublication" IN (0, 1)',
      },
      indices: { ix_evidence_scenario: ['scenarioId'], ix_evidence_event: ['eventId'] },
    });
    await createTable(queryRunner, {
      name: 'resolution',
      columns: [
        id(),
        integer('ordinal'),
        word('outcome', 16),
        day('outcomeOn', optional),
        instant('outcomeAt', optional),
        word('basis', 16, optional),
        integer('criteriaVersion', optional),
        integer('edgeCase', optional),
        word('annulment', 16, optional),
        integer('afterOutcomeKnown'),
        integer('onUnconfirmed'),
        integer('selfResolved'),
        integer('forecastsShown', optional),
        instant('recordedAt'),
      ],
      links: [
        link('scenario', 'scenario'),
        text('reason'),
        text('noEdgeCase', optional),
        text('shortfall', optional),
        link('duplicateOf', 'scenario', optional),
        link('supersedes', 'resolution', optional),
        link('resolvedBy', 'account'),
      ],
      checks: {
        ck_resolution_outcome: oneOf('outcome', ['occurred', 'not_occurred', 'annulled', 'reopened']),
        ck_resolution_basis: oneOf('basis', ['observed', 'judged', 'absence', 'imported'], true),
        ck_resolution_annulment: oneOf(
          'annulment',
          ['premise_false', 'ambiguous', 'duplicate', 'unverifiable'],
          true,
        ),
        ck_resolution_annulled: `("outcome" = 'annulled') = ("annulment" IS NOT NULL)`,
        ck_resolution_dated: `"outcomeOn" IS NOT NULL OR "basis" = 'imported'`,
        ck_resolution_edge_case: '"edgeCase" IS NULL OR "noEdgeCaseId" IS NULL',
        ck_resolution_supersedes: '("ordinal" = 1) = ("supersedesId" IS NULL)',
      },
      // Two editors at once: the second cannot take the place that the first has taken.
      unique: { uq_resolution_ordinal: ['scenarioId', 'ordinal'] },
      indices: {
        ix_resolution_supersedes: ['supersedesId'],
        ix_resolution_recorded: ['recordedAt', 'id'],
      },
    });
    await createTable(queryRunner, {
      name: 'resolution_evidence',
      columns: [id(), word('role', 16)],
      links: [link('resolution', 'resolution'), link('event', 'event')],
      checks: { ck_resolution_evidence_role: oneOf('role', ['outcome', 'premise']) },
      unique: { uq_resolution_evidence: ['resolutionId', 'eventId', 'role'] },
      indices: { ix_resolution_evidence_event: ['eventId'] },
    });
  }

  private async afterwards(queryRunner: QueryRunner): Promise<void> {
    const optional = { nullable: true };
    await createTable(queryRunner, {
      name: 'deferral',
      columns: [id(), day('until'), instant('recordedAt')],
      links: [link('scenario', 'scenario'), text('reason'), link('loggedBy', 'account')],
      indices: { ix_deferral_scenario: ['scenarioId'] },
    });
    await createTable(queryRunner, {
      name: 'referral',
      columns: [id(), word('cause', 32), instant('recordedAt')],
      links: [
        link('scenario', 'scenario'),
        link('resolution', 'resolution'),
        link('event', 'event', optional),
      ],
      checks: {
        ck_referral_cause: oneOf('cause', REFERRAL_CAUSES),
        ck_referral_event: `("cause" = 'reread_disagreed') = ("eventId" IS NULL)`,
      },
      indices: { ix_referral_scenario: ['scenarioId'], ix_referral_resolution: ['resolutionId'] },
    });
    await createTable(queryRunner, {
      name: 'erratum',
      columns: [
        id(),
        word('subject', 16),
        word('subjectId', 36),
        word('field', 32),
        word('was', 64, optional),
        word('became', 64, optional),
        instant('recordedAt'),
      ],
      links: [
        text('wasText', optional),
        text('becameText', optional),
        text('proof'),
        link('loggedBy', 'account'),
      ],
      checks: { ck_erratum_subject: oneOf('subject', SUBJECTS) },
      indices: {
        ix_erratum_subject: ['subjectId', 'recordedAt'],
        ix_erratum_recorded: ['recordedAt', 'id'],
      },
    });
    await createTable(queryRunner, {
      name: 'publication',
      columns: [
        id(),
        word('subject', 16),
        word('subjectId', 36),
        instant('publicAt', optional),
        instant('recordedAt'),
      ],
      links: [link('loggedBy', 'account')],
      checks: { ck_publication_subject: oneOf('subject', ['event', 'scenario', 'briefing']) },
      indices: { ix_publication_subject: ['subjectId'] },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropRefusals(queryRunner, APPEND_ONLY);
    for (const table of [
      ...['publication', 'erratum', 'referral', 'deferral'],
      ...['resolution_evidence', 'resolution', 'evidence'],
    ])
      await queryRunner.dropTable(table);
  }
}
