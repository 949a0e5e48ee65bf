import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropRefusals, makeAppendOnly } from './support/append-only.js';
import { createTable, day, id, instant, integer, link, oneOf, text, word } from './support/tables.js';

const APPEND_ONLY = ['showing', 'reread_draw', 'reread_item', 'reread'];

/** Who was shown forecasts before judging; draws for blind re-reading, and what was read. */
export class Rereads1764000800000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const optional = { nullable: true };
    await createTable(queryRunner, {
      name: 'showing',
      columns: [id(), instant('recordedAt')],
      links: [link('scenario', 'scenario'), link('shownTo', 'account')],
      indices: { ix_showing_scenario: ['scenarioId', 'shownToId'] },
    });
    await createTable(queryRunner, {
      name: 'reread_draw',
      columns: [
        id(),
        integer('seed'),
        integer('size'),
        integer('population'),
        integer('again'),
        instant('recordedAt'),
      ],
      links: [link('topic', 'topic', optional), link('drawnBy', 'account')],
      checks: {
        ck_reread_draw_size: '"size" >= 1 AND "population" >= 1',
        ck_reread_draw_again: '"again" IN (0, 1)',
      },
    });
    await createTable(queryRunner, {
      name: 'reread_item',
      columns: [id()],
      links: [link('draw', 'reread_draw'), link('scenario', 'scenario')],
      unique: { uq_reread_item_scenario: ['drawId', 'scenarioId'] },
      indices: { ix_reread_item_scenario: ['scenarioId'] },
    });
    await createTable(queryRunner, {
      name: 'reread',
      columns: [
        id(),
        word('outcome', 16),
        word('annulment', 16, optional),
        day('outcomeOn', optional),
        instant('recordedAt'),
      ],
      links: [
        link('item', 'reread_item'),
        link('resolution', 'resolution'),
        text('note', optional),
        link('readBy', 'account'),
      ],
      checks: {
        ck_reread_outcome: oneOf('outcome', ['occurred', 'not_occurred', 'annulled']),
        ck_reread_annulment: oneOf(
          'annulment',
          ['premise_false', 'ambiguous', 'duplicate', 'unverifiable'],
          true,
        ),
        ck_reread_annulled: `("outcome" = 'annulled') = ("annulment" IS NOT NULL)`,
      },
      // Two editors at once: the second finds the item read.
      unique: { uq_reread_item: ['itemId'] },
      indices: { ix_reread_resolution: ['resolutionId'] },
    });
    await makeAppendOnly(queryRunner, APPEND_ONLY);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropRefusals(queryRunner, APPEND_ONLY);
    for (const table of [...APPEND_ONLY].reverse()) await queryRunner.dropTable(table);
  }
}
