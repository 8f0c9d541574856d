// How many questions an interview asks: npm run bench:interview [-- --quick]. Prints Markdown; nothing here is an assertion.
// Beside our order stand: every fact that applies; the policy's own order, leaving out what no longer matters; and the optimal tree.
import { cpus } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const dist = (process.env.CAIJUE_DIST ??= join(resolve(dirname(fileURLToPath(import.meta.url)), '../../..'), 'dist'));
const load = (path) => import(pathToFileURL(join(dist, path)).href);
const { askable } = await load('diagram/material.js');
const { rankFacts } = await load('diagram/plan.js');
const { evaluate } = await load('evaluate/determine.js');
const { groundFor, inquire } = await load('evaluate/inquire.js');
const { settle } = await load('evaluate/settle.js');
const { standingIn } = await load('evaluate/status.js');
const { progressOf } = await load('interview/interview.js');
const { samplesOf } = await load('interview/ranges.js');
const { expected, everything, optimum } = await import('./courses.mjs');
const { blankCase, shippedParties, shippedPolicies } = await import('./shelf.mjs');
const { generatedPolicies } = await import('./generated.mjs');

const quick = process.argv.includes('--quick');
const STATES = quick ? 1_000 : 12_000;
const ours = (groups) => (inquiry, facts) => rankFacts([inquiry], facts, { groups, caseFirst: false })[0];
const policyOrder = (_, facts) => facts[0];
const two = (number) => (number === undefined || number === null ? '–' : number.toFixed(2));
const percent = (a, b) => {
  const share = b ? Math.round((a / b - 1) * 1000) / 10 : undefined;
  return share === undefined ? '–' : `${share < 0 ? '' : '+'}${Math.abs(share) < 0.05 ? '0.0' : share.toFixed(1)} %`;
};

/** How many questions one party's interview asks when its facts are the answers; what the case leaves open is 待查. */
function asked({ table, diagrams }, party, choose) {
  const stated = new Map();
  for (let questions = 0; ; questions++) {
    const [{ cells }] = evaluate(table, { ...party, facts: stated });
    if (standingIn(table, cells).status !== 'pending') return questions;
    const aside = new Set([...stated.values()].filter(({ value }) => value === null).map(({ name }) => name));
    const { stand, inquiry } = settle(groundFor(diagrams, cells), cells, aside);
    const facts = stand || !inquiry ? [] : askable(inquiry);
    if (facts.length === 0) return questions;
    const fact = facts.length === 1 ? facts[0] : choose(inquiry, facts);
    stated.set(fact, party.facts.get(fact) ?? { name: fact, value: null, evidence: [], at: party.head.at });
  }
}

/** How many facts of a case apply: all of them are asked where nothing is left out. */
function applying({ table }, party) {
  const [{ cells }] = evaluate(table, party);
  return [...table.policy.facts.keys()].filter((name) => cells.state[table.applies.get(name) ?? -1] !== 0).length;
}

const mean = (numbers) => (numbers.length > 0 ? numbers.reduce((a, b) => a + b, 0) / numbers.length : undefined);

function measure(shipped) {
  const { name, table, diagrams } = shipped;
  const [{ cells }] = evaluate(table, blankCase(table));
  const ground = groundFor(diagrams, cells);
  const root = ground && inquire(ground, cells);
  if (!root) return undefined;
  const best = optimum(root, STATES);
  const parties = shippedParties(shipped);
  const over = (count) => mean(parties.map(count));
  return {
    name: name.replace('.yaml', ''),
    facts: table.policy.facts.size,
    everything: everything(root),
    policy: expected(root, policyOrder),
    ours: expected(root, ours(false)),
    grouped: expected(root, ours(true), true),
    best: best?.questions,
    parties: parties.length,
    cases: {
      everything: over((party) => applying(shipped, party)),
      policy: over((party) => asked(shipped, party, policyOrder)),
      ours: over((party) => asked(shipped, party, ours(false))),
      grouped: over((party) => asked(shipped, party, ours(true))),
      best: best && over((party) => asked(shipped, party, best.choose)),
    },
  };
}

/** Milliseconds of processor time to each next question of an interview in which every answer leaves the most to ask. */
function times({ table, diagrams }) {
  let kase = blankCase(table);
  const found = [];
  for (;;) {
    const before = process.cpuUsage();
    const { next } = progressOf(table, kase, { diagrams });
    const { user, system } = process.cpuUsage(before);
    found.push((user + system) / 1000);
    if (!next) break;
    const samples = samplesOf(table.policy.facts.get(next.fact), diagrams).slice(0, 4);
    const after = [null, ...samples.map(({ value }) => value)].map((value) => stating(kase, next.fact, value));
    const left = after.map((one) => progressOf(table, one, { diagrams }).atMost);
    kase = after[left.lastIndexOf(Math.max(...left))];
  }
  return found;
}

function stating(kase, name, value) {
  return { ...kase, facts: new Map([...kase.facts, [name, { name, value, evidence: [], at: kase.head.at }]]) };
}

const policies = shippedPolicies().filter(({ table }) => table.policy.facts.size > 0);
console.log(`Node ${process.version}, ${cpus()[0].model}\n`);
console.log('Milliseconds of processor time to the next question, its count and the state of every answer:\n');
console.log('| policy | facts | questions | first | median | slowest |\n|---|---:|---:|---:|---:|---:|');
for (const shipped of [...policies, ...generatedPolicies(quick ? 3 : 10)]) {
  const all = times(shipped);
  const cells = [all[0], [...all].sort((a, b) => a - b)[all.length >> 1], Math.max(...all)].map((one) =>
    one.toFixed(1),
  );
  const { name, table } = shipped;
  console.log(
    `| ${name.replace('.yaml', '')} | ${table.policy.facts.size} | ${all.length - 1} | ${cells.join(' | ')} |`,
  );
}

console.log('\nExpected questions a party, all answers equally likely:\n');
console.log(
  '| policy | facts | all that apply | policy’s order, pruned | ours, groups kept | ours, groups ignored | optimum | ours to optimum | price of groups |',
);
console.log('|---|---:|---:|---:|---:|---:|---:|---:|---:|');
const rows = policies.flatMap((shipped) => {
  const row = measure(shipped);
  if (!row) return [];
  const cells = [row.everything, row.policy, row.grouped, row.ours, row.best].map(two);
  const shares = [percent(row.ours, row.best), percent(row.grouped, row.ours)];
  console.log(`| ${row.name} | ${row.facts} | ${[...cells, ...shares].join(' | ')} |`);
  return [row];
});

console.log('\nQuestions a party over the shipped cases:\n');
console.log(
  '| policy | parties | all that apply | policy’s order, pruned | ours, groups kept | ours, groups ignored | the optimal tree |',
);
console.log('|---|---:|---:|---:|---:|---:|---:|');
for (const { name, parties, cases } of rows.filter((row) => row.parties > 0)) {
  const cells = [cases.everything, cases.policy, cases.grouped, cases.ours, cases.best].map(two);
  console.log(`| ${name} | ${parties} | ${cells.join(' | ')} |`);
}
