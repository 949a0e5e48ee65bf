import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  type Type,
} from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { Problem } from '../problems.js';
import { isReadableText } from './strict-json.js';
import { invalid } from './validation.js';

/** A part of a list, and the cursor of the part after it. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 200;

/** What every list may be asked. Queries with more to them extend it. */
export class PageQuery {
  @ApiPropertyOptional({ type: String, description: 'The `next` of the part before.' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  cursor?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT })
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value,
  )
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be at least 1' })
  @Max(MAX_LIMIT, { message: `must be at most ${MAX_LIMIT}` })
  limit?: number = DEFAULT_LIMIT;
}

/** The class of a page of `item`, for the OpenAPI document: `@ApiOkResponse({ type: PageOf(ScenarioDto) })`. */
export function PageOf<T>(item: Type<T>): Type<Page<T>> {
  class PageDto implements Page<T> {
    @ApiProperty({ type: [item] }) items: T[];
    @ApiProperty({ type: String, nullable: true, description: 'Cursor of the next part; null at the end.' })
    next: string | null;
  }
  Object.defineProperty(PageDto, 'name', { value: `${item.name.replace(/Dto$/, '')}Page` });
  return PageDto;
}

type CursorPart = string | number;
type Shape = readonly ('string' | 'number')[];
type PartsOf<S extends Shape> = { -readonly [K in keyof S]: S[K] extends 'number' ? number : string };

/** Where a list goes on: the sort key of its last row, closed to the eye. */
export function encodeCursor(parts: readonly CursorPart[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/**
 * @throws {Problem} `validation_failed` for a cursor that this list has not given
 * @example decodeCursor(encodeCursor(['b', 7]), ['string', 'number']) // => ['b', 7]
 */
export function decodeCursor<const S extends Shape>(text: string, shape: S): PartsOf<S> {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    parts = null;
  }
  const fits =
    Array.isArray(parts) &&
    parts.length === shape.length &&
    shape.every((kind, i) => typeof (parts as unknown[])[i] === kind) &&
    encodeCursor(parts as CursorPart[]) === text &&
    (parts as CursorPart[]).every((part) => typeof part === 'number' || isReadableText(part));
  if (!fits) throw unknownCursor();
  return parts as PartsOf<S>;
}

/** The refusal of a cursor that this list has not given. */
export const unknownCursor = (): Problem =>
  invalid([{ field: 'cursor', message: 'is not one that this list has given' }]);

/** The page of rows that were read with `limit + 1`; `cursorOf` names the last row kept. */
export function pageOf<Row, T>(
  rows: Row[],
  limit: number,
  show: (row: Row) => T,
  cursorOf: (row: Row) => readonly CursorPart[],
): Page<T> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return {
    items: kept.map(show),
    next: rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null,
  };
}

/** Adds `Link: <…>; rel="next"` to every answer that is a page with another after it. */
@Injectable()
export class NextLinkInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    return next.handle().pipe(
      map((body: unknown) => {
        if (isPage(body) && body.next !== null) {
          const url = new URL(http.getRequest<FastifyRequest>().url, 'http://localhost');
          url.searchParams.set('cursor', body.next);
          http.getResponse<FastifyReply>().header('link', `<${url.pathname}${url.search}>; rel="next"`);
        }
        return body;
      }),
    );
  }
}

function isPage(body: unknown): body is Page<unknown> {
  const page = body as Partial<Page<unknown>> | null;
  return (
    typeof page === 'object' &&
    page !== null &&
    Array.isArray(page.items) &&
    (typeof page.next === 'string' || page.next === null)
  );
}
