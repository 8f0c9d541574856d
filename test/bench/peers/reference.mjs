// The answer that every engine has to give: a plain recursive interpreter with three truth values.
import { readPolicy } from './conditions.mjs';
import * as source from './policy.mjs';

/** Truth values in Kleene's order. */
export const FALSE = -1;
export const UNKNOWN = 0;
export const TRUE = 1;

const policy = readPolicy(source);

function leaf({ fact, sign, value }, kase) {
  const left = kase[fact];
  const right = typeof value === 'object' && !Array.isArray(value) ? kase[value.fact] : value;
  if (left === undefined || right === undefined) return UNKNOWN;
  const holds = {
    '=': () => left === right,
    in: () => right.includes(left),
    '<=': () => left <= right,
    '>=': () => left >= right,
    '<': () => left < right,
    '>': () => left > right,
  }[sign];
  return holds() ? TRUE : FALSE;
}

function truth(node, kase, known) {
  if (node.fact !== undefined) return leaf(node, kase);
  if (node.rule !== undefined) return known[node.rule];
  if (node.not) return 0 - truth(node.not, kase, known);
  const parts = (node.all ?? node.any ?? node.of).map((part) => truth(part, kase, known));
  if (node.all) return Math.min(...parts);
  if (node.any) return Math.max(...parts);
  const sure = parts.filter((part) => part === TRUE).length;
  const open = parts.filter((part) => part === UNKNOWN).length;
  return sure >= node.atLeast ? TRUE : sure + open >= node.atLeast ? UNKNOWN : FALSE;
}

const WANTED = new Map([
  [true, TRUE],
  [false, FALSE],
  ['unknown', UNKNOWN],
]);

/** The answer by the order of the outcomes, the value of every rule, and what the language of caijue makes of the case. */
export function decide(kase) {
  const known = {};
  for (const { name, when } of policy.rules) known[name] = truth(when, kase, known);
  const first = policy.outcomes.find(({ is, when }) => truth(when, kase, known) === WANTED.get(is));
  return { outcome: first?.outcome ?? source.OPEN, rules: known, standing: standing(kase, known) };
}

/** One outcome stands for sure and no prevailing one is open, or the case is open: no unknown counts as a no. */
function standing(kase, known) {
  for (const { outcome, is, when } of policy.outcomes) {
    if (is === 'unknown') continue;
    const value = truth(when, kase, known) * (is ? 1 : -1);
    if (value === UNKNOWN) return source.OPEN;
    if (value === TRUE) return outcome;
  }
  throw new Error('no outcome holds');
}
