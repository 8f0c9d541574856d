// What both CEL engines share. CEL has no names for parts: the result puts all rules into one expression, and the trail
// made by hand runs one program a rule rail and hands earlier results on as a map.
import { infixWords, inlined, outcomeTest, railName, ruleRails } from '../rails.mjs';
import { OPEN } from '../policy.mjs';

const not = (formula) => `!(${formula})`;

const words = infixWords({
  variable: (name) => `c.${name}`,
  isKnown: (name) => `has(c.${name})`,
  isIn: (left, options) => `${left} in [${options.join(', ')}]`,
  number: (value) => (Number.isInteger(value) ? `${value}.0` : String(value)),
  not,
  count: (formulas, needed) => `(${formulas.map((formula) => `(${formula} ? 1 : 0)`).join(' + ')}) >= ${needed}`,
});

const named = { ...words, rule: (name, sure) => `r.${railName(name, sure)}` };

function selection(policy, own) {
  const tests = policy.outcomes.map((entry) => `${outcomeTest(entry, own, not)} ? ${JSON.stringify(entry.outcome)} : `);
  return tests.join('') + JSON.stringify(OPEN);
}

/** An engine from a way to make an expression ready. */
export function celEngine(policy, ready) {
  const decide = ready(selection(policy, inlined(policy, words)));
  const select = ready(selection(policy, named));
  const programs = ruleRails(policy, named).map(([name, text]) => [name, ready(text)]);
  return {
    prepare: (kase) => ({ c: kase }),
    decide,
    explain: ({ c }) => {
      const r = {};
      const data = { c, r };
      for (const [name, program] of programs) r[name] = program(data);
      return { outcome: select(data), trail: r };
    },
    explanation: 'by hand: one program a rule rail',
  };
}
