import type { LoggerService } from '@nestjs/common';
import { destination, type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from '../config.js';
import { loggedError } from './logged-error.js';

/** Structured lines on standard error: standard output belongs to the commands. */
export function createLogger(
  level: LogLevel,
  stream: DestinationStream = destination({ dest: 2, sync: true }),
): Logger {
  const redact = ['*.authorization', '*.token', '*.password'];
  return pino({ level, redact, base: null, serializers: { err: loggedError, error: loggedError } }, stream);
}

/** What the framework has to say: warnings and faults as they are, its chatter only when debugging. */
export function frameworkLogger(log: Logger): LoggerService {
  const words = (message: unknown) =>
    message instanceof Error ? loggedError(message).message : String(message);
  return {
    log: (message: unknown) => log.debug(words(message)),
    debug: (message: unknown) => log.debug(words(message)),
    verbose: (message: unknown) => log.trace(words(message)),
    warn: (message: unknown) => log.warn(words(message)),
    error: (message: unknown) => log.error(words(message)),
    fatal: (message: unknown) => log.fatal(words(message)),
  };
}
