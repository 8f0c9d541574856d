// In: a policy and a source of numbers. Out: the text of a case under it, mostly sound, with the slips that a quick reading could overlook.
import type { Fact, Policy } from '../../src/model/policy.js';
import { exactText } from '../../src/model/quantity.js';
import { dateText } from '../../src/model/calendar.js';

/** A number from 0 up to, and without, another. */
export type Choose = (below: number) => number;

/** What a file may hold: nothing at all, a text, a list, a map. */
export type Part = null | string | readonly Part[] | { readonly [key: string]: Part };

/** The choices of one file. Programs write values without more around them. A slip is made as often as the file is careless. */
export interface Hand {
  readonly choose: Choose;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly chance: (percent: number) => boolean;
  readonly slip: (percent: number) => boolean;
  readonly byProgram: boolean;
  /** Something sound, or on a slip something else. */
  readonly either: <T>(sound: readonly T[], slips: readonly T[], percent?: number) => T;
}

/** The choices of one file: how careless it is, and those that follow. */
export function handOf(choose: Choose, byProgram: boolean): Hand {
  const careless = [0, 0, 1, 5][choose(4)]!;
  const pick: Hand['pick'] = (from) => from[choose(from.length)]!;
  const chance: Hand['chance'] = (percent) => choose(100) < percent;
  const slip: Hand['slip'] = (percent) => choose(400) < percent * careless;
  return {
    choose,
    pick,
    chance,
    slip,
    byProgram,
    either: (sound, slips, percent = 8) => pick(slip(percent) ? slips : sound),
  };
}

/** Writes a case, most often as people and libraries do. */
export function caseInput(policy: Policy, choose: Choose): string {
  const hand = handOf(choose, false);
  const file = casePart(policy, hand);
  return hand.chance(25) ? JSON.stringify(file, null, hand.pick([0, 0, 1])) : blockText(file, '', hand);
}

/** Writes a case on a line, as programs do that write many. */
export function lineInput(policy: Policy, choose: Choose): string {
  const hand = handOf(choose, true);
  const line = JSON.stringify(casePart(policy, hand));
  // Some put a space after each mark, and some write numbers without quotes.
  const spaced = hand.chance(30) ? line.replaceAll('":', '": ').replaceAll(',"', ', "') : line;
  return hand.chance(30) ? spaced.replaceAll(/"(\d+)"(?=[,}])/gu, '$1') : spaced;
}

/** A case with all that it holds. */
export function casePart(policy: Policy, hand: Hand): Part {
  const { chance, slip, either, byProgram } = hand;
  const facts = [...policy.facts.values()];
  const own = (holder: Fact['per'] | 'both'): Part => {
    const wanted = facts.filter(({ per }) => (holder === 'both' || per === holder ? chance(70) : slip(4)));
    return Object.fromEntries(wanted.map((fact) => [fact.name, factPart(fact, hand)]));
  };
  const several = [['甲某'], ['甲某', '乙某'], ['甲某', ' 乙某']];
  const names = either(byProgram ? [[]] : [[], [], ...several], [['甲某', '甲某'], ['Ａ', 'A'], ['']]);
  const id = either(['an-0001', '案一', 'a', '2024.1-x'], ['con', 'nul.x', '-a', 'x'.repeat(70), 'Ａ-1', 'a.']);
  const party = (name: string): Part => ({ name, ...(chance(20) ? { role: '职员' } : {}), facts: own('party') });
  const recorded = names.length > 0 ? names : [id];
  return {
    case: headPart(id, policy, hand),
    ...(names.length > 0 ? { parties: names.map(party) } : {}),
    facts: own(names.length > 0 ? 'case' : 'both'),
    ...(chance(50) ? { determination: recordPart(recorded, policy, hand) } : {}),
  };
}

const NO_DAYS = ['2023-02-29', '2024-6-1', '待查', '', '2024-06-31'];

function headPart(id: string, policy: Policy, { chance, slip, either }: Hand): Part {
  return {
    id,
    title: slip(3) ? '' : '一件案子',
    ...(chance(80) ? { policy: policy.id } : {}),
    ...(chance(60) ? { happened_on: either(['2024-05-01', '2024-02-29'], NO_DAYS) } : {}),
    ...(chance(20) ? { as_of: either(['2023-05-01', '2025-12-31'], NO_DAYS) } : {}),
    ...(chance(5) ? { applied_by_analogy: either(['参照'], [' ', '']) } : {}),
    ...(chance(10) ? { note: either(['说明', '一\n二\n'], ['']) } : {}),
    ...(slip(1) ? { unknown: 'x' } : {}),
  };
}

function recordPart(names: readonly string[], policy: Policy, hand: Hand): Part {
  const { pick, chance, either, slip } = hand;
  const party = (): Part => {
    const outcome = pick([...policy.outcomes.values()]);
    const choices = outcome.choose.length === 0 ? [] : [...outcome.choose, outcome.choose.slice(0, 1)];
    return {
      outcome: slip(4) ? '没有的结论' : outcome.name,
      ...(choices.length > 0 && chance(60) ? { choice: either<Part>(choices, [[], outcome.choose]) } : {}),
      ...(slip(2) ? { choice: '别的' } : {}),
      ...(chance(40) ? { reason: either(['有理由'], ['']) } : {}),
      ...(chance(15) ? { differs: differsPart(policy, hand) } : {}),
    };
  };
  const told = names.filter(() => chance(85)).map((name) => [slip(4) ? '他人' : name.trim(), party()] as const);
  return {
    ...(chance(40) ? { decided_on: either(['2024-05-05'], NO_DAYS) } : {}),
    ...(chance(20) ? { decided_by: either(['某局'], ['']) } : {}),
    parties: Object.fromEntries(told),
  };
}

function differsPart({ outcomes }: Policy, { pick, either }: Hand): Part {
  const expected = pick([...outcomes.keys()]);
  const reason = '另有考虑';
  const sound = [
    { expected, reason },
    { status: pick(['pending', 'gap', 'conflict']), reason },
  ];
  return either<Part>(sound, [
    { expected, status: 'gap', reason },
    { status: 'error', reason },
    { expected },
    { expected: '没有的结论', reason },
  ]);
}

function factPart(fact: Fact, hand: Hand): Part {
  const { chance, slip, either } = hand;
  const value = valuePart(fact, hand);
  if (chance(hand.byProgram ? 97 : 50)) return value;
  const [digest, wrong] = ['a'.repeat(64), 'A'.repeat(64)];
  const evidence = either<Part>(
    [
      '笔录',
      ['笔录', '证言'],
      { file: '附件.pdf' },
      [
        { file: 'a.pdf', sha256: `sha256:${digest}` },
        { file: 'b', sha256: digest },
      ],
    ],
    [[], '', ['笔录', ''], { note: '无文件' }, { file: 'a.pdf', sha256: wrong }, [['笔录']]],
  );
  return {
    ...(chance(95) ? { value } : {}),
    ...(chance(40) ? { evidence } : {}),
    ...(chance(30) ? { reason: either(['有理由', '一\n二\n'], ['']) } : {}),
    ...(chance(15) ? { found_by: '李某', found_on: either(['2024-03-01'], NO_DAYS) } : {}),
    ...(value === '待查' || slip(4) ? { set_aside: valuePart(fact, hand) } : {}),
    ...(slip(1) ? { reasons: 'x' } : {}),
  };
}

const DIGITS = ['0', '1', '3', '12', '100', '5000', '0.5', '1.25', '2.00005', '99999999999', '123456789012'];
const NO_DIGITS = ['007', '-0', '1.', '.5', '1e3', '1,000', '五'];

function valuePart(fact: Fact, { pick, chance, slip, either }: Hand): Part {
  if (chance(8)) return either<Part>(['待查', null, ' ', ''], [[], 'x', '-', {}]);
  const { type } = fact;
  const limits = limitsOf(fact);
  if (limits.length > 0 && slip(20)) return pick(limits);
  switch (type.kind) {
    case 'boolean':
      return either(['是', '否', 'true', 'false'], ['yes', '是的', 'True']);
    case 'choice':
      return either(type.options, ['没有的选项']);
    case 'choices': {
      const one = pick(type.options);
      return either<Part>([type.options.filter(() => chance(40)), one, [one]], [[one, one], ['没有的选项'], [one, '']]);
    }
    case 'date':
      return either(['2024-02-29', '2022-07-15', '1999-12-31', '2000-02-29'], [...NO_DAYS, '1900-02-29']);
    case 'text':
      return pick(['一段话', '两行\n文字\n', '"引号" \\', "it's", '# 不是注释', 'a: b']);
    case 'quantity': {
      const unit = type.unit === '月' ? pick(['月', '个月', '年']) : (type.unit ?? '');
      const digits = either(fact.whole ? ['0', '1', '3', '100'] : [...DIGITS, '-1'], NO_DIGITS);
      return digits + pick(['', '', '', '', '万', '亿']) + either([unit], ['', '元', '日', '人', '%', ` ${unit}`]);
    }
  }
}

/** What lies at the limits of a fact and on either side of them. */
function limitsOf({ min, max }: Fact): readonly string[] {
  return [min, max].flatMap((limit) => {
    if (!limit) return [];
    if (limit.kind === 'date') return [-1, 0, 1].map((step) => dateText(limit.day + step));
    return [-1, 0, 1].map((step) => exactText(limit.value.add(step)) + (limit.unit ?? ''));
  });
}

/** YAML by indentation, with braces, quotes and comments here and there. */
function blockText(part: Part, indent: string, hand: Hand): string {
  const { pick, chance } = hand;
  if (typeof part !== 'object' || part === null) return `${indent}${flowText(part, hand)}\n`;
  const entries: (readonly [string, Part])[] = Array.isArray(part)
    ? (part as readonly Part[]).map((item) => ['-', item] as const)
    : Object.entries(part as Record<string, Part>).map(([key, value]) => [`${flowText(key, hand)}:`, value] as const);
  return entries
    .map(([head, value]) => {
      const tail = chance(10) ? ' # 注' : '';
      const line = chance(3) ? `${indent}# 注释\n` : '';
      if (typeof value === 'string' && value.includes('\n') && chance(80)) {
        const body = value.split('\n').slice(0, -1);
        return `${line}${indent}${head} ${pick(['|', '>', '|-', '>-'])}\n${body.map((each) => `${indent}  ${each}\n`).join('')}`;
      }
      const isFlat = typeof value !== 'object' || value === null || Object.keys(value).length === 0 || chance(25);
      if (isFlat) return `${line}${indent}${`${head} ${flowText(value, hand)}`.trimEnd()}${tail}\n`;
      return `${line}${indent}${head}${tail}\n${blockText(value, `${indent}${pick(['  ', '  ', '    '])}`, hand)}`;
    })
    .join('');
}

function flowText(part: Part, hand: Hand): string {
  const { chance } = hand;
  if (part === null) return '';
  if (typeof part === 'string') {
    const needsQuotes = !/^[\p{L}\d][\p{L}\d._-]*$/u.test(part);
    if (/[\n\\]/u.test(part) || (needsQuotes && chance(60)) || chance(10)) return JSON.stringify(part);
    return (needsQuotes && chance(90)) || chance(8) ? `'${part.replaceAll("'", "''")}'` : part;
  }
  if (Array.isArray(part)) return `[${(part as readonly Part[]).map((item) => flowText(item, hand)).join(', ')}]`;
  const entries = Object.entries(part as Record<string, Part>);
  return `{ ${entries.map(([key, value]) => `${flowText(key, hand)}: ${flowText(value, hand)}`).join(', ')} }`;
}
