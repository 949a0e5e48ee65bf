import { v7 } from 'uuid';

/** A UUIDv7: unguessable enough to be public, and roughly in order of creation. Never an order to rely on. */
export function newId(): string {
  return v7();
}
