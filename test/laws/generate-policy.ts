import { Conditions } from './generate-conditions.js';
import { draftFact } from './generate-facts.js';
import type { DraftFact } from './generate-facts.js';
import type { Random } from './generate-random.js';
import { Rules } from './generate-rules.js';
import type { Style } from './generate-rules.js';
import { ARTICLES, FORCE, Names, amount } from './generate-vocabulary.js';
import type { Tree } from './generate-yaml.js';

/** A policy with what the generator of cases needs to know about it. */
export interface Draft {
  readonly tree: Tree;
  readonly facts: readonly DraftFact[];
  /** Whether the policy asks anything about each party. */
  readonly parties: boolean;
}

export const POLICY_ID = 'sheng-cheng';

/** Provisions to cite; the articles of the policy are those cited, and one set aside. */
class Articles {
  private readonly cited = new Set<string>();

  constructor(private readonly random: Random) {}

  readonly cite = (): Tree => {
    const chosen = this.random.some(ARTICLES, 1, this.random.chance(0.1) ? 2 : 1);
    for (const article of chosen) this.cited.add(article);
    return chosen.length === 1 ? chosen[0]! : chosen;
  };

  tree(): Tree {
    const used = ARTICLES.filter((article) => this.cited.has(article));
    const entries = used.map((article): [string, Tree] => [article, { says: `${article}的规定` }]);
    return Object.fromEntries([...entries, ['第九十九条', { says: '宽严相济', aside: 'principle' }]]);
  }
}

function parameter(random: Random, unit: string): Tree {
  const starts = random.some(['2023-01-01', '2024-02-29', '2024-06-01'], random.chance(0.8) ? 0 : 1, 2);
  const froms = random.chance(0.85) || starts.length === 0 ? ['2000-01-01', ...starts] : starts;
  const ends = ['2024-01-30', '2024-05-31', '2024-12-31'];
  const values = froms.map((from, i) => {
    const end = ends.find((to) => to >= from && to < (froms[i + 1] ?? '9999'));
    return {
      from,
      to: end && random.chance(0.1) ? end : undefined,
      value: amount(random, unit),
      source: '某发〔2023〕1号',
    };
  });
  const type = unit === '元' ? 'money' : unit === '日' || unit === '月' ? 'duration' : 'number';
  return { type, unit: unit === '' || unit === '元' ? undefined : unit, values };
}

function overriding(random: Random, name: string, losers: readonly string[], all: boolean, cites: () => Tree): Tree {
  if (all && random.chance(0.3)) return { [name]: { prevails_over: 'all' } };
  const chosen = random.chance(0.4) ? random.some(losers, 1, losers.length) : [];
  if (chosen.length === 0) return {};
  const map = (): Tree => Object.fromEntries(chosen.map((loser) => [loser, [cites()].flat()[0]!]));
  return { [name]: { prevails_over: random.chance(0.5) ? chosen : map() } };
}

function outcomes(random: Random, names: Names, rules: Rules): [string, Tree][] {
  const ordered = Array.from({ length: random.int(1, 4) }, () => names.take());
  const computed = rules.conditions.terms.filter((t) => rules.written.some(([rule]) => rule === t.name));
  const states = computed.filter(({ kind }) => kind === 'quantity' || kind === 'date').map(({ name }) => name);
  const extras = (): Tree => ({
    modality: random.chance(0.25) ? 'may' : random.chance(0.2) ? 'shall' : undefined,
    ...(random.chance(0.2) ? { [random.pick(['choose', 'choose_several'])]: ['免责', '减轻'] } : {}),
    states: states.length > 0 && random.chance(0.3) ? random.some(states, 1, 2) : undefined,
  });
  const written = ordered.map((name, i): [string, Tree] => {
    rules.conditions.party = random.chance(0.6);
    const over = overriding(random, name, ordered.slice(i + 1), i === 0 && ordered.length > 1, rules.cites) as object;
    const { [name]: prevails = {} } = over as Record<string, object>;
    const body = {
      title: `${name}处理`,
      cites: rules.cites(),
      ...rules.test(random.int(0, 2)),
      ...(extras() as object),
    };
    return [name, { ...body, ...prevails }];
  });
  const otherwise = { title: '其他', cites: rules.cites(), otherwise: 'true' };
  return [...random.shuffle(written), ...(random.chance(0.4) ? [[names.take(), otherwise] as [string, Tree]] : [])];
}

function impossible(random: Random, conditions: Conditions, arithmetic: boolean): Tree {
  const two = (): Tree => ({ all: [conditions.leaf(), conditions.leaf()] });
  conditions.party = random.chance(0.5);
  if (arithmetic) return [{ when: two(), reason: '不可能同时发生' }];
  const [a, b] = random.shuffle(conditions.of('boolean'));
  return [{ when: { all: [a!.name, `not ${(b ?? a)!.name}`] }, reason: '不可能同时发生' }];
}

/** Drafts a policy of about `size` facts and `size` rules, each using only names drafted before it. */
export function draftPolicy(random: Random, size: number, style: Style): Draft {
  const names = new Names(random);
  const articles = new Articles(random);
  const conditions = new Conditions(random, style.arithmetic);
  const rules = new Rules(random, names, conditions, style, articles.cite);
  const parties = random.chance(0.5);
  const parameters: [string, Tree][] = [];
  const facts = [draftFact(random, names, conditions, articles.cite, false)];
  for (let i = 1; i < size; i++) facts.push(draftFact(random, names, conditions, articles.cite, parties));
  for (const unit of random.chance(0.25) ? random.some([...conditions.units(), ''], 1, 2) : []) {
    const name = names.take();
    parameters.push([name, parameter(random, unit)]);
    conditions.terms.push({ name, kind: 'quantity', unit, options: [], party: false });
  }
  for (let i = random.int(0, size); i > 0; i--) {
    rules.add();
    if (random.chance(0.2)) facts.push(draftFact(random, names, conditions, articles.cite, parties));
  }
  const bar = random.chance(0.2) ? impossible(random, conditions, style.arithmetic) : undefined;
  const concluded = outcomes(random, names, rules);
  const order = <T>(list: readonly T[]): readonly T[] => (random.chance(0.3) ? random.shuffle(list) : list);
  const tree = {
    policy: {
      id: POLICY_ID,
      title: '生成的办法',
      in_force: random.chance(0.3) ? (random.chance(0.5) ? FORCE : { from: FORCE.from }) : undefined,
      completeness: random.pick(['full', 'part', 'structure']),
      source: '生成',
    },
    articles: articles.tree(),
    parameters: parameters.length > 0 ? Object.fromEntries(parameters) : undefined,
    facts: Object.fromEntries(order(facts).map(({ name, body }) => [name, body])),
    rules: rules.written.length > 0 ? Object.fromEntries(order(rules.written)) : undefined,
    impossible: bar,
    outcomes: Object.fromEntries(concluded),
  };
  return { tree, facts, parties: facts.some(({ party }) => party) };
}
