// How long a start takes beside a bare Node: node test/bench/start.mjs [rounds]. Needs `npm run build`. Prints Markdown.
// Whole processes in turn, each compared with the bare Node of its own round, so that a machine whose speed drifts says the same.
import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const BIN = join(root, 'bin/caijue.js');
const CASE = join(root, 'cases/moushi-rongcuo/huang-shuiku-jiashe.yaml');
const COMMANDS = [
  ['`node -e 0`', ['-e', '0']],
  ['`caijue --version`', [BIN, '--version']],
  ['`caijue --help`', [BIN, '--help']],
  ['`caijue decide CASE`', [BIN, 'decide', CASE]],
  ['`caijue decide CASE --json`', [BIN, 'decide', CASE, '--json']],
  ['`caijue check POLICY`', [BIN, 'check', join(root, 'policies/moushi-rongcuo.yaml')]],
];

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Milliseconds of one whole process. */
function once(title, words) {
  const from = performance.now();
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${title}: ${stderr}`);
  return performance.now() - from;
}

/** A row a command: its title, the least and the median of its times, and the median of its ratios to the bare Node. */
export function measureStarts(rounds) {
  const times = COMMANDS.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    COMMANDS.forEach(([title, words], index) => {
      const time = once(title, words);
      if (round > 0) times[index].push(time);
    });
  }
  return COMMANDS.map(([title], index) => {
    const ratios = times[index].map((time, round) => time / times[0][round]);
    return [title, Math.min(...times[index]), median(times[index]), median(ratios)];
  });
}

/** The rows as a table. */
export function printStarts(rows) {
  console.log('| whole process | ms at least | ms | to a bare Node |\n|---|---:|---:|---:|');
  for (const [title, least, time, ratio] of rows) {
    console.log(`| ${title} | ${least.toFixed(0)} | ${time.toFixed(0)} | ${ratio.toFixed(2)} |`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  printStarts(measureStarts(Number(process.argv[2] ?? '21')));
}
