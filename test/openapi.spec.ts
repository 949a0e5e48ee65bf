import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import openapiTypescript, { astToString, COMMENT_HEADER, type OpenAPI3 } from 'openapi-typescript';
import { openApiText } from '../src/openapi.js';
import { startTestApp, type TestApp } from './support/app.js';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

it('openapi.json is what the program says of itself; if not, run "npm run openapi"', async () => {
  const written = await readFile(join(import.meta.dirname, '..', 'openapi.json'), 'utf8');
  expect(openApiText(test.app)).toBe(written);
});

it('client/src/api/schema.d.ts holds the types of openapi.json; if not, run "npm run openapi"', async () => {
  const root = join(import.meta.dirname, '..');
  const written = await readFile(join(root, 'client/src/api/schema.d.ts'), 'utf8');
  const types = await openapiTypescript(JSON.parse(openApiText(test.app)) as OpenAPI3, {
    immutable: true,
  });
  expect(written).toBe(`${COMMENT_HEADER}${astToString(types)}`);
});

it('is served, with pages to read it', async () => {
  expect((await test.call('GET', '/api/docs-json')).body).toEqual(JSON.parse(openApiText(test.app)));
  const page = await test.call<string>('GET', '/api/docs');
  expect(page).toMatchObject({ status: 200, body: expect.stringContaining('swagger-ui') });
  expect(page.body).not.toMatch(/<script(?![^>]*src=)/);
  expect((await test.call('GET', '/api/docs/swagger-ui.css')).status).toBe(200);
});
