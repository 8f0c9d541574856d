// Our engine beside its peers: node test/bench/peers/run.mjs [--quick]. Needs `npm run build` and the npm registry.
// The peers are installed into a temporary folder (or into PEERS_DIR, which is kept), and every engine runs in a process
// of its own, one after the other, in several passes. Prints Markdown.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../../..');
const quick = process.argv.includes('--quick');
/** Cases, rounds, milliseconds of a round, and the patience with slow engines in checks and warm-ups. */
const EFFORT = quick ? ['1000', '3', '150', '2000'] : ['10000', '3', '500', '5000'];
/** A machine drifts: every engine is measured in each pass, and the median of the passes counts. */
const PASSES = quick ? 1 : 3;

/** The adapter of each peer, its package and pinned version, and whether its explanation is its own. */
const PEERS = [
  { adapter: 'json-rules-engine', package: 'json-rules-engine', version: '7.3.1', builtIn: true },
  { adapter: 'zen', package: '@gorules/zen-engine', version: '0.54.0', builtIn: true },
  { adapter: 'publicodes', package: 'publicodes', version: '1.10.3', builtIn: true },
  { adapter: 'cedar', package: '@cedar-policy/cedar-wasm', version: '4.13.0', builtIn: true },
  { adapter: 'feelin', package: 'feelin', version: '8.2.0' },
  { adapter: 'cel-js', package: '@marcbachmann/cel-js', version: '8.0.0' },
  { adapter: 'cel-bufbuild', package: '@bufbuild/cel', version: '0.6.1' },
  { adapter: 'json-logic-js', package: 'json-logic-js', version: '2.0.5' },
  { adapter: 'json-logic-engine', package: 'json-logic-engine', version: '5.0.7' },
  { adapter: 'nools', package: 'nools', version: '0.4.4' },
];

function outputOf(result, what) {
  if (result.status !== 0) throw new Error(`${what}: ${result.stderr || result.stdout}`);
  return result.stdout;
}

/** A folder with the peers installed and the adapters beside them. */
function prepareFolder(folder) {
  mkdirSync(folder, { recursive: true });
  const bench = join(folder, 'bench');
  if (!existsSync(join(folder, 'node_modules', 'nools'))) {
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
    const packages = PEERS.map((peer) => `${peer.package}@${peer.version}`);
    const words = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--save-exact', ...packages];
    outputOf(
      spawnSync('npm', words, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' }),
      'npm install',
    );
  }
  rmSync(bench, { recursive: true, force: true });
  cpSync(here, bench, { recursive: true });
  const yaml = join(folder, 'node_modules', 'yaml');
  if (!existsSync(yaml)) symlinkSync(join(root, 'node_modules', 'yaml'), yaml, 'junction');
  return bench;
}

function measure(bench, adapter) {
  const env = { CAIJUE_DIST: join(root, 'dist'), ...process.env };
  const words = [join(bench, 'measure.mjs'), adapter, ...EFFORT];
  const result = spawnSync(process.execPath, words, { encoding: 'utf8', env, maxBuffer: 2 ** 28 });
  return JSON.parse(outputOf(result, adapter).trim().split('\n').at(-1));
}

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

/** What the passes of one engine come to: the medians of the rates, all differences, and the cases of one pass. */
function merged(passes) {
  const rate = (key) => (passes[0][key] === undefined ? undefined : median(passes.map((pass) => pass[key])));
  const differ = passes.reduce((sum, pass) => sum + pass.differ, 0);
  const checked = Math.max(...passes.map((pass) => pass.checked));
  const rates = Object.fromEntries(['decide', 'explain', 'batch', 'rate'].map((key) => [key, rate(key)]));
  const names = Object.keys(passes[0].variants ?? {});
  const variants = names.map((name) => [name, merged(passes.map((pass) => pass.variants[name]))]);
  return { ...passes[0], ...rates, differ, checked, variants: Object.fromEntries(variants) };
}

const whole = (number) => (number === undefined ? '–' : number.toLocaleString('en-US'));
const times = (own, other) => (other === undefined ? '–' : `${(own / other).toFixed(own / other < 10 ? 1 : 0)}×`);

function row(title, result, own) {
  const { decide, explain, explanation, trailBytes, differ, checked: count } = result;
  const answers = count === undefined ? '–' : `${differ} of ${whole(count)}`;
  const cells = [title, whole(decide), times(own, decide), whole(explain), times(own, explain), explanation ?? ''];
  return `| ${[...cells, whole(trailBytes), answers].join(' | ')} |`;
}

function print(ours, results) {
  const own = ours.explain;
  console.log(
    `Node ${process.version}, ${cpus()[0].model}; policy of ${ours.nodes} nodes; decisions a second of processor time\n`,
  );
  console.log(
    '| engine | outcome only | ours is | with explanation | ours is | explanation | trail, bytes of JSON | outcomes that differ |',
  );
  console.log('|---|---:|---:|---:|---:|---|---:|---:|');
  console.log(row('**caijue**, vector of all nodes kept', { ...ours, decide: undefined }, own));
  for (const [title, { rate, differ, checked: count }] of Object.entries(ours.variants)) {
    console.log(row(`– ${title}`, { explain: rate, explanation: 'the same', differ, checked: count }, own));
  }
  for (const { peer, result } of results) {
    console.log(row(`${peer.package} ${peer.version}`, result, own));
    if (result.batch) console.log(row('– 64 at a time', { decide: result.batch }, own));
  }
  console.log(`\nRule values that differ from the reference: ${ours.ruleDiffer} of ${whole(ours.checked * 32)}.`);
  summarise(ours, results);
}

function summarise(ours, results) {
  const own = ours.explain;
  const fromObjects = ours.variants['from JSON objects, vectors in one store'].rate;
  const fastest = (pick, among) => among.reduce((best, next) => (pick(next.result) > pick(best.result) ? next : best));
  const plain = fastest(({ decide }) => decide, results);
  const builtIn = fastest(
    ({ explain }) => explain,
    results.filter(({ peer }) => peer.builtIn),
  );
  const differ = results.reduce((sum, { result }) => sum + result.differ, 0);
  console.log(
    `Fastest peer without explanation: ${plain.peer.package}; ours with the whole vector is ${times(own, plain.result.decide)}` +
      ` (${times(fromObjects, plain.result.decide)} where objects are put into slots inside the loop, as the peers get them).`,
  );
  console.log(
    `Fastest peer with its own explanation: ${builtIn.peer.package}; ours is ${times(own, builtIn.result.explain)}.`,
  );
  console.log(`Outcomes of peers that differ: ${differ}.`);
}

const kept = process.env.PEERS_DIR;
const folder = kept ?? mkdtempSync(join(tmpdir(), 'caijue-peers-'));
try {
  const bench = prepareFolder(folder);
  const adapters = ['caijue', ...PEERS.map(({ adapter }) => adapter)];
  const passes = Array.from({ length: PASSES }, () => adapters.map((adapter) => measure(bench, adapter)));
  const [ours, ...peers] = adapters.map((_, index) => merged(passes.map((pass) => pass[index])));
  print(
    ours,
    PEERS.map((peer, index) => ({ peer, result: peers[index] })),
  );
} finally {
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}
