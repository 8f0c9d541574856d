// How fast batches are: node test/bench/batch.mjs [--quick] [--million] [--million-files]. Needs `npm run build`. Prints Markdown; nothing here is an assertion.
// Whole processes, told by the processor time that they used (user and system), because other processes share the machine;
// the ways that are compared run by turns, and the median of the rounds counts.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { caseFile, caseLine, policyText } from './batch-cases.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const quick = process.argv.includes('--quick');
const ROUNDS = quick ? 1 : 5;
const FILES = quick ? 1000 : 10_000;
const LINES = [1000, 10_000, 100_000, ...(process.argv.includes('--million') ? [1_000_000] : [])];

const folder = mkdtempSync(join(tmpdir(), 'caijue-bench-'));
const cases = join(folder, 'cases');
const policy = join(folder, 'bench.yaml');
const program = join(root, 'bin/caijue.js');

/** Loops that do less: only open and read the files, or also parse them with the YAML library and do nothing with what comes of it. */
const LOOP = `
import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
const parse = process.argv[2] === 'parse' ? (await import(process.argv[4])).parse : undefined;
const folder = process.argv[3];
const buffer = new Uint8Array(1 << 18);
const decoder = new TextDecoder();
for (const name of readdirSync(folder)) {
  const file = openSync(folder + '/' + name, 'r');
  const length = readSync(file, buffer, 0, buffer.length, 0);
  closeSync(file);
  parse?.(decoder.decode(buffer.subarray(0, length)));
}`;

/** Seconds of processor time and of the clock, and the most memory in MiB, of one process. */
function run(args) {
  const start = performance.now();
  const spied = ['--import', join(folder, 'spy.mjs'), ...args];
  const { status, stderr } = spawnSync(process.execPath, spied, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const usage = JSON.parse(readFileSync(join(folder, 'usage.json'), 'utf8'));
  if (status !== 0) throw new Error(stderr.slice(0, 2000));
  return { cpu: usage.cpu, memory: usage.memory, clock: (performance.now() - start) / 1000 };
}

/** Writes down, when a process ends, what it has used. */
const SPY = `
import { writeFileSync } from 'node:fs';
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeFileSync(${JSON.stringify(join(folder, 'usage.json'))}, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 }));
});`;

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

function prepare() {
  mkdirSync(cases);
  writeFileSync(policy, policyText());
  writeFileSync(join(folder, 'loop.mjs'), LOOP);
  writeFileSync(join(folder, 'spy.mjs'), SPY);
  let bytes = 0;
  for (let i = 0; i < FILES; i++) {
    const text = caseFile(i);
    bytes += Buffer.byteLength(text);
    writeFileSync(join(cases, `an-${String(i).padStart(7, '0')}.yaml`), text);
  }
  return bytes / FILES;
}

function writeLines(count) {
  const path = join(folder, `${count}.ndjson`);
  const file = openSync(path, 'w');
  let bytes = 0;
  for (let i = 0; i < count; i += 1000) {
    const text = Array.from({ length: Math.min(1000, count - i) }, (_, k) => caseLine(i + k)).join('');
    bytes += writeSync(file, text);
  }
  closeSync(file);
  return { path, bytes: bytes / count };
}

const batch = (input, ...more) => [
  ...[program, 'batch', input, '--policy', policy, '--format', 'ndjson', '--out', join(folder, 'out.ndjson')],
  ...(more.length > 0 ? more : ['--jobs', '1']),
];

function measureFiles(size) {
  const loop = join(folder, 'loop.mjs');
  const yaml = join(root, 'node_modules/yaml/dist/index.js');
  const ways = {
    'open and read only': [loop, 'read', cases],
    'parse with `yaml` only': [loop, 'parse', cases, yaml],
    'caijue batch, a line of results each': batch(cases),
  };
  const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, args] of Object.entries(ways)) times[name].push(run(args));
  console.log(`\n## ${FILES} files of ${Math.round(size)} bytes, whole processes\n`);
  console.log('| what | processor s | clock s | µs a file | MiB |\n| --- | ---: | ---: | ---: | ---: |');
  for (const [name, runs] of Object.entries(times)) {
    const cpu = median(runs.map((each) => each.cpu));
    const cells = [
      cpu.toFixed(2),
      median(runs.map((each) => each.clock)).toFixed(2),
      ((cpu / FILES) * 1e6).toFixed(0),
      median(runs.map((each) => each.memory)).toFixed(0),
    ];
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
  const [read, parse, own] = Object.values(times);
  const ratio = (a, b, of) => median(a.map((one, i) => one[of] / b[i][of])).toFixed(1);
  for (const [of, name] of [
    ['clock', 'the clock'],
    ['cpu', 'processor time, with what compiles and clears memory beside it'],
  ]) {
    console.log(
      `\nPaired, by ${name}: ${ratio(parse, own, of)} times faster than the loop that only parses; ${ratio(own, read, of)} times the loop that only reads.`,
    );
  }
}

function measureLines() {
  console.log('\n## Cases on lines: outcome, change and deciding leaves written, one core\n');
  console.log(
    '| cases | bytes a line | processor s | clock s | cases a second of processor time | MiB |\n| ---: | ---: | ---: | ---: | ---: | ---: |',
  );
  let before;
  for (const count of LINES) {
    const { path, bytes } = writeLines(count);
    const runs = Array.from({ length: count > 100_000 ? 1 : ROUNDS }, () => run(batch(path)));
    const cpu = median(runs.map((each) => each.cpu));
    const cells = [
      count,
      Math.round(bytes),
      cpu.toFixed(2),
      median(runs.map((each) => each.clock)).toFixed(2),
      Math.round(count / cpu),
      Math.max(...runs.map((each) => each.memory)).toFixed(0),
    ];
    console.log(`| ${cells.join(' | ')} |`);
    if (before)
      console.log(
        `<!-- ${count / before.count} times the cases: ${(cpu / before.cpu).toFixed(1)} times the time; between them ${Math.round((count - before.count) / (cpu - before.cpu))} cases a second -->`,
      );
    before = { count, cpu };
    rmSync(path);
  }
}

/** What threads cost and gain: all of their processor time, and the clock, which other work on the machine makes longer. */
function measureThreads() {
  const older = join(folder, 'older.yaml');
  writeFileSync(older, policyText().replace('income <= 28000', 'income <= 26000'));
  const { path } = writeLines(quick ? 10_000 : 300_000);
  const inputs = { files: [cases], 'files, two versions': [cases, '--against', older], lines: [path] };
  console.log('\n## Threads\n\n| what | threads | processor s | clock s | MiB |\n| --- | ---: | ---: | ---: | ---: |');
  for (const [name, [input, ...more]] of Object.entries(inputs)) {
    const times = [[], []];
    for (let round = 0; round < ROUNDS; round++)
      times.forEach((own, i) => own.push(run(batch(input, ...more, '--jobs', String(i + 1)))));
    times.forEach((own, i) => {
      const [cpu, clock, memory] = ['cpu', 'clock', 'memory'].map((key) => median(own.map((each) => each[key])));
      console.log(`| ${name} | ${i + 1} | ${cpu.toFixed(2)} | ${clock.toFixed(2)} | ${memory.toFixed(0)} |`);
    });
  }
  rmSync(path);
}

/** What each format takes of a million lines; `md` and `junit` begin with counts, and the index of reports has a row a case. */
function measureFormats() {
  const { path } = writeLines(1_000_000);
  console.log(
    '\n## Formats, 1,000,000 lines, one thread\n\n| format | processor s | clock s | MiB |\n| --- | ---: | ---: | ---: |',
  );
  for (const format of ['ndjson', 'json', 'csv', 'md', 'junit', 'text']) {
    const out = format === 'text' ? ['index of reports', 'reports/'] : [format, `out.${format}`];
    const args = [program, 'batch', path, '--policy', policy, '--format', format, '--out', join(folder, out[1])];
    const { cpu, clock, memory } = run([...args, '--jobs', '1']);
    console.log(`| ${out[0]} | ${cpu.toFixed(1)} | ${clock.toFixed(1)} | ${memory.toFixed(0)} |`);
  }
  rmSync(path);
}

/** A folder of a million small files: what is held for each file that was found. */
function measureMillionFiles() {
  const many = join(folder, 'many');
  for (let i = 0; i < 1_000_000; i++) {
    const below = join(many, String(Math.floor(i / 10_000)).padStart(3, '0'));
    if (i % 10_000 === 0) mkdirSync(below, { recursive: true });
    writeFileSync(join(below, `an-${String(i).padStart(7, '0')}.json`), caseLine(i));
  }
  console.log('\n## 1,000,000 files\n\n| threads | processor s | clock s | MiB |\n| ---: | ---: | ---: | ---: |');
  for (const jobs of ['1', '2']) {
    const { cpu, clock, memory } = run(batch(many, '--jobs', jobs));
    console.log(`| ${jobs} | ${cpu.toFixed(1)} | ${clock.toFixed(1)} | ${memory.toFixed(0)} |`);
  }
}

try {
  const size = prepare();
  console.log(`# Batches, Node ${process.version}, ${cpus().length} cores (${cpus()[0].model})`);
  measureFiles(size);
  measureLines();
  measureThreads();
  if (process.argv.includes('--million')) measureFormats();
  if (process.argv.includes('--million-files')) measureMillionFiles();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
