import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { CONFIG, type Config } from '../config.js';
import { Costly } from '../http/costly.js';
import { Allow } from '../http/permissions.js';
import { Problem } from '../problems.js';
import { SiteMap } from './site-map.service.js';

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** What search engines ask for. */
@ApiExcludeController()
@Controller()
@Allow('reader')
export class CrawlersController {
  constructor(
    private readonly map: SiteMap,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('robots.txt')
  robots(@Res() reply: FastifyReply): void {
    const { publicOrigin } = this.config;
    const lines = [
      ...['User-agent: *', 'Disallow: /api/', 'Disallow: /desk', 'Disallow: /embed/'],
      ...(publicOrigin ? [`Sitemap: ${publicOrigin}/sitemap.xml`] : []),
    ];
    void reply
      .header('content-type', 'text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(`${lines.join('\n')}\n`);
  }

  /** All pages; where one file cannot hold them, the files that do. */
  @Get('sitemap.xml')
  @Costly()
  async sitemap(@Res() reply: FastifyReply): Promise<void> {
    const origin = this.origin();
    const files = await this.map.files();
    if (files === 1) return send(reply, this.urls(origin, 1));
    const places = Array.from({ length: files }, (_, file) => `${origin}/sitemaps/${file + 1}.xml`);
    const listed = places.map((place) => `<sitemap><loc>${place}</loc></sitemap>\n`);
    send(reply, [XML, `<sitemapindex ${NAMESPACE}>\n`, ...listed, '</sitemapindex>\n']);
  }

  @Get('sitemaps/:sitemap')
  @Costly()
  async part(@Param('sitemap') name: string, @Res() reply: FastifyReply): Promise<void> {
    const origin = this.origin();
    const file = Number(/^([1-9]\d{0,5})\.xml$/.exec(name)?.[1] ?? 0);
    if (file === 0 || file > (await this.map.files()))
      throw new Problem('not_found', `There is no site map “${name}”.`);
    send(reply, this.urls(origin, file));
  }

  private async *urls(origin: string, file: number): AsyncGenerator<string> {
    yield `${XML}<urlset ${NAMESPACE}>\n`;
    for await (const path of this.map.paths(file)) yield `<url><loc>${origin}${path}</loc></url>\n`;
    yield '</urlset>\n';
  }

  /** Addresses in a site map are complete. */
  private origin(): string {
    const { publicOrigin } = this.config;
    if (publicOrigin === null)
      throw new Problem('not_found', 'There is no site map: set PUBLIC_ORIGIN to where this site is found.');
    return publicOrigin;
  }
}

function send(reply: FastifyReply, parts: Iterable<string> | AsyncIterable<string>): void {
  void reply
    .header('content-type', 'application/xml; charset=utf-8')
    .header('cache-control', 'no-cache')
    .send(Readable.from(parts, { objectMode: false }));
}
