// What the reader hands on of a policy: everything that its file says, under the name that the rest of the program knows.
import { describe, expect, test } from 'vitest';
import { readPolicy, type Policy } from '../src/index.js';
import { constantText } from '../src/model/constant.js';
import type { Condition, Constant } from '../src/model/expression.js';
import { WHOLE_POLICY } from './fixtures/parse/whole-policy.js';

// Read anew in every test, so that a mutation run, which loads this file once, sees what the reader makes of it.
function policy(): Policy {
  const read = readPolicy(new TextEncoder().encode(WHOLE_POLICY), 'policy.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  expect(read.diagnostics).toEqual([]);
  return read.value;
}

const day = (text: string): number => Date.parse(text) / 86_400_000;
const cited = (of: { readonly cites: readonly { readonly text: string }[] }): readonly string[] =>
  of.cites.map(({ text }) => text);
const written = (value: Constant | undefined): unknown =>
  value?.kind === 'choices' ? value.options : value && constantText(value);

/** A condition as a person would write it. */
function said(condition: Condition | undefined): string | undefined {
  if (!condition || condition.kind === 'leaf') return condition?.text;
  const parts = condition.of.map(said).join(', ');
  return condition.kind === 'at_least' ? `${String(condition.n)} of (${parts})` : `${condition.kind} (${parts})`;
}

describe('a policy', () => {
  test('is handed on with everything that its head says', () => {
    expect(policy()).toMatchObject({
      id: 'p',
      title: '试办法',
      issuer: '某市',
      number: '某发〔2020〕1号',
      inForce: { from: day('2020-01-02'), to: day('2030-12-31') },
      completeness: 'structure',
      origin: '公报',
      boundary: {
        words: [
          { word: '以上', includes: true },
          { word: '以下', includes: false },
        ],
      },
      mildestFirst: ['宽', '严'],
      parts: [],
    });
    expect(cited(policy().boundary!)).toEqual(['第二条']);
    expect([...policy().units]).toEqual(['人']);
  });

  test('is handed on with its provisions', () => {
    const [one, two, three] = [...policy().articles.values()];
    expect([one!.key, one!.aside, one!.paragraphs]).toMatchObject([
      '第一条',
      undefined,
      [{ says: '一段话', items: [] }],
    ]);
    expect([two!.aside, two!.paragraphs.length, two!.paragraphs[0]!.says]).toEqual(['definition', 1, '说']);
    expect(two!.paragraphs[0]!.items.map(({ key, number, says }) => [key, number, says])).toEqual([
      ['二', 2, '乙'],
      ['六', 6, '己'],
      ['甲', 3, '无号'],
      ['（九）', 9, '壬'],
    ]);
    expect(two!.paragraphs[0]!.items[1]!.items).toMatchObject([{ key: '3', number: 3, says: '丙目', items: [] }]);
    expect(three!.paragraphs.map(({ says, aside, items }) => [says, aside, items.length])).toEqual([
      ['首款', undefined, 0],
      [undefined, 'purpose', 0],
      [undefined, undefined, 1],
    ]);
  });

  test('is handed on with its parameters, in the order of their days', () => {
    const { type, values } = policy().parameters.get('线')!;
    expect(type).toEqual({ kind: 'quantity', unit: '元' });
    expect(values.map(({ from, to, value, source }) => [from, to, written(value), source])).toEqual([
      [day('2020-01-01'), day('2021-06-30'), '5元', '某文'],
      [day('2022-01-01'), undefined, '7元', undefined],
    ]);
  });
});

describe('a fact', () => {
  const fact = (name: string) => policy().facts.get(name)!;

  test('is handed on with everything that is said of it', () => {
    expect(fact('事')).toMatchObject({
      name: '事',
      ask: '有事吗？',
      type: { kind: 'boolean' },
      group: '组',
      per: 'party',
      nature: 'judgement',
      guidance: '看情形',
      evidence: 'none',
      whole: false,
      options: [],
    });
    expect(cited(fact('事'))).toEqual(['第一条']);
    expect(fact('额')).toMatchObject({ per: 'case', nature: 'finding', evidence: 'expected', whole: false });
    expect(Object.keys(fact('日'))).not.toEqual(
      expect.arrayContaining(['group', 'guidance', 'appliesWhen', 'otherwise', 'max']),
    );
    expect([fact('人').whole, fact('人').evidence]).toEqual([true, 'required']);
  });

  test('is handed on with its type and its limits', () => {
    const types = [...policy().facts.values()].map(({ name, type, min, max }) => [
      name,
      type,
      written(min),
      written(max),
    ]);
    expect(types).toEqual([
      ['事', { kind: 'boolean' }, undefined, undefined],
      ['急', { kind: 'boolean' }, undefined, undefined],
      ['额', { kind: 'quantity', unit: '元' }, '0元', '10000元'],
      ['人', { kind: 'quantity', unit: '人' }, undefined, undefined],
      ['类', { kind: 'choice', options: ['子', '丑', '寅'] }, undefined, undefined],
      ['由', { kind: 'choices', options: ['子', '丑'] }, undefined, undefined],
      ['日', { kind: 'date' }, '2000-01-01', undefined],
      ['期', { kind: 'quantity', unit: '月' }, undefined, undefined],
    ]);
  });

  test('is handed on with its options', () => {
    expect(fact('类').options.map((option) => [option.name, option.says, cited(option)])).toEqual([
      ['子', '甲子', ['第一条', '第二条']],
      ['丑', '乙丑', []],
      ['寅', undefined, ['第三条']],
    ]);
    expect(fact('由').options.map(({ name, says }) => [name, says])).toEqual([
      ['子', undefined],
      ['丑', undefined],
    ]);
  });

  test('is handed on with when it applies and what holds otherwise', () => {
    const conditional = [...policy().facts.values()].filter(({ appliesWhen }) => appliesWhen);
    expect(
      conditional.map(({ name, appliesWhen, otherwise }) => [name, said(appliesWhen), written(otherwise)]),
    ).toEqual([
      ['额', '急', '2元'],
      ['由', 'any (急, 人 > 1人)', ['丑']],
    ]);
  });
});

describe('a rule', () => {
  const rule = (name: string) => policy().rules.get(name)!;

  test('is handed on with everything that is said of it', () => {
    expect([...policy().rules.values()].map(({ name, says, advises }) => [name, says, advises])).toEqual([
      ['率', '比率', false],
      ['真', undefined, false],
      ['表', undefined, false],
      ['档', undefined, false],
      ['议', undefined, true],
    ]);
    expect(cited(rule('率'))).toEqual(['第一条']);
  });

  test('is handed on with what it concludes, and from what', () => {
    expect(rule('率')).toMatchObject({
      type: { kind: 'quantity', unit: '元' },
      conclusion: { kind: 'value', text: '额 / 5' },
    });
    const { conclusion } = rule('真');
    if (conclusion.kind !== 'when') throw new Error('no condition');
    expect(rule('真').type).toEqual({ kind: 'boolean' });
    expect(said(conclusion.when)).toBe('all (not 事, none (额 > 线), 1 of (类 = 子, 由 has 丑))');
    expect(said(conclusion.unless)).toBe('人 < 2人');
  });

  test('is handed on with its rows', () => {
    const rows = (name: string): unknown => {
      const { conclusion } = rule(name);
      if (conclusion.kind !== 'rows') throw new Error('no rows');
      return [conclusion.form, conclusion.hit, conclusion.rows.map(({ when, text }) => [said(when), text])];
    };
    expect(rule('表').type).toEqual({ kind: 'choice', options: ['轻', '重'] });
    expect(rows('表')).toEqual([
      'table',
      'first',
      [
        ['all (not 事)', '轻'],
        ['all (额 > 3元, 额 <= 5元)', '重'],
      ],
    ]);
    expect(rule('档').type).toEqual({ kind: 'boolean' });
    expect(rows('档')).toEqual([
      'cases',
      'unique',
      [
        ['事', '是'],
        [undefined, '否'],
      ],
    ]);
  });
});

test('what is impossible is handed on with its reason and its provision', () => {
  const [one] = policy().impossible;
  expect([said(one!.when), one!.reason, cited(one!)]).toEqual(['率 > 9元', '不会', ['第三条第一款']]);
});

describe('an outcome', () => {
  test('is handed on with everything that is said of it', () => {
    const [strict, mild, special, rest] = [...policy().outcomes.values()];
    expect(strict).toMatchObject({
      name: '严',
      title: '从严',
      modality: 'may',
      choose: ['罚', '警'],
      chooseSeveral: false,
      states: ['率', '额'],
    });
    expect([said(strict!.when), said(strict!.unless), cited(strict!)]).toEqual([
      '真',
      '档',
      ['第一条', '第二条第（六）项'],
    ]);
    expect(strict!.prevailsOver.map((over) => [over.outcome, cited(over)])).toEqual([['宽', ['第三条']]]);
    expect(mild).toMatchObject({ modality: 'shall', choose: ['免', '减'], chooseSeveral: true, states: [] });
    expect(special!.prevailsOver.map((over) => [over.outcome, cited(over)])).toEqual([
      ['严', []],
      ['宽', []],
      ['余', []],
    ]);
    expect(rest).toMatchObject({ title: '其余', cites: [], choose: [], prevailsOver: [] });
    expect(Object.keys(rest!)).not.toEqual(expect.arrayContaining(['when', 'unless']));
  });
});

test('a silence is handed on with what it is about and its reason', () => {
  expect(policy().silences.map(({ code, subject, reason }) => [code, subject, reason])).toEqual([
    ['check/gap', { at: '表', part: '轻' }, '因故'],
    ['check/bare-judgement', {}, '无'],
  ]);
});
