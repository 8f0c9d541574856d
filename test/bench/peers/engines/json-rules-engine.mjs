// json-rules-engine: named conditions, one pair a rule. Its JSON cannot count, so that "at least n" is a computed fact.
import jsonRulesEngine from 'json-rules-engine';
import { OPEN } from '../policy.mjs';
import { factsOf, outcomeTest, railName, ruleRails } from '../rails.mjs';

const SURE = {
  '=': 'equal',
  in: 'in',
  '<=': 'lessThanInclusive',
  '>=': 'greaterThanInclusive',
  '<': 'lessThan',
  '>': 'greaterThan',
};
const DENIED = {
  '=': 'isNot',
  in: 'isNoneOf',
  '<=': 'greaterThan',
  '>=': 'lessThan',
  '<': 'greaterThanInclusive',
  '>': 'lessThanInclusive',
};

function leaf(node, sure) {
  const { fact, sign, value } = node;
  const test = { fact, operator: (sure ? SURE : DENIED)[sign], value };
  const [, other] = factsOf(node);
  return other === undefined ? test : { all: [{ fact: other, operator: 'isNot', value: null }, test] };
}

const words = {
  all: (parts) => ({ all: parts }),
  any: (parts) => ({ any: parts }),
  leaf,
  rule: (name, sure) => ({ condition: railName(name, sure) }),
};

/** A condition on the engine's top level has to be a group. */
const group = (condition) => (condition.all || condition.any ? condition : { all: [condition] });
const not = (condition) => ({ not: condition });

/** Rule rails are evaluated a second time by hand where they are counted; this is what makes the counts. */
async function holds(condition, conditions, almanac) {
  if (condition.condition) return holds(conditions.get(condition.condition), conditions, almanac);
  if (condition.all)
    return (await Promise.all(condition.all.map((part) => holds(part, conditions, almanac)))).every(Boolean);
  if (condition.any)
    return (await Promise.all(condition.any.map((part) => holds(part, conditions, almanac)))).some(Boolean);
  const left = await almanac.factValue(condition.fact);
  return left !== undefined && COMPARE[condition.operator](left, condition.value);
}

const COMPARE = {
  equal: (a, b) => a === b,
  isNot: (a, b) => a !== b,
  in: (a, b) => b.includes(a),
  isNoneOf: (a, b) => !b.includes(a),
  lessThan: (a, b) => a < b,
  lessThanInclusive: (a, b) => a <= b,
  greaterThan: (a, b) => a > b,
  greaterThanInclusive: (a, b) => a >= b,
};

function build(policy, stopAtFirst) {
  const engine = new jsonRulesEngine.Engine([], { allowUndefinedFacts: true });
  engine.addOperator('isNot', (a, b) => a !== undefined && a !== b);
  engine.addOperator('isNoneOf', (a, b) => a !== undefined && !b.includes(a));
  const conditions = new Map();
  const counts = new Map();
  const atLeast = (parts, needed) => {
    const key = JSON.stringify(parts);
    const fact = counts.get(key) ?? `count${counts.size}`;
    if (!counts.has(key)) {
      const count = async (_parameters, almanac) =>
        (await Promise.all(parts.map((part) => holds(part, conditions, almanac)))).filter(Boolean).length;
      engine.addFact(fact, count);
    }
    counts.set(key, fact);
    return { fact, operator: 'greaterThanInclusive', value: needed };
  };
  const own = { ...words, atLeast };
  for (const [name, condition] of ruleRails(policy, own)) {
    conditions.set(name, condition);
    engine.setCondition(name, group(condition));
  }
  policy.outcomes.forEach((entry, index) => {
    const rule = {
      conditions: group(outcomeTest(entry, own, not)),
      priority: 100 - index,
      event: { type: entry.outcome },
    };
    engine.addRule(stopAtFirst ? { ...rule, onSuccess: () => engine.stop() } : rule);
  });
  return engine;
}

export function makeEngine(policy) {
  const [fast, full] = [build(policy, true), build(policy, false)];
  const first = ({ events }) => events[0]?.type ?? OPEN;
  return {
    prepare: (kase) => kase,
    decide: async (kase) => first(await fast.run(kase)),
    explain: async (kase) => {
      const answer = await full.run(kase);
      const trail = [...answer.results, ...answer.failureResults].map((result) => result.toJSON(false));
      return { outcome: first(answer), trail };
    },
    explanation: 'built in: condition results of every outcome rule',
  };
}
