import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The description of the API, from the code that serves it. */
export function createOpenApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Hindcast')
    .setDescription('Forecasts on record, resolved against later events, with their calibration.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer' })
    .build();
  return SwaggerModule.createDocument(app, description);
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
