import type { Random } from './generate-random.js';

/** Amounts of each unit from small to large, some in several spellings: small pools, so that limits are hit exactly. */
export const AMOUNTS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  '': [['0'], ['0.5', '50%'], ['1', '100%'], ['2', '2.0'], ['3'], ['10']],
  元: [['0元'], ['1000元', '0.1万元'], ['5000元', '0.5万元'], ['1万元', '10000元'], ['5000万元', '0.5亿元']],
  日: [['0日'], ['1日'], ['30日'], ['31日'], ['60日']],
  月: [
    ['0个月', '0月'],
    ['1个月', '1月'],
    ['3个月', '3月'],
    ['12个月', '1年'],
    ['24月', '2年'],
  ],
  立方米: [['0立方米'], ['0.5立方米'], ['3立方米'], ['10立方米'], ['1万立方米', '10000立方米']],
  人: [['0人'], ['1人'], ['3人'], ['10人']],
};
export const DATES = ['2023-02-28', '2023-12-31', '2024-01-31', '2024-02-29', '2024-03-31', '2025-06-30'];
/** The days of cases: the first and last day of force, and days inside and outside. */
export const FORCE = { from: '2023-01-01', to: '2025-01-01' };
export const DAYS_INSIDE = ['2023-01-01', '2024-01-31', '2024-02-29', '2024-06-01', '2025-01-01'];
export const DAYS_OUTSIDE = ['2022-12-31', '2025-01-02'];
export const ARTICLES = ['第一条', '第二条', '第三条', '第四条之一', '附表'];
export const OPTIONS = ['先行', '临机', '重大', '较大', '一般', '其他_2'];

const STEMS = '甲 乙 丙 丁 事实 情形 损失 金额 日期 条件 x a_ Ab not all是 min_ has日 在职 万 年限'.split(' ');
const HAN = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Names nobody has used: letters, Han, digits, `_`; some begin like words of the grammar. */
export class Names {
  private count = 0;

  constructor(private readonly random: Random) {}

  take(): string {
    const n = ++this.count;
    const style = this.random.int(0, 2);
    return `${this.random.pick(STEMS)}${style === 0 && n <= 10 ? HAN[n]! : style === 1 ? `_${n}` : n}`;
  }
}

export const amount = (random: Random, unit: string, index?: number): string => {
  const pool = AMOUNTS[unit]!;
  return random.pick(pool[index ?? random.int(0, pool.length - 1)]!);
};
