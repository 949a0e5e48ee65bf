import { RequestMethod, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { CONTROLLERS_OUTSIDE } from '../../src/create-app.js';
import { COSTLY, type When } from '../../src/http/costly.js';
import { ALLOWED_ROLE, LOGIN_ONLY, type Role } from '../../src/http/permissions.js';

export interface Route {
  name: string;
  method: string;
  /** As the router knows it, without the prefix of the API; a page's begins with a slash, as it has none. */
  path: string;
  /** What the route, or its controller, declares; undefined where nothing does. */
  role: Role | undefined;
  /** Whether no token may use it. */
  loginOnly: boolean;
  /** When it waits for a turn; undefined for never. */
  costly: When | undefined;
}

/** Every route of every controller of the application. */
export function routesOf(app: NestFastifyApplication): Route[] {
  const reflector = new Reflector();
  const controllers = new DiscoveryService(app.get(ModulesContainer)).getControllers();
  return controllers.flatMap(({ metatype, instance }) => {
    if (!metatype || !instance) return [];
    const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
    return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name]!;
      const method = Reflect.getMetadata('method', handler) as RequestMethod | undefined;
      if (method === undefined) return [];
      const parts = [Reflect.getMetadata('path', metatype), Reflect.getMetadata('path', handler)] as string[];
      const words = parts.flatMap((part) => part.split('/').filter((word) => word !== ''));
      const path = `${CONTROLLERS_OUTSIDE.includes(metatype as Type) ? '/' : ''}${words.join('/')}`;
      const role = reflector.getAllAndOverride<Role | undefined>(ALLOWED_ROLE, [handler, metatype as never]);
      const loginOnly =
        reflector.getAllAndOverride<true | undefined>(LOGIN_ONLY, [handler, metatype as never]) === true;
      const costly = reflector.getAllAndOverride<When | undefined>(COSTLY, [handler, metatype as never]);
      const whole = { name: `${metatype.name}.${name}`, method: RequestMethod[method], path };
      return [{ ...whole, role, loginOnly, costly }];
    });
  });
}
