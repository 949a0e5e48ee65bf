import type { Type } from '@nestjs/common';
import { createValidationPipe } from '../http/validation.js';

/** Options checked by the same rules as the body or query of a request. Missing ones are left out, not undefined. */
export async function validated<T>(shape: Type<T>, values: object): Promise<T> {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  return (await createValidationPipe().transform(given, { type: 'body', metatype: shape })) as T;
}
