import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { addWords, holding, removeWords, wordsOf } from '../database/full-text.js';
import { SearchEntry, type Searched } from './search-entry.entity.js';
import type { Text } from './text.entity.js';
import { fold } from './texts.js';

/** Makes a record found by the words of these texts, and of no others. Redacted ones have no words. */
export async function indexTexts(
  manager: EntityManager,
  subject: Searched,
  subjectId: string,
  texts: readonly { text: Text | null; deskOnly: boolean }[],
): Promise<void> {
  await drop(manager, await manager.findBy(SearchEntry, { subject, subjectId }));
  for (const { text, deskOnly } of texts) {
    if (text === null || text.body === null) continue;
    const entry = manager.create(SearchEntry, {
      ...{ subject, subjectId, textId: text.id, deskOnly: Number(deskOnly) },
    });
    await manager.insert(SearchEntry, entry);
    await addWords(manager, entry.seq, fold(text.body));
  }
}

/** Rule 14: the words of a text that was ordered away find nothing any more. */
export async function forgetText(manager: EntityManager, textId: string): Promise<void> {
  await drop(manager, await manager.findBy(SearchEntry, { textId }));
}

async function drop(manager: EntityManager, entries: readonly SearchEntry[]): Promise<void> {
  await removeWords(
    manager,
    entries.map(({ seq }) => seq),
  );
  for (const { seq } of entries) await manager.delete(SearchEntry, { seq });
}

/** How many texts can be found, about: numbers that were given up count as well. */
export const textsFound = async (manager: EntityManager): Promise<number> =>
  (await manager.maximum(SearchEntry, 'seq')) ?? 0;

/** The ids of records that hold any of some words, the best answer first. `where` may narrow by `e."subjectId"`. */
export async function found(
  manager: EntityManager,
  subject: Searched,
  words: readonly string[],
  { limit, where = '1 = 1' }: { limit: number; where?: string },
): Promise<string[]> {
  if (words.length === 0) return [];
  const { sql, words: asked } = holding(manager, words, 'any');
  if (asked === '') return [];
  const rows = await manager
    .createQueryBuilder()
    .select('e."subjectId"', 'id')
    .addSelect('MIN(h."rank")', 'rank')
    .from(`(${sql})`, 'h')
    .innerJoin(SearchEntry, 'e', 'e."seq" = h."seq"')
    .where(`e."subject" = :subject AND ${where}`)
    .setParameters({ subject, words: asked })
    .groupBy('e."subjectId"')
    .orderBy('"rank"')
    .addOrderBy('"id"')
    .limit(limit)
    .getRawMany<{ id: string }>();
  return rows.map(({ id }) => id);
}

/**
 * Narrows a query to records that hold every word of what was asked for, as it stands or as a beginning, in any of the
 * texts that this sight may see.
 *
 * @param id where the query has the record's id
 */
export function onlyHolding<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  subject: Searched,
  id: string,
  { q, desk }: { q: string; desk: boolean },
): SelectQueryBuilder<T> {
  const asked = wordsOf(fold(q));
  if (asked.length === 0) return query.andWhere('1 = 0');
  for (const [index, word] of asked.entries()) {
    const { sql, words } = holding(query.connection.manager, [word], 'beginning');
    const entries = `SELECT e."subjectId" FROM "search_entry" e JOIN (${sql.replace(/:words/g, `:word${index}`)}) h
      ON h."seq" = e."seq" WHERE e."subject" = :searched AND (e."deskOnly" = 0 OR :desk = 1)`;
    query.andWhere(`${id} IN (${entries})`, {
      ...{ [`word${index}`]: words, searched: subject, desk: Number(desk) },
    });
  }
  return query;
}
