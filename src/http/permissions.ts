import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import type { Role } from './viewer.js';

export type { Role } from './viewer.js';

export const ALLOWED_ROLE = 'hindcast:allowed-role';

export const LOGIN_ONLY = 'hindcast:login-only';

/** For people who have logged in, never for a token: what opens further doors. */
export const LoginOnly = (): MethodDecorator & ClassDecorator => SetMetadata(LOGIN_ONLY, true);

/** Who may use a route. A route (or its controller) without this is closed to everyone. */
export function Allow(role: Role): MethodDecorator & ClassDecorator {
  const marks = [SetMetadata(ALLOWED_ROLE, role)];
  return role === 'reader' ? applyDecorators(...marks) : applyDecorators(...marks, ApiBearerAuth());
}
