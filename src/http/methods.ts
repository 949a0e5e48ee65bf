import type { FastifyInstance, HTTPMethods, RouteOptions } from 'fastify';
import { Problem } from '../problems.js';

/** The methods that a client may try. */
const METHODS: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'];

interface Known {
  url: string;
  methods: Set<string>;
}

/** Answers 405 with `Allow` where an address has routes, but none of the method asked for. */
export class AllowedMethods {
  private readonly known = new Map<string, Known>();

  /** To be called before the routes are there. */
  listen(server: FastifyInstance): void {
    server.addHook('onRoute', ({ url, method }: RouteOptions) => {
      const shape = shapeOf(url);
      const known = this.known.get(shape) ?? { url, methods: new Set<string>() };
      for (const one of [method].flat()) known.methods.add(one);
      this.known.set(shape, known);
    });
  }

  /** To be called when all routes are there. */
  refuseOthers(server: FastifyInstance): void {
    const known = [...this.known].map(([shape, { url, methods }]) => ({
      shape,
      url,
      methods: new Set(methods),
    }));
    for (const { shape, url, methods } of known) {
      if (shape.endsWith('*')) continue; // nothing is known of what is below
      const others = METHODS.filter(
        (method) =>
          !methods.has(method) && !known.some((other) => other.methods.has(method) && hides(url, other.url)),
      );
      const allow = [...methods].sort().join(', ');
      if (others.length > 0) server.route({ method: others, url, ...refusal(allow) });
    }
  }
}

/** Refuses before a body is read. */
function refusal(allow: string): Pick<RouteOptions, 'onRequest' | 'handler'> {
  return {
    onRequest: (_request, reply, done) => {
      void reply.header('allow', allow);
      done(new Problem('method_not_allowed', `This address takes ${allow}.`));
    },
    handler: () => undefined,
  };
}

const shapeOf = (url: string): string => url.replaceAll(/:[^/.]+/g, ':');

/**
 * Whether a route at `url` would take requests from one at `other`, which has a name in the place of a word: a topic may
 * be called like the word. An id never is.
 *
 * @example hides('/topics/order', '/topics/:slug') // => true
 * @example hides('/briefings/parse', '/briefings/:id') // => false
 */
export function hides(url: string, other: string): boolean {
  const [words, others] = [url.split('/'), other.split('/')];
  if (words.length !== others.length) return false;
  const places = words.map((word, index) => [word, others[index]!] as const).filter(([a, b]) => a !== b);
  const isName = (word: string) => word.startsWith(':') && word !== ':id';
  return places.length > 0 && places.every(([word, name]) => !word.startsWith(':') && isName(name));
}
