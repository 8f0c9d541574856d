import type { Conditions, Term } from './generate-conditions.js';
import type { Random } from './generate-random.js';
import type { Names } from './generate-vocabulary.js';
import { AMOUNTS, DATES, OPTIONS, amount } from './generate-vocabulary.js';
import type { Tree } from './generate-yaml.js';

type FactType = 'boolean' | 'choice' | 'choices' | 'number' | 'money' | 'date' | 'duration' | 'text';
const WEIGHTS = { boolean: 8, choice: 2, choices: 2, number: 2.5, money: 2, date: 2.5, duration: 1.5, text: 0.5 };

/** A fact of the policy, with what the generator of cases needs to know about it. */
export interface DraftFact {
  readonly name: string;
  readonly type: FactType;
  readonly unit: string;
  readonly options: readonly string[];
  readonly party: boolean;
  readonly min: number;
  readonly max: number;
  readonly appliesWhen: Tree | undefined;
  readonly body: Tree;
}

/** Units whose amounts in the vocabulary are all whole. */
const WHOLE = ['日', '月', '人'];

const unitOf = (random: Random, type: FactType): string => {
  if (type === 'money') return '元';
  if (type === 'duration') return random.pick(['日', '月']);
  return type === 'number' ? random.pick(['', '', '立方米', '人']) : '';
};

/** A value for a fact, as the policy or a case writes it; amounts stay within the fact's limits. */
export function factValue(random: Random, fact: Pick<DraftFact, 'type' | 'unit' | 'options' | 'min' | 'max'>): Tree {
  if (fact.type === 'boolean') return random.pick(['是', '否', '是', '否', 'true', 'false']);
  if (fact.type === 'choice') return random.pick(fact.options);
  if (fact.type === 'choices') return random.some(fact.options, random.chance(0.9) ? 1 : 0, fact.options.length);
  if (fact.type === 'text') return random.pick(['无', '见附件（第3页）', '440102198001010011']);
  if (fact.type === 'date') return random.pick(DATES);
  if (fact.min < 0 && random.chance(0.05)) return `-${amount(random, fact.unit, 1)}`;
  return amount(random, fact.unit, random.int(Math.max(0, fact.min), fact.max));
}

function optionMap(random: Random, options: readonly string[], cites: () => Tree): Tree {
  const style = random.int(0, 2);
  if (style === 0) return options;
  const body = (option: string): Tree => (style === 1 ? `${option}的` : { says: `${option}的`, cites: cites() });
  return Object.fromEntries(options.map((option) => [option, body(option)]));
}

/** Writes a fact and makes it a term. */
export function draftFact(
  random: Random,
  names: Names,
  conditions: Conditions,
  cites: () => Tree,
  parties: boolean,
): DraftFact {
  const type = conditions.terms.length === 0 ? 'boolean' : random.weighted(WEIGHTS);
  const party = parties && conditions.terms.length > 0 && random.chance(0.3);
  const unit = unitOf(random, type);
  const options = type === 'choice' || type === 'choices' ? random.some(OPTIONS, 2, 4) : [];
  const top = (AMOUNTS[unit] ?? []).length - 1;
  const whole = WHOLE.includes(unit) && random.chance(0.5);
  const limits = { min: random.chance(0.3) ? 0 : -1, max: top - (random.chance(0.2) ? 1 : 0) };
  conditions.party = party;
  const depends = conditions.terms.length > 0 && type !== 'text' && random.chance(0.3);
  const appliesWhen = depends ? conditions.condition(random.int(0, 1)) : undefined;
  conditions.touched = false;
  const fact = { name: names.take(), type, unit, options, party, ...limits, appliesWhen };
  const quantity = ['number', 'money', 'duration'].includes(type);
  const body = {
    ask: `${fact.name}？`,
    type,
    unit: unit !== '' && type !== 'money' ? unit : undefined,
    options: options.length > 0 ? optionMap(random, options, cites) : undefined,
    per: party ? 'party' : random.chance(0.1) ? 'case' : undefined,
    whole: whole ? '是' : undefined,
    min: quantity && limits.min === 0 ? amount(random, unit, 0) : undefined,
    max: quantity && limits.max < top ? amount(random, unit, limits.max) : undefined,
    applies_when: appliesWhen,
    otherwise: depends ? factValue(random, fact) : undefined,
    evidence: random.chance(0.2) ? random.pick(['required', 'expected', 'none']) : undefined,
    nature: type === 'boolean' && random.chance(0.1) ? 'judgement' : undefined,
    group: random.chance(0.2) ? '基本情况' : undefined,
    cites: cites(),
  };
  const kind = quantity ? 'quantity' : type;
  if (kind !== 'text') conditions.terms.push({ name: fact.name, kind: kind as Term['kind'], unit, options, party });
  return { ...fact, body };
}
