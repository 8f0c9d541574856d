// A test runner for Stryker: the tests of a room are bundled with its mutants once, and each mutant is switched on in turn. The
// quickest tests come first, and the first that fails ends the mutant's run.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { determineHitLimitReached, DryRunStatus, MutantRunStatus, TestStatus } from '@stryker-mutator/api/test-runner';
import { build } from 'esbuild';
import fc from 'fast-check';
import { tests } from './suite.mjs';
import { judges, TESTS } from './test-files.mjs';

/** Laws take a share of their inputs, and the same ones for every mutant, or a score would depend on luck; the first that fails is enough. */
process.env.CAIJUE_LAW_SHARE ??= '0.004';
fc.configureGlobal({ seed: 20_261_126, endOnFailure: true });

/** Stryker allows a mutant a hundred times the hits of the whole dry run before it calls it endless; a thirtieth of that is plenty, and no clock decides. */
const ENOUGH = 0.03;

/** Milliseconds up to which a test that killed comes before its turn; the quick readers are judged by laws, which take longer. */
const QUICK = process.env.CAIJUE_MUTATED === 'parse/plain' ? 1000 : 30;

const state = (globalThis.__stryker__ ??= {});

/** The one suite of this process: the sandbox has a copy of it that nobody must load. */
const suite = new URL('suite.mjs', import.meta.url).href;

/** The sandbox's tests as one file; each source still finds its fixtures from where it stands. */
async function bundleTests(root) {
  const entry = TESTS[process.env.CAIJUE_MUTATED]
    .map((name) => `open(${JSON.stringify(name)}); await import('./${name}');`)
    .join('\n');
  const place = {
    name: 'place',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^vitest$/ }, () => ({ path: suite, external: true }));
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        return { loader: 'ts', contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)) };
      });
    },
  };
  const outfile = join(root, `mutation-tests-${process.pid}.mjs`);
  await build({
    stdin: { contents: `import { openFile as open } from '${suite}';\n${entry}`, resolveDir: root },
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    external: [suite],
    outfile,
    plugins: [place],
    logLevel: 'error',
  });
  return outfile;
}

class InProcessRunner {
  #times = new Map();
  /** The tests that killed last come first: the next mutant most often stands beside the last. */
  #killers = [];

  /**
   * Nothing has to be loaded anew: a mutant is switched on only while tests run, also where tests read a file when they are
   * loaded. Without this Stryker starts a process for each such mutant.
   */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    await import(pathToFileURL(await bundleTests(process.cwd())).href);
    console.log = () => undefined;
  }

  async dryRun() {
    const results = [];
    for (const { id, run } of tests.filter((one) => judges(process.env.CAIJUE_MUTATED, one.id))) {
      state.currentTestId = id;
      const start = performance.now();
      const failure = await failureOf(run);
      const timeSpentMs = performance.now() - start;
      this.#times.set(id, timeSpentMs);
      const told = { id, name: id, timeSpentMs };
      results.push(
        failure === undefined
          ? { ...told, status: TestStatus.Success }
          : { ...told, status: TestStatus.Failed, failureMessage: failure },
      );
    }
    state.currentTestId = undefined;
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: state.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit: most }) {
    const hitLimit = most === undefined ? undefined : Math.ceil(most * ENOUGH);
    const wanted = testFilter && new Set(testFilter);
    const chosen = tests.filter(({ id }) => !wanted || wanted.has(id));
    chosen.sort((a, b) => this.#rankOf(a) - this.#rankOf(b));
    Object.assign(state, { activeMutant: activeMutant.id, hitCount: hitLimit === undefined ? undefined : 0, hitLimit });
    const result = await this.#firstFailure(chosen);
    const endless = determineHitLimitReached(state.hitCount, state.hitLimit);
    state.activeMutant = undefined;
    return endless ?? result;
  }

  async #firstFailure(chosen) {
    for (const [index, { id, run }] of chosen.entries()) {
      const start = performance.now();
      const failure = await failureOf(run);
      if (failure === undefined) {
        this.#times.set(id, performance.now() - start);
        continue;
      }
      if (this.#timeOf({ id }) < QUICK)
        this.#killers = [id, ...this.#killers.filter((other) => other !== id)].slice(0, 30);
      return { status: MutantRunStatus.Killed, killedBy: [id], failureMessage: failure, nrOfTests: index + 1 };
    }
    return { status: MutantRunStatus.Survived, nrOfTests: chosen.length };
  }

  #rankOf({ id }) {
    const place = this.#killers.indexOf(id);
    return place < 0 ? this.#timeOf({ id }) : place - this.#killers.length;
  }

  /** Milliseconds of the last run that the test passed. */
  #timeOf({ id }) {
    return this.#times.get(id) ?? 1;
  }
}

async function failureOf(run) {
  try {
    await run();
    return undefined;
  } catch (error) {
    return String(error?.message ?? error).slice(0, 400) || 'failed';
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
