// Policies of 100 facts that look like provisions: preconditions, a negative list, circumstances with conditions, amounts with thresholds.
import { prepare } from './shelf.mjs';

/** A repeatable source of numbers below n. */
function drawing(seed) {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % n;
  };
}

function policyText(seed) {
  const draw = drawing(seed);
  const facts = Array.from({ length: 100 }, (_, i) => factText(i, draw));
  const leaf = (i) => (i % 5 === 3 ? `事实${i} >= ${10 * (1 + draw(9))}` : draw(3) === 0 ? `not 事实${i}` : `事实${i}`);
  const rules = Array.from({ length: 20 }, (_, r) => {
    const kind = ['all', 'any', 'none'][draw(3)];
    const own = Array.from({ length: 5 }, (_, k) => leaf(5 * r + k));
    return `  规则${r}: { cites: 第一条, when: { ${kind}: [${own.join(', ')}] } }`;
  });
  const some = (count) => [...new Set(Array.from({ length: count }, () => `规则${draw(20)}`))];
  const outcomes = ['甲', '乙', '丙'].map((name, i, all) => {
    const over = i < 2 ? `, prevails_over: [${all.slice(i + 1).join(', ')}]` : '';
    const [first, ...others] = some(8);
    return `  ${name}: { title: ${name}, cites: 第一条, when: { all: [${first}, { any: [${others.join(', ')}] }] }${over} }`;
  });
  return [
    'policy: { id: large, title: large, completeness: full, source: generated }',
    'articles: { 第一条: { says: generated } }',
    `facts:\n${facts.join('\n')}`,
    `rules:\n${rules.join('\n')}`,
    `outcomes:\n${outcomes.join('\n')}\n  其他: { title: 其他, cites: 第一条, otherwise: true }\n`,
  ].join('\n');
}

function factText(i, draw) {
  const shared = `ask: ${i}？, cites: 第一条, group: 第${Math.floor(i / 5)}组`;
  if (i % 5 === 3) return `  事实${i}: { ${shared}, type: number, min: 0 }`;
  const condition = i % 5 === 4 && draw(2) === 0 ? `, applies_when: 事实${i - 4}, otherwise: 否` : '';
  return `  事实${i}: { ${shared}, type: boolean${condition} }`;
}

/** Some of them. */
export function generatedPolicies(count) {
  const made = Array.from({ length: count }, (_, i) =>
    prepare(new TextEncoder().encode(policyText(i + 1)), `generated ${i + 1}`),
  );
  return made.filter(({ diagrams }) => diagrams);
}
