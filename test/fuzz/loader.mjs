// The million-run fuzz of the loader, by hand: node test/fuzz/loader.mjs [runs] [seed] [seconds]
// It builds src and test/fuzz into a folder of its own, so that others may go on editing. What breaks is printed and kept.
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtInto } from './built.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const [runs, seed, seconds] = [process.argv[2] ?? '1000000', process.argv[3] ?? '1', process.argv[4] ?? '86400'].map(
  Number,
);

const load = builtInto('caijue-fuzz-');
const { corpus } = await load('test/fuzz/corpus.js');
const { edited, TOKENS } = await load('test/fuzz/inputs.js');
const { tryCase, tryPolicy } = await load('test/fuzz/trial.js');

/** A small known generator (mulberry32), so that a seed means the same everywhere. */
function generator(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
}

const { policies, cases } = corpus(root);
const encoder = new TextEncoder();
const many = (n, make) => Array.from({ length: n }, make);
const seen = { refused: 0, accepted: 0, broken: 0 };
let [slowest, done] = [0, 0];
const start = performance.now();

function trial(random) {
  const edits = () =>
    many([1, 1, 1, 1, 2, 2, 3, 5][random() % 8], () => ({
      kind: random(),
      at: random(),
      to: random(),
      token: random(),
    }));
  const way = random() % 20;
  const deep = random() % 50 === 0;
  if (way < 14) {
    const { text, policy } = cases[random() % cases.length];
    const file = encoder.encode(edited(text, edits()));
    return { file, run: () => tryCase(file, policy, deep) };
  }
  if (way < 16) {
    const file = encoder.encode(edited(policies[random() % policies.length], edits()));
    return { file, run: () => tryPolicy(file, deep) };
  }
  const { policy } = cases[random() % cases.length];
  const file =
    way < 18
      ? Uint8Array.from(many(random() % 300, () => random() % 256))
      : encoder.encode(many(random() % 40, () => TOKENS[random() % TOKENS.length]).join(''));
  return { file, run: () => (random() % 2 ? tryCase(file, policy, true) : tryPolicy(file, true)) };
}

for (; done < runs && performance.now() - start < seconds * 1000; done++) {
  const { file, run } = trial(generator(seed * 1_000_003 + done));
  const from = performance.now();
  try {
    seen[run()] += 1;
  } catch (error) {
    seen.broken += 1;
    const name = join(tmpdir(), `caijue-broken-${seed}-${done}.yaml`);
    if (seen.broken <= 20) {
      writeFileSync(name, file);
      console.log(`run ${done}: ${String(error.stack).slice(0, 600)}\n  kept as ${name}`);
    }
  }
  const took = performance.now() - from;
  if (took > slowest) {
    slowest = took;
    if (took > 1000) writeFileSync(join(tmpdir(), `caijue-slow-${seed}-${done}.yaml`), file);
  }
}
const took = (performance.now() - start) / 1000;
console.log(JSON.stringify({ runs: done, seed, seconds: Math.round(took), ...seen, slowestMs: Math.round(slowest) }));
process.exitCode = seen.broken > 0 ? 1 : 0;
