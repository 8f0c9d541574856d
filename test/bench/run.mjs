// How fast we are: node test/bench/run.mjs [--quick]. Needs `npm run build`. Prints Markdown; nothing here is an assertion.
// In memory: from slots to the vector of all nodes, to the determination, to JSON and to Markdown. Whole processes: cold
// starts in pairs with a bare Node.
import { cpus } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { makeCases } from './peers/cases.mjs';
import { caseText } from './peers/our-policy.mjs';
import { measureStarts, printStarts } from './start.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const dist = (process.env.CAIJUE_DIST ??= join(root, 'dist'));
const quick = process.argv.includes('--quick');
const ROUNDS = quick ? 3 : 9;
const MILLISECONDS = quick ? 150 : 500;
const STARTS = quick ? 5 : 21;
const CASES = 1000;

const load = (path) => import(pathToFileURL(join(dist, path)).href);
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Seconds of processor time that this process has used: what other processes do does not count. */
function processorSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Calls a second of processor time: the median of the rounds after a first one that is not counted. */
function perSecond(call, inputs) {
  let at = 0;
  const rates = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const [start, used] = [performance.now(), processorSeconds()];
    let calls = 0;
    for (; performance.now() - start < MILLISECONDS; calls += 16) {
      for (let i = 0; i < 16; i++, at = (at + 1) % inputs.length) call(inputs[at]);
    }
    rates.push(calls / (processorSeconds() - used));
  }
  return median(rates.slice(1));
}

/** Cases read against the policy, as files and as reports take them. */
async function readCases(policy) {
  const { openCase, readCase } = await load('index.js');
  const files = makeCases(CASES).map((kase, index) => new TextEncoder().encode(caseText(kase, `case-${index}`)));
  const read = (bytes) => {
    const opened = openCase(bytes, 'case.yaml');
    if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics));
    const kase = readCase(opened.value, policy);
    if (!kase.ok) throw new Error(JSON.stringify(kase.diagnostics));
    return kase.value;
  };
  return { files, read, cases: files.map(read) };
}

async function measureInMemory() {
  const { compileOurs, makeEngine } = await import('./peers/engines/caijue.mjs');
  const { determine } = await load('index.js');
  const { determinationJson } = await load('report/determination-json.js');
  const { reportMarkdown } = await load('report/markdown/report.js');
  const table = compileOurs();
  const { files, read, cases } = await readCases(table.policy);
  const input = (kase) => ({
    policy: table.policy,
    kase,
    determination: determine(table, kase),
    language: 'zh',
    engine: 'caijue',
    command: 'caijue decide case.yaml',
  });
  const engine = makeEngine();
  const facts = makeCases(CASES);
  const fromObjects = engine.variants['from JSON objects, vectors in one store'];
  return [
    ['slots → vector of all nodes', engine.explain, facts.map(engine.prepare)],
    ['facts as objects → slots → vector', fromObjects.explain, facts],
    ['case as read → determination', (kase) => determine(table, kase), cases],
    ['– → JSON text', (kase) => JSON.stringify(determinationJson(input(kase))), cases],
    ['– → Markdown report', (kase) => reportMarkdown(input(kase)), cases],
    ['YAML bytes → case as read', read, files],
    ['YAML bytes → Markdown report', (bytes) => reportMarkdown(input(read(bytes))), files],
  ].map(([title, call, inputs]) => [title, perSecond(call, inputs)]);
}

console.log(`Node ${process.version}, ${cpus()[0].model}\n`);
console.log('| in memory | a second of processor time | µs |\n|---|---:|---:|');
for (const [title, rate] of await measureInMemory()) {
  console.log(`| ${title} | ${Math.round(rate).toLocaleString('en-US')} | ${(1e6 / rate).toFixed(1)} |`);
}
console.log('');
printStarts(measureStarts(STARTS));
