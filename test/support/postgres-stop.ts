import type {} from './postgres-start.js';

export default async function stopPostgres(): Promise<void> {
  await globalThis.embeddedPostgres?.stop();
}
