import type { Type } from '@nestjs/common';
import { DeskController } from './desk.controller.js';
import { OidcController } from './oidc.controller.js';
import { PagesController } from './pages.controller.js';
import { StoryPagesController } from './story-pages.controller.js';

/**
 * The controllers whose routes are for people: pages, and what pages link to. They stand outside the API's path. The last
 * also answers whatever no other route does.
 */
export const PAGE_CONTROLLERS: readonly Type[] = [
  DeskController,
  OidcController,
  StoryPagesController,
  PagesController,
];
