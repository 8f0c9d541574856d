// The million-run fuzz of the plain readers against the whole one, by hand: node test/fuzz/plain.mjs [runs] [seed] [tree|case|written|lines]
// Files are the shipped ones with edits, cases written with slips, or lines of JSON as programs write them, oddly written, and damaged. What differs is printed and kept in the folder of temporary files.
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtInto } from './built.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const [runs, seed] = [process.argv[2] ?? '1000000', process.argv[3] ?? '1'].map(Number);

const reader = process.argv[4] ?? 'tree';

const load = builtInto('caijue-plain-');
const { corpus } = await load('test/fuzz/corpus.js');
const { edited } = await load('test/fuzz/inputs.js');
const { tryPlain } = await load('test/fuzz/plain-trial.js');
const { caseInput, lineInput } = await load('test/fuzz/plain-case-inputs.js');
const { oddLine } = await load('test/fuzz/odd-lines.js');
const { damaged } = await load('test/fuzz/damage.js');
const { linePolicy } = await load('test/fuzz/line-policy.js');
const { tryLine, tryPlainCase } = await load('test/fuzz/plain-case-trial.js');

/** A small known generator (mulberry32), so that a seed means the same everywhere. */
let state = seed;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return (t ^ (t >>> 14)) >>> 0;
}

const { policies, cases } = corpus(root);
const everyType = linePolicy();
const linePolicies = [...cases.map(({ policy }) => policy), ...cases.map(() => everyType)];
const seen = { accepted: 0, declined: 0, refused: 0, taken: 0, left: 0, broken: 0 };
const below = (most) => random() % most;

/** Runs a trial, and keeps the file where it throws. */
function judged(file, trial) {
  try {
    seen[trial()] += 1;
  } catch (error) {
    seen.broken += 1;
    const kept = join(tmpdir(), `caijue-plain-${seed}-${seen.broken}.yaml`);
    writeFileSync(kept, file);
    console.log(kept, String(error).slice(0, 2000));
  }
}

/** Most lines have one damage or none; what the reader of lines leaves is not read wholly, which takes a hundred times as long. */
function lineTrial() {
  const policy = linePolicies[below(linePolicies.length)];
  let line = (below(3) === 0 ? lineInput : oddLine)(policy, below);
  for (let left = [0, 0, 1, 1, 2][below(5)]; left > 0; left--) line = damaged(line, below);
  const file = new TextEncoder().encode(line);
  if (below(20) === 0) file[below(file.length)] = below(256);
  judged(file, () => (tryLine(file, policy) ? 'taken' : 'left'));
}

function trial() {
  // Policies are long and take long to read: one in twenty.
  const asPolicy = reader === 'tree' && random() % 20 === 0;
  const own = cases[random() % cases.length];
  const plain = asPolicy ? policies[random() % policies.length] : own.text;
  const written = reader === 'written' ? caseInput(own.policy, below) : plain;
  const text = random() % 10 === 0 ? written.replaceAll('\n', '\r\n') : written;
  const edits = Array.from({ length: [1, 1, 1, 2, 2, 3, 5, 8][random() % 8] }, () => ({
    kind: random(),
    at: random(),
    to: random(),
    token: random(),
  }));
  const asWritten = reader === 'written' && random() % 5 > 0;
  const file = new TextEncoder().encode(asWritten ? text : edited(text, edits));
  if (!asWritten && random() % 10 === 0) file[random() % file.length] = random() % 256;
  judged(file, () => (reader === 'tree' ? tryPlain(file) : tryPlainCase(file, own.policy)));
}

for (let done = 1; done <= runs && seen.broken < 20; done++) {
  if (reader === 'lines') lineTrial();
  else trial();
  if (done % 100_000 === 0) console.log(done, JSON.stringify(seen));
}
console.log(JSON.stringify(seen));
process.exitCode = seen.broken > 0 ? 1 : 0;
