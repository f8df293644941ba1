import { existsSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const roots = ['packages', 'tenant-app', 'control-plane', 'cli', 'e2e', 'bench', 'scripts'].filter((name) =>
  existsSync(new URL(name, root)),
);

/** Jest in ESM mode: needs NODE_OPTIONS=--experimental-vm-modules and Node 24; `npm test` sets both. */
export default {
  rootDir: '../..',
  roots: roots.map((name) => `<rootDir>/${name}`),
  testMatch: ['**/*.test.{ts,tsx,mjs}'],
  modulePathIgnorePatterns: ['/dist/'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': '<rootDir>/scripts/jest/esbuild-transform.mjs' },
  moduleFileExtensions: ['mjs', 'js', 'cjs', 'ts', 'tsx', 'json', 'node'],
  moduleNameMapper: { '\\.css$': '<rootDir>/scripts/jest/style-stub.mjs' },
  coverageProvider: 'v8',
  cacheDirectory: '<rootDir>/.cache/jest',
  reporters: ['default', '<rootDir>/scripts/jest/summary-reporter.mjs'],
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  testTimeout: 30_000,
  watchman: false,
};
