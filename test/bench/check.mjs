// How `check` grows with the policy: node test/bench/check.mjs [facts…]. Needs `npm run build`. Prints Markdown; nothing here is an
// assertion. Every size runs in a process of its own, so that its peak memory is its own. `wide` is 60 truths and 15 amounts.
import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = fileURLToPath(import.meta.url);
const dist = process.env.CAIJUE_DIST ?? join(resolve(dirname(here), '../..'), 'dist');
const load = (path) => import(pathToFileURL(join(dist, path)).href);

/** Processor time in milliseconds that a call takes: what other processes do does not count. */
function timed(call) {
  const before = process.cpuUsage();
  const result = call();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1000];
}

async function measure(size) {
  const { grownPolicy, widePolicy } = await import('./grown-policy.mjs');
  const [{ readPolicy }, { compile }, { buildDiagrams }, { checkPolicy }] = await Promise.all(
    ['parse/policy/read-policy.js', 'compile/compile.js', 'diagram/build.js', 'check/check-policy.js'].map(load),
  );
  const text = size === 'wide' ? widePolicy() : grownPolicy(Number(size));
  const read = readPolicy(new TextEncoder().encode(text), 'bench.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics.slice(0, 3)));
  const policy = read.value;
  const [diagrams, build] = timed(() => buildDiagrams(compile(policy)));
  const [findings, check] = timed(() => checkPolicy(policy));
  const counts = {};
  for (const { code } of findings) counts[code] = (counts[code] ?? 0) + 1;
  const { store, variables } = diagrams;
  const peak = process.resourceUsage().maxRSS / 1024;
  const nodes = store ? store.size() : 'too large';
  console.log(
    JSON.stringify({ facts: policy.facts.size, variables: variables?.list.length, nodes, build, check, peak, counts }),
  );
}

if (process.argv[2] === '--one') await measure(process.argv[3]);
else {
  const sizes = process.argv.length > 2 ? process.argv.slice(2) : ['20', '40', '80', '160', '200', '320', 'wide'];
  console.log('| policy | facts | variables | nodes after build | build ms | check ms | peak MB | findings |');
  console.log('|---|---:|---:|---:|---:|---:|---:|---|');
  for (const size of sizes) {
    const { stdout, stderr, status } = spawnSync(process.execPath, [here, '--one', size], { encoding: 'utf8' });
    if (status !== 0) {
      console.log(
        `| ${size} | | | | | | | ${stderr.split('\n').find((line) => line.includes('Error')) ?? `status ${status}`} |`,
      );
      continue;
    }
    const { facts, variables, nodes, build, check, peak, counts } = JSON.parse(stdout);
    const found = Object.entries(counts)
      .map(([code, count]) => `${code.slice(6)} ${count}`)
      .join(', ');
    const row = [size, facts, variables, nodes, build.toFixed(0), check.toFixed(0), peak.toFixed(0), found];
    console.log(`| ${row.join(' | ')} |`);
  }
}
