import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import {
  type DynamicModule,
  Module,
  type ModuleMetadata,
  type OnModuleInit,
  type Provider,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { ASSETS_PATH, assetsFolder } from './assets.js';
import type { PageSource } from './page-source.js';
import { PagesController } from './pages.controller.js';

/** The pages and the browser's part of them, from the same process as the API. */
@Module({ controllers: [PagesController] })
export class PagesModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  /** @param source provides `PageSource` from what `imports` export */
  static reading(source: Provider<PageSource>, imports: ModuleMetadata['imports'] = []): DynamicModule {
    return { module: PagesModule, imports, providers: [source] };
  }

  /** Files carry a digest in their names: they never change, and may be kept for ever. */
  async onModuleInit(): Promise<void> {
    const root = assetsFolder();
    if (!existsSync(root)) return;
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    await fastify.register(fastifyStatic, {
      root,
      prefix: ASSETS_PATH,
      decorateReply: false,
      index: false,
      immutable: true,
      maxAge: '365d',
    });
  }
}
