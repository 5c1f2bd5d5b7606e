const swc = {
  jsc: {
    target: 'es2024',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
}
const swcPages = {
  ...swc,
  jsc: { target: 'es2024', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
}

const base = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  // Packages are read from their sources, so that a test needs no build.
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.ts$': ['@swc/jest', swc], '\\.tsx$': ['@swc/jest', swcPages] },
  modulePathIgnorePatterns: ['<rootDir>/[a-z]+/dist/', '<rootDir>/data/', '<rootDir>/.cache/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/ops/journeys/'],
}

/** Nest is loaded first and in this order; otherwise Jest meets its packages in a circle. */
const nest = { ...base, setupFiles: ['<rootDir>/jest.setup.mjs'] }

export default {
  projects: [
    { ...base, displayName: 'rules', testMatch: ['<rootDir>/{domain,projections,web}/**/*.spec.ts?(x)', '<rootDir>/*.spec.ts'] },
    { ...nest, displayName: 'doors', testMatch: ['<rootDir>/{api,realtime,ops}/**/*.spec.ts'] },
    {
      ...nest,
      displayName: 'journeys',
      testMatch: ['<rootDir>/ops/journeys/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    },
  ],
}
