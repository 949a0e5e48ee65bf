import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { toProblem } from '../database/driver-errors.js';
import { Problem, type ProblemCode } from '../problems.js';

/** The refusals of the framework itself, by status. */
const BY_STATUS: Record<number, readonly [ProblemCode, string]> = {
  400: ['malformed_request', 'The request could not be read.'],
  401: ['unauthorized', 'Send your token as "Authorization: Bearer …".'],
  403: ['forbidden', 'This is not allowed.'],
  404: ['not_found', 'There is nothing at this address.'],
  405: ['method_not_allowed', 'This address does not take that method.'],
  413: ['payload_too_large', 'The body may have 256 kB at most.'],
  415: ['unsupported_media_type', 'The body must be JSON, sent with "Content-Type: application/json".'],
  422: ['validation_failed', 'The request has values that cannot be accepted.'],
  503: ['not_ready', 'The server is not ready. Try again in a moment.'],
};

const RETRY_AFTER_SECONDS = 5;

/** A fault of ours, or a refusal of too many requests, as HTML for a person who asked for a page; null for programs. */
export type FaultPage = (request: FastifyRequest, problem: Problem) => string | null;

/** Answers every error as `application/problem+json`. Faults of ours show nothing but the id under which they are logged. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly log: Pick<Logger, 'error'>,
    private readonly faultPage: FaultPage = () => null,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    answerProblem(error, request, reply, this.log, this.faultPage);
  }
}

export function answerProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  log: Pick<Logger, 'error'>,
  faultPage: FaultPage = () => null,
): void {
  const problem = asProblem(error);
  if (problem.status >= 500) log.error({ requestId: request.id, err: error }, problem.title);
  if (reply.sent) return;

  const page = problem.status >= 500 || problem.status === 429 ? faultPage(request, problem) : null;
  void reply.status(problem.status);
  void reply.header(
    'content-type',
    page === null ? 'application/problem+json; charset=utf-8' : 'text/html; charset=utf-8',
  );
  void reply.header('cache-control', 'no-store');
  if (problem.status === 401) {
    const shown = request.headers.authorization === undefined ? '' : ', error="invalid_token"';
    void reply.header('www-authenticate', `Bearer realm="hindcast"${shown}`);
  }
  const { retryAfterSeconds } = problem.extra;
  if (problem.status === 503 || problem.status === 429)
    void reply.header(
      'retry-after',
      String(typeof retryAfterSeconds === 'number' ? retryAfterSeconds : RETRY_AFTER_SECONDS),
    );
  if (page !== null) void reply.send(page);
  else void reply.serializer(JSON.stringify).send({ ...problem.toJSON(), requestId: request.id });
}

function asProblem(error: unknown): Problem {
  const known = toProblem(error);
  if (known) return known;
  const status = statusOf(error);
  const refusal = BY_STATUS[status] ?? (status >= 400 && status < 500 ? BY_STATUS[400] : undefined);
  if (refusal) return new Problem(...refusal);
  return new Problem('internal_error', 'The fault is on record under the id of this request.');
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
}
