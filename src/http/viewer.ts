import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

export const ROLES = ['reader', 'analyst', 'editor', 'administrator'] as const;

/** What one may do. Each role may do what those before it may. */
export type Role = (typeof ROLES)[number];

/** Who asks. */
export interface Viewer {
  /** null for a reader who has not logged in. */
  accountId: string | null;
  role: Role;
  /** The forecasters that this account may log for, by slug; '*' for all. */
  mayLogFor: '*' | string[];
}

/** Everyone who shows no token and is not logged in. */
export const ANYONE: Viewer = Object.freeze({
  accountId: null,
  role: 'reader',
  mayLogFor: Object.freeze([]) as unknown as string[],
});

/** @example mayActAs({ ...viewer, role: 'editor' }, 'analyst') // => true */
export function mayActAs(viewer: Viewer, role: Role): boolean {
  return ROLES.indexOf(viewer.role) >= ROLES.indexOf(role);
}

/** Knows whom a token, or a login, belongs to. The accounts implement it. */
export abstract class Authenticator {
  /** null for a token that is unknown, expired or revoked. */
  abstract viewerOf(bearer: string): Promise<Viewer | null>;
  /** null for a login that is unknown or over. */
  abstract viewerOfSession(key: string): Promise<Viewer | null>;
}

export type RequestWithViewer = FastifyRequest & { viewer?: Viewer };

/** The viewer, as a parameter of a route: `@Viewer() viewer: Viewer`. */
export const Viewer = createParamDecorator(
  (_: unknown, context: ExecutionContext): Viewer =>
    context.switchToHttp().getRequest<RequestWithViewer>().viewer ?? ANYONE,
);
