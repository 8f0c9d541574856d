// feelin (FEEL of DMN): knows unknown by itself; one context expression whose entries are the rules, parsed at every call.
import { evaluate } from 'feelin';
import { OPEN } from '../policy.mjs';

const literal = (value) =>
  typeof value === 'object' ? value.fact : typeof value === 'string' ? JSON.stringify(value) : String(value);

/** Equality and lists give false for a missing value, so that each asks for null itself. */
function leaf({ fact, sign, value }) {
  if (sign === 'in') return `(if ${fact} = null then null else ${fact} in (${value.map(literal).join(', ')}))`;
  if (sign === '=') return `(if ${fact} = null then null else ${fact} = ${literal(value)})`;
  return `(${fact} ${sign} ${literal(value)})`;
}

function formula(node) {
  if (node.fact !== undefined) return leaf(node);
  if (node.rule !== undefined) return node.rule;
  if (node.not) return `not(${formula(node.not)})`;
  const parts = (node.all ?? node.any ?? node.of).map(formula);
  if (node.atLeast === undefined) return `(${parts.join(node.all ? ' and ' : ' or ')})`;
  // Filters of lists lose false and null items in feelin 8, so that sums count.
  const counted = (truth) => `sum([${parts.map((part) => `if ${part} = ${truth} then 1 else 0`).join(', ')}])`;
  const refusing = parts.length - node.atLeast + 1;
  return `(if ${counted(true)} >= ${node.atLeast} then true else if ${counted(false)} >= ${refusing} then false else null)`;
}

function context({ rules, outcomes }) {
  const entries = rules.map(({ name, when }) => `${name}: ${formula(when)}`);
  const tests = outcomes.map(({ outcome, is, when }) => {
    return `if ${formula(when)} = ${is === 'unknown' ? 'null' : is} then ${JSON.stringify(outcome)} else `;
  });
  return `{${entries.join(', ')}, outcome: ${tests.join('')}${JSON.stringify(OPEN)}}`;
}

export function makeEngine(policy) {
  const text = context(policy);
  return {
    prepare: (kase) => kase,
    decide: (kase) => evaluate(`${text}.outcome`, kase).value,
    explain: (kase) => {
      const { value } = evaluate(text, kase);
      return { outcome: value.outcome, trail: value };
    },
    explanation: 'by hand: the value of every rule',
  };
}
