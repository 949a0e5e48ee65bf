import base from './jest.config.js';

/**
 * The engine's own tests, with what they reach of it: `npm run test:coverage` prints the table and fails below 100 %.
 *
 * Istanbul's counters are compiled in ("babel", which instruments what swc has emitted), so each side of `if`, `?:`, `&&`,
 * `??` and of every default value counts as a branch, whichever way V8 runs the code.
 */
export default {
  testTimeout: base.testTimeout,
  maxWorkers: base.maxWorkers,
  projects: [
    {
      ...base.projects[0],
      displayName: 'coverage',
      testMatch: ['<rootDir>/test/calibration/**/*.spec.ts'],
      // how often the verdict is right takes a minute to simulate, and reaches nothing that its table does not
      testPathIgnorePatterns: ['/simulation\\.spec\\.ts$'],
    },
  ],
  collectCoverage: true,
  coverageProvider: 'babel',
  collectCoverageFrom: ['<rootDir>/src/calibration/**/*.ts'],
  coverageReporters: ['text'],
  coverageThreshold: { global: { branches: 100, functions: 100, lines: 100, statements: 100 } },
};
