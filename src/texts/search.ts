import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { fold } from './texts.js';

/** Keeps the rows whose folded text, at `column`, holds every word of what was asked for. */
export function holdingWords<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  column: string,
  asked: string,
): SelectQueryBuilder<T> {
  for (const [index, word] of fold(asked).split(' ').filter(Boolean).entries())
    query.andWhere(`${column} LIKE :q${index} ESCAPE '!'`, {
      [`q${index}`]: `%${word.replace(/[!%_]/g, '!$&')}%`,
    });
  return query;
}
