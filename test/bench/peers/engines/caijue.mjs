// caijue: facts in typed slots, all nodes computed in one pass. The vector of node values is the trail and stays with the case.
import { pathToFileURL } from 'node:url';
import { policyText } from '../our-policy.mjs';
import { facts, OPEN, outcomes } from '../policy.mjs';

const dist = process.env.CAIJUE_DIST;
const load = (path) => import(pathToFileURL(`${dist}/${path}`).href);
const { compile, readPolicy } = await load('index.js');
const { copyCells, makeCells, FALSE, KNOWN, SCALE, UNKNOWN } = await load('compile/cells.js');
const { run } = await load('evaluate/run.js');
const { standingIn } = await load('evaluate/status.js');

/** Compiles the shared policy. */
export function compileOurs() {
  const policy = readPolicy(new TextEncoder().encode(policyText()), 'bench.yaml');
  if (!policy.ok) throw new Error(JSON.stringify(policy.diagnostics, null, 1));
  return compile(policy.value);
}

/** For each fact its slot, and how a value from JSON is kept there: the state and number of a cell. */
function slotWriters(table) {
  const writers = new Map();
  for (const [name, type] of Object.entries(facts)) {
    const [slot] = table.slots.get(name);
    const options = Array.isArray(type) ? new Map(type.map((option, index) => [option, index])) : undefined;
    const scale = type === 'number' ? SCALE : 1;
    writers.set(name, (cells, value) => {
      cells.state[slot] = value === false ? FALSE : KNOWN;
      if (value !== true && value !== false) cells.number[slot] = options ? options.get(value) : value * scale;
    });
  }
  return writers;
}

/** Puts a case's facts into the slots of cells, new ones unless some are given. */
export function slotFiller(table) {
  const writers = slotWriters(table);
  return (kase, cells = makeCells(table.size)) => {
    copyCells(table.blank, cells);
    for (const name in kase) writers.get(name)(cells, kase[name]);
    return cells;
  };
}

/** How many vectors a store holds before it begins anew. */
const KEPT = 10_000;

/** Keeps vectors in one piece of memory, as a batch would: states and numbers of every node of every case. */
function vectorStore({ size }) {
  const state = new Uint8Array(size * KEPT);
  const number = new Float64Array(size * KEPT);
  let at = 0;
  return (cells) => {
    state.set(cells.state, at * size);
    number.set(cells.number, at * size);
    at = (at + 1) % KEPT;
  };
}

/** The answer by the order of the outcomes, read from the vector. */
function firstOutcome(table) {
  const nodeOf = (name) => table.outcomes.get(name).holds;
  const tests = outcomes.map(({ outcome, is, when }) => {
    if (is !== 'unknown') return { outcome, node: nodeOf(outcome), wanted: KNOWN };
    return {
      outcome,
      node: nodeOf(outcomes.find((other) => other.is === true && other.when === when).outcome),
      wanted: UNKNOWN,
    };
  });
  return (cells) => {
    for (const { outcome, node, wanted } of tests) if (cells.state[node] === wanted) return outcome;
    return OPEN;
  };
}

/** The engine as the benchmark drives it. */
export function makeEngine() {
  const table = compileOurs();
  const fill = slotFiller(table);
  const first = firstOutcome(table);
  const decide = (cells) => {
    run(table, cells);
    return first(cells);
  };
  const working = makeCells(table.size);
  const keep = vectorStore(table);
  const decideObject = (kase) => {
    const outcome = decide(fill(kase, working));
    keep(working);
    return outcome;
  };
  const stand = (cells) => {
    const { status, standing } = standingIn(table, cells);
    return status === 'determined' ? standing[0] : OPEN;
  };
  return {
    prepare: (kase) => fill(kase),
    explain: decide,
    trailOf: (cells) => [...cells.state],
    explanation: 'built in: the value of every node',
    variants: {
      'with status and standing outcomes': {
        prepare: (kase) => fill(kase),
        explain: (cells) => (run(table, cells), stand(cells)),
        strict: true,
      },
      'from JSON objects, a new vector each': { prepare: (kase) => kase, explain: (kase) => decide(fill(kase)) },
      'from JSON objects, vectors in one store': { prepare: (kase) => kase, explain: decideObject },
    },
    rulesOf: (cells) => new Map([...table.rules].map(([name, node]) => [name, cells.state[node]])),
    nodes: table.size,
  };
}
