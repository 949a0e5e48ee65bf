import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { keyParameter, ONCE_EXTENSION, type OnceKind } from './http/idempotency.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['post']>;

/** The description of the API, from the code that serves it. */
export function createOpenApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Hindcast')
    .setDescription('Forecasts on record, resolved against later events, with their calibration.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer' })
    .build();
  const document = SwaggerModule.createDocument(app, description);
  for (const { post } of Object.values(document.paths)) if (post) takeKey(post);
  return document;
}

/** Says of a POST that it takes an `Idempotency-Key`, where it does. */
function takeKey(operation: Operation): void {
  const kind = (operation as Operation & { [ONCE_EXTENSION]?: OnceKind })[ONCE_EXTENSION] ?? 'once';
  const parameter = keyParameter(kind);
  if (parameter) operation.parameters = [...(operation.parameters ?? []), parameter];
}

export function serveOpenApi(app: NestFastifyApplication): void {
  let document: OpenAPIObject | undefined;
  SwaggerModule.setup('api/docs', app, () => (document ??= createOpenApiDocument(app)), {
    jsonDocumentUrl: 'api/docs-json',
    customSiteTitle: 'Hindcast API',
  });
}

/** The text of `openapi.json`. */
export function openApiText(app: NestFastifyApplication): string {
  return `${JSON.stringify(createOpenApiDocument(app), null, 2)}\n`;
}
