// publicodes: knows unknown by itself and always makes its tree of explanations. Names have spaces for underscores.
import Engine from 'publicodes';
import { OPEN } from '../policy.mjs';

const spaced = (name) => name.replaceAll('_', ' ');
const quoted = (text) => `'${text}'`;
const literal = (value) => {
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  return typeof value === 'number' ? String(value) : quoted(value);
};

function leaf({ fact, sign, value }) {
  const name = spaced(fact);
  if (sign === 'in') return { 'une de ces conditions': value.map((option) => `${name} = ${literal(option)}`) };
  return `${name} ${sign} ${typeof value === 'object' ? spaced(value.fact) : literal(value)}`;
}

/** Counts what is surely so: an unknown part counts for neither side. */
function counted(parts, ifTrue) {
  const [yes, no] = ifTrue ? [1, 0] : [0, 1];
  const one = (part) => ({
    variations: [
      { si: { 'est défini': part }, alors: { variations: [{ si: part, alors: yes }, { sinon: no }] } },
      { sinon: 0 },
    ],
  });
  return { somme: parts.map(one) };
}

function formula(node) {
  if (node.fact !== undefined) return leaf(node);
  if (node.rule !== undefined) return spaced(node.rule);
  if (node.not) return { '=': [formula(node.not), 'non'] };
  const parts = (node.all ?? node.any ?? node.of).map(formula);
  if (node.all) return { 'toutes ces conditions': parts };
  if (node.any) return { 'une de ces conditions': parts };
  return {
    variations: [
      { si: { '>=': [counted(parts, true), node.atLeast] }, alors: 'oui' },
      { si: { '>=': [counted(parts, false), parts.length - node.atLeast + 1] }, alors: 'non' },
      { sinon: 'undecided' },
    ],
  };
}

function ruleBook({ rules, outcomes }, facts) {
  const book = { undecided: {} };
  for (const name of facts) book[spaced(name)] = {};
  for (const { name, when } of rules) book[spaced(name)] = formula(when);
  const answers = outcomes.map(({ outcome, is, when }, index) => {
    const name = `test ${index}`;
    book[name] = formula(when);
    const known = [{ 'est défini': name }, `${name} = ${is ? 'oui' : 'non'}`];
    const test = is === 'unknown' ? { 'est non défini': name } : { 'toutes ces conditions': known };
    return { si: test, alors: quoted(outcome) };
  });
  book.outcome = { variations: [...answers, { sinon: quoted(OPEN) }] };
  return book;
}

export function makeEngine(policy) {
  const silent = { log() {}, warn() {}, error() {} };
  const strict = { situation: false, noOrphanRule: false };
  const engine = new Engine(ruleBook(policy, policy.facts), { logger: silent, strict });
  const evaluate = (situation) => {
    engine.setSituation(situation);
    return engine.evaluate('outcome');
  };
  return {
    prepare: (kase) =>
      Object.fromEntries(
        Object.entries(kase).map(([name, value]) => [spaced(name), typeof value === 'number' ? value : literal(value)]),
      ),
    decide: (situation) => evaluate(situation).nodeValue,
    explain: (situation) => {
      const { nodeValue, explanation } = evaluate(situation);
      return { outcome: nodeValue, trail: explanation };
    },
    explanation: 'built in: the whole tree, always made',
  };
}
