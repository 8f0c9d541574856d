// For engines that know no unknown: each condition becomes two formulas, "surely true" and "surely false".

/** The name of a rule's formula on one rail. */
export const railName = (rule, sure) => `${rule}_${sure ? 'yes' : 'no'}`;

/** Prints a condition on one rail. `words` prints the parts of a language: all, any, constant, leaf, rule, atLeast. */
export function rail(node, sure, words) {
  const parts = (nodes) => nodes.map((part) => rail(part, sure, words));
  if (node.fact !== undefined) return words.leaf(node, sure);
  if (node.rule !== undefined) return words.rule(node.rule, sure);
  if (node.not) return rail(node.not, !sure, words);
  if (node.all) return (sure ? words.all : words.any)(parts(node.all));
  if (node.any) return (sure ? words.any : words.all)(parts(node.any));
  const needed = sure ? node.atLeast : node.of.length - node.atLeast + 1;
  return words.atLeast(parts(node.of), needed);
}

/** Prints the test that makes an outcome the answer; `not` denies a formula. */
export function outcomeTest({ is, when }, words, not) {
  if (is !== 'unknown') return rail(when, is, words);
  return words.all([not(rail(when, true, words)), not(rail(when, false, words))]);
}

/** The two rails of every rule, by name. */
export function ruleRails(policy, words) {
  return policy.rules.flatMap(({ name, when }) =>
    [true, false].map((sure) => [railName(name, sure), rail(when, sure, words)]),
  );
}

/** Words that put a rule's own formula in its place, for languages without names. */
export function inlined(policy, words) {
  const whens = new Map(policy.rules.map(({ name, when }) => [name, when]));
  const own = { ...words, rule: (name, sure) => rail(whens.get(name), sure, own) };
  return own;
}

export const OPPOSITE = { '<=': '>', '>=': '<', '<': '>=', '>': '<=' };

/** The facts that a leaf needs to know. */
export const factsOf = ({ fact, value }) => [
  fact,
  ...(typeof value === 'object' && !Array.isArray(value) ? [value.fact] : []),
];

/** Words of a language with infix operators; `parts` gives what differs between them. */
export function infixWords(parts) {
  const { and = '&&', or = '||', variable, isKnown, isIn, not, count, number = String } = parts;
  const operand = (value) => {
    if (typeof value === 'object') return variable(value.fact);
    return typeof value === 'number' ? number(value) : JSON.stringify(value);
  };
  const relation = ({ fact, sign, value }) => {
    if (sign === 'in') return isIn(variable(fact), value.map(operand));
    return `${variable(fact)} ${sign === '=' ? '==' : sign} ${operand(value)}`;
  };
  const denied = (leaf) =>
    OPPOSITE[leaf.sign] ? relation({ ...leaf, sign: OPPOSITE[leaf.sign] }) : not(relation(leaf), leaf);
  const all = (formulas) => `(${formulas.join(` ${and} `)})`;
  return {
    all,
    any: (formulas) => `(${formulas.join(` ${or} `)})`,
    leaf: (leaf, sure) => all([...factsOf(leaf).map(isKnown), sure ? relation(leaf) : denied(leaf)]),
    rule: railName,
    atLeast: count,
  };
}
