// How many mutants the tests notice: node test/mutation/run.mjs evaluate|parse|parse/plain|parse/edit [glob…]. Reports are written to reports/<room>/.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sources, TESTS } from './test-files.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const [room, ...globs] = process.argv.slice(2);
if (!Object.hasOwn(TESTS, room)) throw new Error(`one of: ${Object.keys(TESTS).join(' ')}`);

/** What Stryker is told; mutants of values that are made when a module is loaded would need a process each, and are left out. */
const options = {
  testRunner: 'in-process',
  plugins: ['./test/mutation/runner.mjs'],
  mutate: globs.length > 0 ? globs : sources(room),
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  ignorePatterns: ['dist', 'coverage', 'reports', '.ci', 'docs', 'test/bench'],
  concurrency: Number(process.env.CAIJUE_CONCURRENCY ?? '2'),
  timeoutMS: 120_000,
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { logTests: false, allowColor: false, reportTests: false },
  jsonReporter: { fileName: `reports/${room}/mutation.json` },
  thresholds: { high: 95, low: 85, break: 85 },
};
const file = `stryker-${room.replace('/', '-')}.tmp.json`;
writeFileSync(join(root, file), JSON.stringify(options));
const { status } = spawnSync(process.execPath, ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', file], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, CAIJUE_MUTATED: room },
});
process.exitCode = status ?? 1;
