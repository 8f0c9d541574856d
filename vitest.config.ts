import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/temporary.ts'],
    // A run uses every processor; by itself vitest leaves one idle, which on two is half of them.
    maxWorkers: '100%',
    testTimeout: 60_000,
    coverage: { include: ['src/**/*.ts'], reporter: ['text', 'json-summary'] },
  },
});
