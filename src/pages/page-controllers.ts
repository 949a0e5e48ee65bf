import type { Type } from '@nestjs/common';
import { PagesController } from './pages.controller.js';

/** The controllers whose routes are for people: pages, and what pages link to. They stand outside the API's path. */
export const PAGE_CONTROLLERS: readonly Type[] = [PagesController];
