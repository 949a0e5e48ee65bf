import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropRefusals, makeAppendOnly, refuse } from './support/append-only.js';
import {
  createTable,
  day,
  id,
  instant,
  integer,
  link,
  longText,
  oneOf,
  text,
  word,
} from './support/tables.js';

const STANDINGS = ['reported', 'confirmed', 'disputed', 'retracted'];

/** Texts; topics and forecasters; events with their sources, conflicting claims and standing. */
export class Stories1764000100000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'text',
      columns: [
        id(),
        longText('body', { nullable: true }),
        word('digest', 64),
        instant('redactedAt', { nullable: true }),
      ],
      indices: { ix_text_digest: ['digest'] },
    });
    // The one change a text may see: its words are ordered away, once; digest and row remain.
    await refuse(
      queryRunner,
      'text',
      'update',
      `NOT (OLD."redactedAt" IS NULL AND NEW."redactedAt" IS NOT NULL AND NEW."body" IS NULL AND NEW."digest" = OLD."digest" AND NEW."id" = OLD."id")`,
    );
    await refuse(queryRunner, 'text', 'delete');

    await createTable(queryRunner, {
      name: 'topic',
      columns: [
        id(),
        word('slug', 64),
        word('title', 200),
        word('zone', 64),
        integer('shortDays'),
        integer('mediumDays'),
        integer('longDays'),
        word('publishes', 8),
        instant('recordedAt'),
      ],
      checks: {
        ck_topic_publishes: oneOf('publishes', ['at_once', 'desk']),
        ck_topic_terms: '"shortDays" >= 1 AND "mediumDays" > "shortDays" AND "longDays" > "mediumDays"',
      },
      unique: { uq_topic_slug: ['slug'] },
    });
    await createTable(queryRunner, {
      name: 'forecaster',
      columns: [
        id(),
        word('slug', 64),
        word('name', 200),
        word('kind', 8),
        integer('isPublic'),
        instant('recordedAt'),
      ],
      checks: {
        ck_forecaster_kind: oneOf('kind', ['person', 'desk', 'model']),
        ck_forecaster_public: '"isPublic" IN (0, 1)',
      },
      unique: { uq_forecaster_slug: ['slug'] },
    });
    await this.events(queryRunner);
  }

  private async events(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'event',
      columns: [
        id(),
        day('occurredOn'),
        word('standing', 16),
        instant('publicAt', { nullable: true }),
        instant('recordedAt'),
        integer('version'),
      ],
      links: [
        link('topic', 'topic'),
        text('headline'),
        text('summary', { nullable: true }),
        text('attribution', { nullable: true }),
        link('loggedBy', 'account'),
      ],
      checks: { ck_event_standing: oneOf('standing', STANDINGS) },
      indices: {
        ix_event_topic_day: ['topicId', 'occurredOn'],
        ix_event_day: ['occurredOn'],
        ix_event_standing_day: ['standing', 'occurredOn'],
      },
    });
    await createTable(queryRunner, {
      name: 'event_standing',
      columns: [id(), word('standing', 16), instant('recordedAt')],
      links: [link('event', 'event'), text('reason', { nullable: true }), link('loggedBy', 'account')],
      checks: { ck_event_standing_standing: oneOf('standing', STANDINGS) },
      indices: { ix_event_standing_event: ['eventId'] },
    });
    await createTable(queryRunner, {
      name: 'source',
      columns: [
        id(),
        integer('ordinal'),
        day('publishedOn', { nullable: true }),
        day('retrievedOn', { nullable: true }),
        word('digest', 64, { nullable: true }),
        instant('recordedAt'),
      ],
      links: [
        link('event', 'event'),
        text('outlet'),
        text('url', { nullable: true }),
        text('quote', { nullable: true }),
        text('body', { nullable: true }),
        text('origin', { nullable: true }),
        link('loggedBy', 'account'),
      ],
      unique: { uq_source_ordinal: ['eventId', 'ordinal'] },
    });
    await createTable(queryRunner, {
      name: 'source_claim',
      columns: [id(), integer('ordinal')],
      links: [link('source', 'source'), text('about'), text('value'), text('sentence')],
      unique: { uq_source_claim_ordinal: ['sourceId', 'ordinal'] },
    });
    await makeAppendOnly(queryRunner, ['event_standing', 'source', 'source_claim']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropRefusals(queryRunner, ['text', 'event_standing', 'source', 'source_claim']);
    for (const table of ['source_claim', 'source', 'event_standing', 'event', 'forecaster', 'topic', 'text'])
      await queryRunner.dropTable(table);
  }
}
