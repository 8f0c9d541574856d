// What both json-logic engines share: the policy as JsonLogic, in one piece and as one formula a rule rail.
import { factsOf, inlined, OPPOSITE, outcomeTest, railName, ruleRails } from '../rails.mjs';
import { OPEN } from '../policy.mjs';

const variable = (name) => ({ var: name });
const operand = (value) => (typeof value === 'object' && !Array.isArray(value) ? variable(value.fact) : value);
const relation = ({ fact, sign, value }) => ({ [sign === '=' ? '===' : sign]: [variable(fact), operand(value)] });
const denied = (leaf) =>
  OPPOSITE[leaf.sign] ? relation({ ...leaf, sign: OPPOSITE[leaf.sign] }) : { '!': [relation(leaf)] };

const words = {
  all: (formulas) => ({ and: formulas }),
  any: (formulas) => ({ or: formulas }),
  leaf: (leaf, sure) => ({
    and: [...factsOf(leaf).map((name) => ({ '!==': [variable(name), null] })), sure ? relation(leaf) : denied(leaf)],
  }),
  rule: (name, sure) => variable(`rules.${railName(name, sure)}`),
  atLeast: (formulas, needed) => ({ '>=': [{ '+': formulas.map((formula) => ({ if: [formula, 1, 0] })) }, needed] }),
};

function selection(policy, own) {
  const tests = policy.outcomes.flatMap((entry) => [
    outcomeTest(entry, own, (formula) => ({ '!': [formula] })),
    entry.outcome,
  ]);
  return { if: [...tests, OPEN] };
}

/** The policy in one formula; and as formulas of the rule rails, with a selection that reads their results. */
export function jsonLogic(policy) {
  return {
    whole: selection(policy, inlined(policy, words)),
    rails: ruleRails(policy, words),
    selection: selection(policy, words),
  };
}

/** An engine from a way to make a formula ready; its explanation is made by hand, one formula a rule rail. */
export function jsonLogicEngine(policy, ready) {
  const { whole, rails, selection: last } = jsonLogic(policy);
  const decide = ready(whole);
  const select = ready(last);
  const formulas = rails.map(([name, formula]) => [name, ready(formula)]);
  return {
    prepare: (kase) => kase,
    decide,
    explain: (kase) => {
      const rules = {};
      const data = { ...kase, rules };
      for (const [name, formula] of formulas) rules[name] = formula(data);
      return { outcome: select(data), trail: rules };
    },
    explanation: 'by hand: one formula a rule rail',
  };
}
