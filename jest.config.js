import process from 'node:process';

/**
 * The pure rooms once (`*.spec.ts`), and the API suite (`*.api.spec.ts`) once per database engine. What takes long
 * (`*.slow.api.spec.ts`) has a command of its own: `npm run test:slow`.
 */
const base = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': ['@swc/jest'] },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^(cookie|content-disposition)$': '<rootDir>/test/support/native/$1.cjs',
  },
};

const slow = process.env['TEST_SLOW'] !== undefined;

const api = (engine) => ({
  ...base,
  displayName: engine,
  testMatch: [slow ? '<rootDir>/test/**/*.slow.api.spec.ts' : '<rootDir>/test/**/!(*.slow).api.spec.ts'],
  globals: { testEngine: engine },
});

export default {
  testTimeout: slow ? 900_000 : 60_000,
  maxWorkers: '100%',
  // Modules stay in a worker's memory (jest leaks them with ES modules); a fresh worker is faster than a full one.
  workerIdleMemoryLimit: '1GB',
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.spec.ts?(x)'],
      testPathIgnorePatterns: ['\\.(api|browser)\\.spec\\.tsx?$'],
    },
    api('sqlite'),
    {
      ...api('postgres'),
      globalSetup: '<rootDir>/test/support/postgres-start.ts',
      globalTeardown: '<rootDir>/test/support/postgres-stop.ts',
    },
  ],
};
