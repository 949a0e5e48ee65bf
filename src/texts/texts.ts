import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { newId } from '../database/ids.js';
import { Text } from './text.entity.js';

/** What stands where a text was ordered away. */
export const REDACTED = '[redacted]';

/** SHA-256 of a text, hex. */
export const digestOf = (body: string): string => createHash('sha256').update(body, 'utf8').digest('hex');

/** The form in which texts are compared and searched: lower case, no diacritics, single spaces. */
export const fold = (body: string): string =>
  body.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();

/** Puts one text on record. */
export async function storeText(manager: EntityManager, body: string): Promise<Text> {
  const text = manager.create(Text, { id: newId(), body, digest: digestOf(body), redactedAt: null });
  await manager.insert(Text, text);
  return text;
}

/** The same for a text that may be missing. */
export const storeOptional = async (
  manager: EntityManager,
  body: string | null | undefined,
): Promise<Text | null> => (body ? storeText(manager, body) : null);

/** A text as it may be shown: its words, a mark where it was redacted, null where there is none. */
export function words(text: Text): string;
export function words(text: Text | null): string | null;
export function words(text: Text | null): string | null {
  return text === null ? null : (text.body ?? REDACTED);
}
