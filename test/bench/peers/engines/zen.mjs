// GoRules zen-engine (native): one expression node with every rule rail, then one decision table that takes the first hit.
import zen from '@gorules/zen-engine';
import { OPEN } from '../policy.mjs';
import { infixWords, outcomeTest, railName, ruleRails } from '../rails.mjs';

const not = (formula) => `not (${formula})`;

const words = infixWords({
  and: 'and',
  or: 'or',
  variable: (name) => name,
  isKnown: (name) => `${name} != null`,
  isIn: (left, options) => `${left} in [${options.join(', ')}]`,
  not,
  count: (formulas, needed) => `sum([${formulas.map((formula) => `(${formula}) ? 1 : 0`).join(', ')}]) >= ${needed}`,
});

const common = { passThrough: false, inputField: null, outputPath: null, executionMode: 'single' };

function decisionModel(policy) {
  const inNode = { ...words, rule: (name, sure) => `$.${railName(name, sure)}` };
  const expressions = ruleRails(policy, inNode).map(([name, value]) => ({ id: name, key: name, value }));
  const row = (index, test, outcome) => ({
    _id: `row${index}`,
    _description: '',
    test,
    answer: JSON.stringify(outcome),
  });
  const rows = policy.outcomes.map((entry, index) => row(index, outcomeTest(entry, words, not), entry.outcome));
  const table = {
    hitPolicy: 'first',
    rules: [...rows, row(rows.length, '', OPEN)],
    inputs: [{ id: 'test', name: 'test' }],
    outputs: [{ id: 'answer', name: 'outcome', field: 'outcome' }],
  };
  const node = (id, type, content) => ({
    id,
    name: id,
    type,
    position: { x: 0, y: 0 },
    ...(content ? { content: { ...content, ...common } } : {}),
  });
  return {
    contentType: 'application/vnd.gorules.decision',
    nodes: [
      node('input', 'inputNode'),
      node('rules', 'expressionNode', { expressions }),
      node('select', 'decisionTableNode', table),
      node('output', 'outputNode'),
    ],
    edges: [
      { id: 'a', type: 'edge', sourceId: 'input', targetId: 'rules' },
      { id: 'b', type: 'edge', sourceId: 'rules', targetId: 'select' },
      { id: 'c', type: 'edge', sourceId: 'select', targetId: 'output' },
    ],
  };
}

export function makeEngine(policy) {
  const decision = new zen.ZenEngine().createDecision(new zen.ZenDecisionContent(decisionModel(policy)));
  return {
    prepare: (kase) => kase,
    decide: async (kase) => (await decision.evaluate(kase)).result.outcome,
    explain: async (kase) => {
      const { result, trace } = await decision.evaluate(kase, { trace: true });
      return { outcome: result.outcome, trail: trace };
    },
    explanation: 'built in: input and output of each node',
    batch: async (cases) =>
      (await Promise.all(cases.map((kase) => decision.evaluate(kase)))).map(({ result }) => result.outcome),
  };
}
