/** The one way in which the desk talks to the server: JSON, the login in a cookie, refusals as errors with a sentence. */
import type { components } from '../api/schema.js';
import { needsVersion, ToldVersions } from './versions.js';
import { whatChanged } from './what-changed.js';

/** The shapes of the API, as its OpenAPI document names them. */
export type Api = components['schemas'];

export interface FieldError {
  field: string;
  message: string;
}

/** A refusal, as RFC 9457 has it: `code` for programs, the message for the person. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** which fields were wrong, where some were */
    readonly fields: FieldError[] = [],
    /** everything else that the server said, such as the state that it found */
    readonly facts: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

export interface AskOptions {
  /** sent as JSON; makes it a POST unless `method` says otherwise */
  body?: object;
  method?: 'GET' | 'POST' | 'DELETE';
  /** of what is changed, as it was read; every change of something known has one */
  version?: number | undefined;
  /** the same request under the same key records nothing twice */
  onceKey?: string;
  signal?: AbortSignal;
}

/**
 * Asks the API.
 *
 * @param path below `/api/v1/`, with its query
 * @throws {Refusal} whatever was refused; `offline` where nobody answered, in which case nothing was lost here
 */
export async function ask<T>(path: string, options: AskOptions = {}): Promise<T> {
  const answer = await send(path, options);
  const body: unknown = answer.status === 204 ? undefined : await answer.json().catch(() => undefined);
  if (answer.ok) return body as T;
  const refusal = refusalOf(answer.status, body);
  throw refusal.code === 'stale_version' ? await explained(refusal, path, options) : refusal;
}

const told = new ToldVersions();

/** What changed in the meantime, for whoever sent a stale version; sent again, it is meant for what is there now. */
async function explained(refusal: Refusal, path: string, { version = 0 }: AskOptions): Promise<Refusal> {
  const present = Number(refusal.facts['version']);
  const changed = await whatChanged(path, present - told.of(path, version), ask).catch(() => '');
  told.tell(path, version, present);
  const sentences = [
    'This has changed since you read it, and nothing was recorded.',
    changed,
    'What you typed is kept: send it again if it still holds.',
  ];
  const message = sentences.filter(Boolean).join(' ');
  return new Refusal(refusal.status, refusal.code, message, refusal.fields, refusal.facts);
}

/**
 * Asks for a whole list, page by page.
 *
 * @param path without a query
 * @throws {Refusal} as `ask` does
 */
export async function askAll<T>(path: string): Promise<T[]> {
  const all: T[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { items: T[]; next: string | null } = await ask(
      `${path}?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    all.push(...page.items);
    cursor = page.next;
  }
  return all;
}

async function send(path: string, options: AskOptions): Promise<Response> {
  const { body, version, onceKey, signal } = options;
  const method = options.method ?? (body === undefined ? 'GET' : 'POST');
  const headers = new Headers();
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (needsVersion(method, path)) {
    if (version === undefined) throw new Error(`“${path}” is changed without the version that was read.`);
    headers.set('if-match', `"${told.of(path, version)}"`);
  }
  if (onceKey !== undefined) headers.set('idempotency-key', onceKey);
  const request: RequestInit = { method, headers };
  if (body !== undefined) request.body = JSON.stringify(body);
  if (signal !== undefined) request.signal = signal;
  try {
    return await fetch(`/api/v1/${path}`, request);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Refusal(0, 'offline', 'The server cannot be reached. What you typed is kept here; try again.');
  }
}

function refusalOf(status: number, body: unknown): Refusal {
  const { code, detail, errors, ...facts } = (body ?? {}) as Record<string, unknown>;
  return new Refusal(
    status,
    typeof code === 'string' ? code : 'unreadable',
    typeof detail === 'string' ? detail : 'The server answered something that this page does not understand.',
    Array.isArray(errors) ? (errors as FieldError[]) : [],
    facts,
  );
}
