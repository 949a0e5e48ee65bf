import base from './jest.config.js';

/** The pages in a real browser, on the example desk that `npm run build` and `hindcast demo` make. */
export default {
  testTimeout: 120_000,
  maxWorkers: '100%',
  projects: [
    {
      ...base.projects[0],
      globalSetup: '<rootDir>/test/support/tell-story.ts',
      globalTeardown: '<rootDir>/test/support/forget-story.ts',
      displayName: 'browser',
      testMatch: ['<rootDir>/test/**/*.browser.spec.ts'],
      testPathIgnorePatterns: [],
    },
  ],
};
