import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** What a record says about who may see it: an instant from which it is public, or null for the desk only. */
export interface Publishable {
  publicAt: string | null;
}

/** From whose eyes a record is read: the desk sees all, the public what `publicAt` has released by `now`. */
export interface Sight {
  desk: boolean;
  now: string;
}

/** The sight of the program itself, where it decides and does not show. */
export const EVERYTHING: Sight = Object.freeze({ desk: true, now: '' });

/** Rule 13, for one record. */
export const isVisible = (record: Publishable, sight: Sight): boolean =>
  sight.desk || (record.publicAt !== null && record.publicAt <= sight.now);

/** Rule 13, for a query. */
export function onlyVisible<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  alias: string,
  sight: Sight,
): SelectQueryBuilder<T> {
  return sight.desk ? query : query.andWhere(`${alias}.publicAt <= :sightNow`, { sightNow: sight.now });
}
