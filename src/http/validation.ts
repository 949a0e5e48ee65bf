import { applyDecorators, ValidationPipe } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  type ValidationArguments,
  type ValidationError,
} from 'class-validator';
import { isDay, isInstant } from '../days.js';
import { Problem } from '../problems.js';
import { isWebAddress, NOT_A_WEB_ADDRESS } from '../web-address.js';
import { hiddenCharacter } from './hidden-characters.js';
import { isReadableText } from './strict-json.js';

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
  /** Kept to the letter (what was pasted from elsewhere, a password): hidden characters may be in it. */
  pasted?: boolean;
}

/** A text for people: not blank, bounded, and without characters that are not seen or hide others. */
export function Text({ max, pattern, pasted = false, ...choices }: TextChoices): PropertyDecorator {
  const rules = [
    check(
      'isText',
      (value) => isText(value, pasted),
      (value) => textFault(value, pasted) ?? '',
    ),
    check('maxLength', (value) => isWithin(value, max), `may have ${max} characters at most`),
  ];
  if (pattern) rules.push(Matches(pattern, { message: `must look like ${pattern.source}` }));
  return field(
    { type: String, minLength: 1, maxLength: max, ...(pattern && { pattern: pattern.source }) },
    choices,
    rules,
  );
}

/** An address that may become a link. */
export function WebAddress(choices: FieldChoices = {}): PropertyDecorator {
  const isAddress = (value: unknown) => typeof value === 'string' && isWebAddress(value);
  return applyDecorators(
    Text({ max: 2000, ...choices }),
    check('isWebAddress', isAddress, NOT_A_WEB_ADDRESS),
  );
}

/** A calendar day, 'YYYY-MM-DD'. */
export function Day(choices: FieldChoices = {}): PropertyDecorator {
  const api = { type: String, format: 'date', example: '2026-06-15' };
  return field(api, choices, [check('isDay', isDay, 'must be a day that exists, as YYYY-MM-DD')]);
}

/** An instant in UTC, ISO-8601 with `Z`. */
export function Instant(choices: FieldChoices = {}): PropertyDecorator {
  const api = { type: String, format: 'date-time', example: '2026-06-15T12:00:00.000Z' };
  return field(api, choices, [check('isInstant', isInstant, 'must be an instant in UTC, ending in Z')]);
}

/** When something becomes public: an instant, `now`, or null for the desk alone. */
export function PublicAt(choices: FieldChoices = {}): PropertyDecorator {
  const api = { type: String, example: '2026-06-15T12:00:00.000Z' };
  const description =
    'from when it is public: an instant, or now; never one that has passed. null: desk only';
  return field(api, { nullable: true, description, ...choices }, [
    check(
      'isPublicAt',
      (value) => value === 'now' || isInstant(value),
      'must be an instant in UTC, ending in Z, or now',
    ),
  ]);
}

/** One of a few words. */
export function OneOf(words: readonly string[], choices: FieldChoices = {}): PropertyDecorator {
  const rule = IsIn(words, { message: `must be one of ${words.join(', ')}` });
  return field({ type: String, enum: [...words] }, choices, [rule]);
}

/** A place in a list on record, from 1; optional. */
export const Ordinal = (description: string): PropertyDecorator =>
  field({ type: 'integer', minimum: 1 }, { optional: true, description }, [
    IsInt({ message: 'must be a whole number' }),
    Min(1, { message: 'must be 1 or more' }),
    Max(10_000, { message: 'must be 10,000 at most' }),
  ]);

/** The id of something on record. */
export function Id(choices: FieldChoices = {}): PropertyDecorator {
  return field({ type: String, format: 'uuid' }, choices, [IsUUID('all', { message: 'must be an id' })]);
}

// eslint-disable-next-line no-control-regex -- control characters are what this looks for
const CONTROLS = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]/;
/** More combining marks than any script puts on one letter (the limit of Stream-Safe Text, UAX #15). */
const HEAP_OF_MARKS = /\p{M}{31}/u;

/** Whether this is a text that can be shown to people as it is written. */
export const isText = (value: unknown, pasted = false): value is string => textFault(value, pasted) === null;

/** What keeps a value from being shown to people as it is written; null where nothing does. */
export function textFault(value: unknown, pasted = false): string | null {
  if (
    typeof value !== 'string' ||
    !isReadableText(value) ||
    !/\S/.test(value) ||
    CONTROLS.test(value) ||
    HEAP_OF_MARKS.test(value)
  )
    return 'must be a text that is not blank, without control characters or heaps of combining marks';
  const hidden = pasted ? null : hiddenCharacter(value);
  return hidden && `holds the hidden character ${hidden.name} at position ${hidden.position}: take it out`;
}

/** Counted in code points, as the database counts. */
export const isWithin = (value: unknown, max: number): boolean =>
  typeof value === 'string' && (value.length <= max || [...value].length <= max);

function check(
  name: string,
  validate: (value: unknown) => boolean,
  message: string | ((value: unknown) => string),
): PropertyDecorator {
  const defaultMessage = (args?: ValidationArguments) =>
    typeof message === 'string' ? message : message(args?.value);
  return ValidateBy({ name, validator: { validate, defaultMessage } });
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
