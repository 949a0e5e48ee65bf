import { PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner } from '@nestjs/core';
import type { Type } from '@nestjs/common';
import { DeskController } from './desk.controller.js';
import { OidcController } from './oidc.controller.js';
import { PagesController } from './pages.controller.js';

/** The desk's own: they need to know who logs in. */
export const DESK_CONTROLLERS: readonly Type[] = [DeskController, OidcController];

/** The controllers whose routes are for people: pages, and what pages link to. They stand outside the API's prefix. */
export const PAGE_CONTROLLERS: readonly Type[] = [PagesController, ...DESK_CONTROLLERS];

/**
 * Their routes, written so that they stay outside the API's prefix: it is compared with the route's own text, so that
 * the page of a scenario (`scenarios/:page`) is excluded and the API's route of the same shape (`scenarios/:id`) is not.
 */
export function pageRoutes(): string[] {
  return PAGE_CONTROLLERS.flatMap((controller) => {
    const prototype = controller.prototype as Record<string, () => unknown>;
    return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
      const parts = [controller, prototype[name]].map((one) => pathOf(one));
      return parts[1] === undefined ? [] : [routeText(parts as string[])];
    });
  });
}

const pathOf = (target: unknown): string | undefined =>
  Reflect.getMetadata(PATH_METADATA, target as object) as string | undefined;

function routeText(parts: readonly string[]): string {
  const path = parts.flatMap((part) => part.split('/').filter((word) => word !== '')).join('/');
  return path === '' ? '/' : path.replace(/[:*]/g, '\\$&');
}
