import type { EntityManager } from 'typeorm';
import { Problem } from '../problems.js';
import { Text } from '../texts/text.entity.js';
import type { Subject } from './subjects.js';

export type { Subject } from './subjects.js';

/** Where a text stands: in which row of which table, as what. */
export interface Place {
  table: string;
  row: string;
  field: string;
}

/** A text of a record, by the name under which `--field` finds it. */
export interface Field {
  field: string;
  text: Text;
}

/** Rows that hold texts: which column says to what they belong, and what brings them into their order. */
interface Part {
  table: string;
  under: string;
  order?: string;
  parts?: Record<string, Part>;
}

const ERRATA = { erratum: { table: 'erratum', under: 'subjectId', order: 'recordedAt' } };

const SOURCES: Record<string, Part> = {
  standing: { table: 'event_standing', under: 'eventId', order: 'recordedAt' },
  source: {
    ...{ table: 'source', under: 'eventId', order: 'ordinal' },
    parts: { claim: { table: 'source_claim', under: 'sourceId', order: 'ordinal' } },
  },
};

const VERSIONS: Record<string, Part> = {
  version: {
    ...{ table: 'briefing_version', under: 'briefingId', order: 'ordinal' },
    parts: Object.fromEntries(
      ['section', 'perspective', 'source'].map((name) => [
        name,
        { table: `briefing_${name}`, under: 'briefingVersionId', order: 'ordinal' },
      ]),
    ),
  },
};

const CRITERIA: Record<string, Part> = {
  criteria: {
    ...{ table: 'criteria', under: 'scenarioId', order: 'ordinal' },
    parts: { edgeCase: { table: 'edge_case', under: 'criteriaId', order: 'ordinal' } },
  },
  deferral: { table: 'deferral', under: 'scenarioId', order: 'recordedAt' },
  link: {
    ...{ table: 'scenario_link', under: 'fromId', order: 'recordedAt' },
    parts: { ending: { table: 'scenario_link_ending', under: 'linkId' } },
  },
};

/** The records that are named on the command line, with the rows that belong to them alone. */
const SUBJECTS = {
  scenario: { table: 'scenario', under: 'id', parts: { ...CRITERIA, ...ERRATA } },
  event: { table: 'event', under: 'id', parts: { ...SOURCES, ...ERRATA } },
  briefing: { table: 'briefing', under: 'id', parts: { ...VERSIONS, ...ERRATA } },
  forecast: {
    ...{ table: 'forecast', under: 'id' },
    parts: { withdrawal: { table: 'withdrawal', under: 'forecastId' }, ...ERRATA },
  },
  evidence: { table: 'evidence', under: 'id' },
  resolution: { table: 'resolution', under: 'id' },
} satisfies Record<Subject, Part>;

/** Every column that refers to a text, as the entities say. */
function textColumns(manager: EntityManager): { table: string; field: string; column: string }[] {
  return manager.connection.entityMetadatas.flatMap(({ tableName, manyToOneRelations }) =>
    manyToOneRelations
      .filter(({ inverseEntityMetadata }) => inverseEntityMetadata.tableName === 'text')
      .map(({ propertyName, joinColumns }) => ({
        ...{ table: tableName, field: propertyName, column: joinColumns[0]!.databaseName },
      })),
  );
}

/** Where some texts stand, by text id. It looks through every table that holds texts. */
export async function placesOf(
  manager: EntityManager,
  textIds: readonly string[],
): Promise<Map<string, Place[]>> {
  const places = new Map<string, Place[]>();
  if (textIds.length === 0) return places;
  for (const { table, field, column } of textColumns(manager)) {
    const rows = await manager
      .createQueryBuilder()
      .select('r."id"', 'row')
      .addSelect(`r."${column}"`, 'textId')
      .from(table, 'r')
      .where(`r."${column}" IN (:...textIds)`, { textIds })
      .orderBy('r."id"')
      .getRawMany<{ row: string; textId: string }>();
    for (const { row, textId } of rows)
      places.set(textId, [...(places.get(textId) ?? []), { table, row, field }]);
  }
  return places;
}

/**
 * The texts of a record and of the rows that belong to it, as in `statement`, `criteria.2.text`, `source.1.quote`:
 * rows are counted from 1.
 *
 * @throws {Problem} not_found
 */
export async function fieldsOf(manager: EntityManager, subject: Subject, id: string): Promise<Field[]> {
  const found = await fieldsUnder(manager, SUBJECTS[subject], id, () => '');
  if (found === null) throw new Problem('not_found', `There is no ${subject} “${id}”.`);
  const texts = await textsById(
    manager,
    found.map(({ textId }) => textId),
  );
  return found.map(({ field, textId }) => ({ field, text: texts.get(textId)! }));
}

async function textsById(manager: EntityManager, ids: readonly string[]): Promise<Map<string, Text>> {
  const texts = new Map<string, Text>();
  for (const id of new Set(ids)) texts.set(id, await manager.findOneByOrFail(Text, { id }));
  return texts;
}

/** @returns null where there is no row */
async function fieldsUnder(
  manager: EntityManager,
  { table, under, order = 'id', parts = {} }: Part,
  id: string,
  prefixOf: (place: number) => string,
): Promise<{ field: string; textId: string }[] | null> {
  const rows = await manager
    .createQueryBuilder()
    .select('r.*')
    .from(table, 'r')
    .where(`r."${under}" = :id`, { id })
    .orderBy(`r."${order}"`)
    .addOrderBy('r."id"')
    .getRawMany<Record<string, string | null> & { id: string }>();
  if (rows.length === 0) return null;
  const columns = textColumns(manager).filter((one) => one.table === table);
  const fields: { field: string; textId: string }[] = [];
  for (const [index, row] of rows.entries()) {
    const prefix = prefixOf(index + 1);
    for (const { field, column } of columns) {
      const textId = row[column];
      if (textId) fields.push({ field: prefix + field, textId });
    }
    for (const [name, part] of Object.entries(parts))
      fields.push(
        ...((await fieldsUnder(manager, part, row.id, (place) => `${prefix}${name}.${place}.`)) ?? []),
      );
  }
  return fields;
}
