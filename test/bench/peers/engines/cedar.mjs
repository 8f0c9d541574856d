// Cedar (WebAssembly): each outcome, and for the trail each rule rail, is a permit policy; the answer names those satisfied.
import { createRequire } from 'node:module';
import { OPEN } from '../policy.mjs';
import { infixWords, inlined, outcomeTest, ruleRails } from '../rails.mjs';

const cedar = createRequire(import.meta.url)('@cedar-policy/cedar-wasm/nodejs');

const not = (formula) => `!(${formula})`;

const words = infixWords({
  variable: (name) => `context.${name}`,
  isKnown: (name) => `context has ${name}`,
  isIn: (left, options) => `[${options.join(', ')}].contains(${left})`,
  not,
  count: (formulas, needed) =>
    `(${formulas.map((formula) => `(if ${formula} then 1 else 0)`).join(' + ')}) >= ${needed}`,
});

const permit = (condition) => `permit(principal, action, resource) when { ${condition} };`;
const entity = (type, id) => ({ type, id });

function prepareSet(id, policies) {
  const answer = cedar.preparsePolicySet(id, { staticPolicies: policies });
  if (answer.type !== 'success') throw new Error(JSON.stringify(answer.errors));
}

function ask(id, context) {
  const answer = cedar.statefulIsAuthorized({
    principal: entity('Person', 'a'),
    action: entity('Action', 'decide'),
    resource: entity('Case', 'c'),
    context,
    preparsedPolicySetId: id,
    entities: [],
  });
  if (answer.type !== 'success') throw new Error(JSON.stringify(answer.errors));
  return answer.response.diagnostics.reason;
}

export function makeEngine(policy) {
  const own = inlined(policy, words);
  const tests = policy.outcomes.map((entry, index) => [`outcome${index}`, permit(outcomeTest(entry, own, not))]);
  const rails = ruleRails(policy, own).map(([name, formula]) => [name, permit(formula)]);
  prepareSet('outcomes', Object.fromEntries(tests));
  prepareSet('everything', Object.fromEntries([...tests, ...rails]));
  const first = (satisfied) =>
    policy.outcomes.find((_, index) => satisfied.includes(`outcome${index}`))?.outcome ?? OPEN;
  return {
    prepare: (kase) => kase,
    decide: (kase) => first(ask('outcomes', kase)),
    explain: (kase) => {
      const satisfied = ask('everything', kase);
      return { outcome: first(satisfied), trail: satisfied };
    },
    explanation: 'built in: names of the satisfied policies (one a rule rail)',
  };
}
