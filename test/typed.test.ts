// Answers as people type them: understood exactly, or refused; never a wrong value.
import { describe, expect, test } from 'vitest';
import { constantText } from '../src/model/constant.js';
import type { Fact } from '../src/model/policy.js';
import { readPolicy } from '../src/parse/policy/read-policy.js';
import { readTyped } from '../src/parse/words/typed.js';
import { readAmount } from '../src/parse/words/chinese-number.js';

const POLICY = `
policy: { id: p, title: 甲, completeness: part, source: 虚构 }
articles: { 第一条: 一 }
facts:
  损失: { ask: 多少？, type: money, min: 0元, max: 100亿元, cites: 第一条 }
  人数: { ask: 几人？, type: number, unit: 人, whole: true, cites: 第一条 }
  材积: { ask: 多少？, type: number, unit: 立方米, cites: 第一条 }
  比例: { ask: 几成？, type: number, cites: 第一条 }
  天数: { ask: 几天？, type: duration, unit: 日, cites: 第一条 }
  月数: { ask: 多久？, type: duration, unit: 月, cites: 第一条 }
  哪天: { ask: 哪天？, type: date, cites: 第一条 }
  有过: { ask: 有过吗？, type: boolean, cites: 第一条 }
  性质: { ask: 哪种？, type: choice, options: [程序瑕疵, 实体错误], cites: 第一条 }
  情形: { ask: 哪些？, type: choices, options: [先行先试, 临机处置], cites: 第一条 }
  备注: { ask: 说明？, type: text, cites: 第一条 }
outcomes: { 果: { title: 果, cites: 第一条, otherwise: true } }
`;

const policy = (() => {
  const read = readPolicy(new TextEncoder().encode(POLICY), 'p.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return read.value;
})();
const fact = (name: string): Fact => policy.facts.get(name)!;

function typed(name: string, text: string): string {
  const read = readTyped(text, fact(name), policy.units);
  return read.ok ? constantText(read.value) : `✗ ${read.code}`;
}

describe('what is typed', () => {
  test.each([
    ['损失', '5万', '50000元'],
    ['损失', '5万元', '50000元'],
    ['损失', '50,000', '50000元'],
    ['损失', '5，000，000', '5000000元'],
    ['损失', '1,2345,6789', '123456789元'],
    ['损失', '５００００', '50000元'],
    ['损失', ' ５ 万 元 ', '50000元'],
    ['损失', '１．５亿', '150000000元'],
    ['损失', '¥50,000.50', '50000.5元'],
    ['损失', '人民币5万元', '50000元'],
    ['损失', '5万块钱', '50000元'],
    ['损失', '3千5百元', '3500元'],
    ['损失', '五万元', '50000元'],
    ['损失', '五万', '50000元'],
    ['损失', '伍万元整', '50000元'],
    ['损失', '一百二十三万四千五百六十七元', '1234567元'],
    ['损失', '十万零五百', '100500元'],
    ['损失', '两亿', '200000000元'],
    ['损失', '零', '0元'],
    ['损失', '0', '0元'],
    ['损失', '0050', '50元'],
    ['人数', '3', '3人'],
    ['人数', '三人', '3人'],
    ['人数', '１２人', '12人'],
    ['人数', '1万', '10000人'],
    ['材积', '0.5', '0.5立方米'],
    ['比例', '10%', '0.1'],
    ['比例', '-0.5', '-0.5'],
    ['比例', '−3', '-3'],
    ['天数', '30天', '30日'],
    ['天数', '30', '30日'],
    ['月数', '2年', '24个月'],
    ['月数', '18个月', '18个月'],
    ['哪天', '2022-05-03', '2022-05-03'],
    ['哪天', '2022/5/3', '2022-05-03'],
    ['哪天', '2022.5.3', '2022-05-03'],
    ['哪天', '2022年5月3日', '2022-05-03'],
    ['哪天', '２０２２年５月３号', '2022-05-03'],
    ['哪天', '2022 年 5 月 3 日', '2022-05-03'],
    ['哪天', '20220503', '2022-05-03'],
    ['哪天', '二〇二二年五月三日', '2022-05-03'],
    ['哪天', '二零二二年十二月三十一日', '2022-12-31'],
    ['有过', '是', '是'],
    ['有过', 'No', '否'],
    ['性质', ' 程序瑕疵 ', '程序瑕疵'],
    ['情形', '临机处置、先行先试', '先行先试、临机处置'],
    ['情形', '无', '无'],
    ['备注', ' 原样：保留 50,000 ', '原样：保留 50,000'],
  ])('for %s, %j is %s', (name, text, value) => {
    expect(typed(name, text)).toBe(value);
  });

  test.each([
    ['损失', '约5万'],
    ['损失', '5万多'],
    ['损失', '5-6万'],
    ['损失', '5万5'],
    ['损失', '五万五'],
    ['损失', '两百五'],
    ['损失', '一万五百'],
    ['损失', '五十五十'],
    ['损失', '半'],
    ['损失', '50,00'],
    ['损失', '5 00'],
    ['损失', '5w'],
    ['损失', '50k'],
    ['损失', '1e5'],
    ['损失', '10%'],
    ['损失', '5美元'],
    ['损失', '-5万'],
    ['损失', '101亿'],
    ['损失', '5万元6'],
    ['损失', '五角'],
    ['损失', ''],
    ['人数', '2.5'],
    ['人数', '3人次'],
    ['人数', '3户'],
    ['材积', '3米'],
    ['天数', '2个月'],
    ['月数', '18'],
    ['哪天', '2022-02-30'],
    ['哪天', '3/5/2022'],
    ['哪天', '22年5月3日'],
    ['哪天', '2022年5月'],
    ['哪天', '5月3日'],
    ['哪天', '昨天'],
    ['有过', '有'],
    ['有过', '没有'],
    ['有过', '不是'],
    ['有过', ''],
    ['性质', '程序'],
    ['情形', '先行先试、别的'],
    ['情形', ''],
    ['备注', ''],
    ['备注', 'a\u202eb'],
  ])('for %s, %j is refused', (name, text) => {
    expect(typed(name, text)).toMatch(/^✗ /u);
  });

  test('is asked again with the unit where a bare number could be months or years', () => {
    expect(readTyped('18', fact('月数'), policy.units)).toMatchObject({
      code: 'parse/missing-unit',
      words: { fix: '18个月' },
    });
  });

  test('is refused where its digits do not survive a file', () => {
    expect(typed('比例', `${'9'.repeat(38)}亿亿`)).toMatch(/^✗ /u);
  });
});

describe('a number in Chinese characters', () => {
  const characters = [...'零一二三四五六七八九十百千万亿'];
  const write = (n: number): string => {
    const section = (part: number): string =>
      ['千', '百', '十', ''].reduce((text, unit, i) => {
        const digit = Math.floor(part / 10 ** (3 - i)) % 10;
        if (digit > 0) return text + characters[digit]! + unit;
        return text === '' || text.endsWith('零') || part % 10 ** (3 - i) === 0 ? text : `${text}零`;
      }, '');
    const [high, low] = [Math.floor(n / 10000), n % 10000];
    if (high === 0) return section(low);
    return `${section(high)}万${low > 0 && low < 1000 ? '零' : ''}${low > 0 ? section(low) : ''}`;
  };

  test('is read back for every number that is written digit by digit', () => {
    for (let n = 1; n < 100_000_000; n = Math.ceil(n * 1.0137)) {
      expect(readAmount(write(n), new Set()), write(n)).toBe(String(n));
    }
  });

  test('is refused in every other order of its characters', () => {
    for (const text of [
      '百一',
      '万',
      '一二',
      '一亿万',
      '一万一万',
      '一千零一百',
      '零五',
      '一零',
      '五万零',
      '十百',
      '二十十',
    ]) {
      expect(readAmount(text, new Set()), text).toBeUndefined();
    }
  });
});
