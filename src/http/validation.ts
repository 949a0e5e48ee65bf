import { applyDecorators, ValidationPipe } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import {
  IsIn,
  IsOptional,
  IsUUID,
  Matches,
  ValidateBy,
  ValidateIf,
  type ValidationError,
} from 'class-validator';
import { isDay, isInstant } from '../days.js';
import { Problem } from '../problems.js';
import { isText, isWithin, DAY_FAULT, TEXT_FAULT, tooLong } from './text-rules.js';

export { isText, isWithin } from './text-rules.js';

/** The one pipe that checks bodies, queries and parameters: unknown keys are refused, nothing is converted silently. */
export function createValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    transformOptions: { enableImplicitConversion: false },
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors: ValidationError[]) => invalid(fieldErrors(errors)),
  });
}

export interface FieldError {
  /** The path of the field, as in `sources.0.outlet`. */
  field: string;
  message: string;
}

/** The refusal for values that a pipe, or a service, cannot accept. */
export function invalid(errors: FieldError[]): Problem {
  const sentence = errors.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join('; ');
  return new Problem('validation_failed', sentence.slice(0, 500), { errors });
}

function fieldErrors(errors: ValidationError[], parent = ''): FieldError[] {
  return errors.flatMap((error) => {
    const field = parent ? `${parent}.${error.property}` : (error.property ?? '');
    const own = Object.entries(error.constraints ?? {}).map(([name, message]) => ({
      field,
      message: name === 'whitelistValidation' ? 'is not a field that this takes' : message,
    }));
    return [...own, ...fieldErrors(error.children ?? [], field)];
  });
}

/** Choices that every decorator below takes. */
export interface FieldChoices {
  /** May be left out. */
  optional?: boolean;
  /** May be null. */
  nullable?: boolean;
  description?: string;
  example?: unknown;
}

export interface TextChoices extends FieldChoices {
  max: number;
  pattern?: RegExp;
  /** Pasted from elsewhere and kept to the letter: marks of direction may stand in it. */
  pasted?: boolean;
}

/** A text for people: not blank, bounded, and without characters that are not seen or hide others. */
export function Text({ max, pattern, pasted = false, ...choices }: TextChoices): PropertyDecorator {
  const rules = [
    check('isText', (value) => isText(value, pasted), TEXT_FAULT),
    check('maxLength', (value) => isWithin(value, max), tooLong(max)),
  ];
  if (pattern) rules.push(Matches(pattern, { message: `must look like ${pattern.source}` }));
  return field(
    { type: String, minLength: 1, maxLength: max, ...(pattern && { pattern: pattern.source }) },
    choices,
    rules,
  );
}

/** A calendar day, 'YYYY-MM-DD'. */
export function Day(choices: FieldChoices = {}): PropertyDecorator {
  const api = { type: String, format: 'date', example: '2026-06-15' };
  return field(api, choices, [check('isDay', isDay, DAY_FAULT)]);
}

/** An instant in UTC, ISO-8601 with `Z`. */
export function Instant(choices: FieldChoices = {}): PropertyDecorator {
  const api = { type: String, format: 'date-time', example: '2026-06-15T12:00:00.000Z' };
  return field(api, choices, [check('isInstant', isInstant, 'must be an instant in UTC, ending in Z')]);
}

/** One of a few words. */
export function OneOf(words: readonly string[], choices: FieldChoices = {}): PropertyDecorator {
  const rule = IsIn(words, { message: `must be one of ${words.join(', ')}` });
  return field({ type: String, enum: [...words] }, choices, [rule]);
}

/** The id of something on record. */
export function Id(choices: FieldChoices = {}): PropertyDecorator {
  return field({ type: String, format: 'uuid' }, choices, [IsUUID('all', { message: 'must be an id' })]);
}

function check(name: string, validate: (value: unknown) => boolean, message: string): PropertyDecorator {
  return ValidateBy({ name, validator: { validate, defaultMessage: () => message } });
}

function field(
  api: ApiPropertyOptions,
  choices: FieldChoices,
  rules: PropertyDecorator[],
): PropertyDecorator {
  const { optional = false, nullable = false, ...described } = choices;
  const options = { ...api, ...described, required: !optional, ...(nullable && { nullable }) };
  return applyDecorators(
    ApiProperty(options as ApiPropertyOptions),
    ...rules,
    ...(optional && nullable ? [IsOptional()] : []),
    ...(optional && !nullable ? [ValidateIf((_, value) => value !== undefined)] : []),
    ...(nullable && !optional ? [ValidateIf((_, value) => value !== null)] : []),
  );
}
