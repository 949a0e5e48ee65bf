import { Inject, Injectable } from '@nestjs/common';
import type { Site } from '../../client/src/page-data.js';
import { CONFIG, type Config } from '../config.js';
import { DEFAULT_HOUSE } from '../settings/house.dto.js';
import { SettingsService } from '../settings/settings.service.js';

/** What every page knows of a desk that could not be asked. */
export const SITE: Site = {
  name: DEFAULT_HOUSE.name,
  line: DEFAULT_HOUSE.line,
  contact: DEFAULT_HOUSE.contact,
  example: false,
  origin: null,
};

/** What every page, card and embed knows about the house it belongs to. */
@Injectable()
export class SiteFacts {
  constructor(
    private readonly settings: SettingsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async site(): Promise<Site> {
    const { name, line, contact } = await this.settings.house();
    return {
      name,
      line,
      contact,
      example: (await this.settings.get('example_desk')) !== null,
      origin: this.config.publicOrigin,
    };
  }
}
