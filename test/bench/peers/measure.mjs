// Measures one engine in a process of its own: node measure.mjs ENGINE CASES ROUNDS MILLISECONDS PATIENCE.
// Prints one line of JSON.
// Every answer is compared with the reference first, which warms the engine up as well.
import { makeCases } from './cases.mjs';
import { readPolicy } from './conditions.mjs';
import * as source from './policy.mjs';
import { decide as reference, FALSE, TRUE, UNKNOWN } from './reference.mjs';

const [name, ...numbers] = process.argv.slice(2);
/** An engine that is too slow to check all cases in `patience` milliseconds checks as many as it can. */
const [count, rounds, slice, patience] = numbers.map(Number);
const BATCH = 64;

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** How many of the answers differ from the wanted ones. */
async function compare(answer, inputs, wanted) {
  const start = performance.now();
  let differ = 0;
  let checked = 0;
  for (; checked < inputs.length && performance.now() - start < patience; checked++) {
    if ((await answer(inputs[checked])) !== wanted[checked]) differ += 1;
  }
  return { differ, checked };
}

/** Seconds of processor time that this process has used, all its threads together: other processes do not count. */
function processorSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Calls after which a just-in-time compiler has settled; fewer would be unfair to engines that compile to JavaScript. */
const WARM = 200_000;

/** Calls a second of processor time: the median of the rounds that follow a warm-up. */
async function perSecond(call, inputs) {
  const waits = typeof call(inputs[0])?.then === 'function';
  let at = 0;
  const round = async (milliseconds, most) => {
    const [start, used] = [performance.now(), processorSeconds()];
    let calls = 0;
    for (; calls < most && performance.now() - start < milliseconds; calls += 16) {
      for (let i = 0; i < 16; i++) {
        if (waits) await call(inputs[at]);
        else call(inputs[at]);
        at = (at + 1) % inputs.length;
      }
    }
    return calls / (processorSeconds() - used);
  };
  await round(patience, WARM);
  const rates = [];
  for (let i = 0; i < rounds; i++) rates.push(await round(slice, Infinity));
  return Math.round(median(rates));
}

/** For an engine that can name the value of each rule: how many of all of them differ from the reference. */
function differingRules({ prepare, explain, rulesOf }, cases, references) {
  const truths = [FALSE, UNKNOWN, UNKNOWN, TRUE];
  let differ = 0;
  cases.forEach((kase, index) => {
    const input = prepare(kase);
    explain(input);
    for (const [rule, state] of rulesOf(input)) if (truths[state] !== references[index].rules[rule]) differ += 1;
  });
  return differ;
}

/** Compares the answers of a call and then times it. */
async function measureCall(call, answer, inputs, wanted) {
  return { ...(await compare(answer, inputs, wanted)), rate: await perSecond(call, inputs) };
}

async function measureVariant({ prepare, explain, strict }, cases, references) {
  const inputs = cases.map(prepare);
  const wanted = references.map(({ outcome, standing }) => (strict ? standing : outcome));
  return measureCall(explain, explain, inputs, wanted);
}

async function measureBatches(batch, inputs) {
  const groups = Array.from({ length: Math.floor(inputs.length / BATCH) }, (_, index) =>
    inputs.slice(index * BATCH, (index + 1) * BATCH),
  );
  return BATCH * (await perSecond(batch, groups));
}

/** The length of a trail as JSON. */
function bytesOf(trail) {
  const plain = (_key, value) =>
    typeof value === 'bigint' ? Number(value) : value instanceof Map ? [...value] : value;
  return JSON.stringify(trail, plain).length;
}

async function measure() {
  const { makeEngine } = await import(`./engines/${name}.mjs`);
  const engine = await makeEngine({ ...readPolicy(source), facts: Object.keys(source.facts) });
  const cases = makeCases(count);
  const references = cases.map(reference);
  const wanted = references.map(({ outcome }) => outcome);
  const inputs = cases.map(engine.prepare);
  const { decide, explain, batch, explanation, rulesOf, trailOf, nodes, variants = {} } = engine;
  const explained = explain && (async (input) => (trailOf ? explain(input) : (await explain(input)).outcome));
  const plain = decide && (await measureCall(decide, decide, inputs, wanted));
  const full = explain && (await measureCall(explain, explained, inputs, wanted));
  const measured = {};
  for (const [title, variant] of Object.entries(variants)) {
    measured[title] = await measureVariant(variant, cases, references);
  }
  return {
    checked: (plain ?? full).checked,
    differ: (plain?.differ ?? 0) + (full?.differ ?? 0),
    decide: plain?.rate,
    explain: full?.rate,
    batch: batch && (await measureBatches(batch, inputs)),
    explanation,
    trailBytes: explain && bytesOf(trailOf ? trailOf(inputs[0]) : (await explain(inputs[0])).trail),
    ruleDiffer: rulesOf && differingRules(engine, cases, references),
    nodes,
    variants: measured,
  };
}

console.log(JSON.stringify(await measure()));
process.exit(0);
