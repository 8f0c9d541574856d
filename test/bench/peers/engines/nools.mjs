// nools (Rete): one rule an outcome, salience for their order; "at least n" is written out.
import nools from 'nools';
import { OPEN } from '../policy.mjs';
import { infixWords, inlined, rail } from '../rails.mjs';

const literal = (value) => (typeof value === 'string' ? `'${value}'` : String(value));

/** All ways to take `count` of a list. */
function choices(list, count) {
  if (count === 0) return [[]];
  return list.flatMap((first, index) => choices(list.slice(index + 1), count - 1).map((rest) => [first, ...rest]));
}

const words = infixWords({
  variable: (name) => `c.${name}`,
  isKnown: (name) => `isDefined(c.${name})`,
  isIn: (left, options) => `(${options.map((option) => `${left} == ${option}`).join(' || ')})`,
  not: (_formula, { fact, value }) =>
    `(${[value]
      .flat()
      .map((option) => `c.${fact} != ${literal(option)}`)
      .join(' && ')})`,
  count: (formulas, needed) =>
    `(${choices(formulas, needed)
      .map((taken) => `(${taken.join(' && ')})`)
      .join(' || ')})`,
});

class Case {
  constructor(facts) {
    Object.assign(this, facts);
  }
}

export function makeEngine(policy) {
  const own = inlined(policy, words);
  const [first, ...later] = policy.outcomes.filter(({ is }) => is !== 'unknown');
  const clear = rail(first.when, false, own);
  const conditions = [
    [first.outcome, rail(first.when, first.is, own)],
    ...later.map(({ outcome, is, when }) => [outcome, `${clear} && ${rail(when, is, own)}`]),
  ];
  let found = OPEN;
  const flow = nools.flow('policy', (rules) => {
    conditions.forEach(([outcome, condition], index) => {
      rules.rule(`rule${index}`, { salience: 100 - index }, [Case, 'c', condition], function () {
        found = outcome;
        this.halt();
      });
    });
  });
  return {
    prepare: (kase) => kase,
    decide: async (kase) => {
      found = OPEN;
      const session = flow.getSession(new Case(kase));
      await session.match();
      session.dispose();
      return found;
    },
    explanation: 'none',
  };
}
