// Law: a value that is read in place, from among other bytes, is the value that the long way gives; all others are left to that.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPolicy } from '../../src/index.js';
import { readDate } from '../../src/model/calendar.js';
import { isPlainId } from '../../src/parse/plain/case/read-case.js';
import { caseLayout, optionsOf, tenThousandths, type CaseLayout } from '../../src/parse/plain/case/layout.js';
import { quickDay, quickNumber } from '../../src/parse/plain/case/values.js';
import { compareLimits, isWhole } from '../../src/parse/policy/facts.js';
import { isId } from '../../src/parse/policy/read-policy.js';
import { readLiteral } from '../../src/parse/words/literal.js';
import { TOKENS } from '../fuzz/inputs.js';
import { runs } from '../support/runs.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const FILE = `policy: { id: p, title: p, completeness: part, source: 设定 }
articles: { 第一条: 设定 }
facts:
  是否: { ask: 问, type: boolean, cites: 第一条 }
  金额: { ask: 问, type: money, min: 0元, max: 1000000元, cites: 第一条 }
  人数: { ask: 问, type: number, unit: 人, whole: true, min: 2人, cites: 第一条 }
  比例: { ask: 问, type: number, cites: 第一条 }
  月数: { ask: 问, type: duration, unit: 月, cites: 第一条 }
  日期: { ask: 问, type: date, min: 0001-01-02, max: 2030-12-31, cites: 第一条 }
  种类: { ask: 问, type: choice, options: [甲, 乙类, 乙, 一, 元], cites: 第一条 }
  说明: { ask: 问, type: text, cites: 第一条 }
outcomes: { 甲: { title: 甲, cites: 第一条, when: 是否 } }
`;

/** How facts are written, made anew, so that a mutation run sees what is made of a policy. */
function layoutNow(): CaseLayout {
  const read = readPolicy(bytes(FILE), 'p');
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return caseLayout(read.value);
}

/** What may stand beside a value: nothing that goes on with it, and what would. */
const BESIDE = [
  ['前', '后'],
  ['1', '9'],
  ['9.', '.5元'],
  ['', ''],
].map((pair) => pair.map(bytes) as [Uint8Array, Uint8Array]);

/** What is read in place, whatever stands beside it. */
function numberOf(text: string, place: number, layout: CaseLayout): number {
  const own = bytes(text);
  const [first, ...others] = BESIDE.map(([front, back]) => {
    const all = Uint8Array.from([...front, ...own, ...back]);
    return quickNumber(all, front.length, front.length + own.length, layout.facts[place]!);
  });
  if (others.some((other) => !Object.is(other, first))) throw new Error(`${text} is read by what stands beside it`);
  return first!;
}

/** What the long way makes of a text: its number, or undefined where it has a finding. */
function longWay(text: string, place: number, { facts, policy }: CaseLayout): number | undefined {
  const { fact } = facts[place]!;
  const read = readLiteral(text, fact.type, policy.units);
  if (!read.ok) return undefined;
  const { value } = read;
  if (value.kind === 'boolean') return value.value ? 1 : 0;
  if (value.kind === 'choice') return optionsOf(fact).indexOf(value.option);
  if (value.kind !== 'date' && value.kind !== 'quantity') return undefined;
  if ((fact.min && compareLimits(value, fact.min) < 0) || (fact.max && compareLimits(value, fact.max) > 0))
    return undefined;
  if (value.kind === 'date') return value.day;
  return fact.whole && !isWhole(value) ? undefined : tenThousandths(value);
}

/** Whether a text is read in place; throws where that gives another value than the long way. */
function isQuick(text: string, place: number, layout: CaseLayout): boolean {
  const own = numberOf(text, place, layout);
  if (Number.isNaN(own)) return false;
  const long = longWay(text, place, layout);
  if (own !== long) throw new Error(`${text} is read as ${own}, and the long way as ${long}`);
  return true;
}

const placeOf = (name: string, layout: CaseLayout): number => layout.placeOf.get(name)!;

describe('a value that is read in place', () => {
  const written = fc.oneof(
    fc.constantFrom(...TOKENS),
    fc
      .tuple(
        fc.constantFrom('', '-', '0', '+'),
        fc.oneof(fc.nat(20).map(String), fc.stringMatching(/^\d{1,14}$/u), fc.stringMatching(/^\d{1,5}\.\d{0,6}$/u)),
        fc.constantFrom('', '元', '万元', '人', '月', '个月', '年', '%', ' 元', '元 '),
      )
      .map((parts) => parts.join('')),
    fc
      .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    fc.stringMatching(/^\d{4}-\d{2}-\d{2}$/u),
    fc.constantFrom('甲', '乙', '乙类', '是', '否', 'true', '待查', ''),
  );

  test('is what the long way gives', () => {
    const layout = layoutNow();
    let quick = 0;
    const law = fc.property(written, fc.nat(layout.facts.length - 1), (text, place) => {
      if (isQuick(text, place, layout)) quick += 1;
    });
    fc.assert(law, { numRuns: runs(40_000, 2000) });
    expect(quick).toBeGreaterThan(runs(1000, 40));
  });

  test('is what the long way gives, for every text of up to five of these signs', () => {
    const layout = layoutNow();
    const places = [placeOf('金额', layout), placeOf('比例', layout)];
    let [texts, quick] = [[''], 0];
    for (let size = 0; size <= 5; size++) {
      for (const text of texts) for (const place of places) if (isQuick(text, place, layout)) quick += 1;
      texts = texts.flatMap((text) => [...'019./:元'].map((sign) => text + sign));
    }
    expect(quick).toBeGreaterThan(500);
  });

  test.each([
    ['是否', ['是', '否']],
    ['金额', ['0元', '1元', '9元', '10元', '1000000元', '0.1元', '0.19元', '0.109元', '0.9090元', '999999.9999元']],
    ['人数', ['2人', '99999999999人']],
    ['比例', ['0', '90', '1.5', '99999999999.9999']],
    ['月数', ['3个月', '3月', '0.5月']],
    ['日期', ['0001-01-02', '2024-02-29', '2000-02-29', '2030-12-31', '1999-11-30', '2010-10-20']],
    ['种类', ['甲', '乙类', '乙', '一', '元']],
  ])('is a %s in the common ways of writing', (name, texts) => {
    const layout = layoutNow();
    const place = placeOf(name, layout);
    expect(texts.filter((text) => !isQuick(text, place, layout))).toEqual([]);
  });

  test.each([
    ['是否', ['', 'true', '是的', '是是']],
    [
      '金额',
      [
        '',
        '元',
        '1',
        '01元',
        '00元',
        '1.元',
        '.5元',
        '1.00001元',
        '1000000.0001元',
        '1000001元',
        '-1元',
        '1万元',
        '1元元',
      ],
    ],
    ['人数', ['1人', '2.5人', '3', '100000000000人']],
    ['比例', ['100000000000', '999999999999.9999', '1.00000', '1..5', '1.5.', '1e3', '1:', '1/']],
    ['月数', ['3', '3年', '3个', '3日']],
    [
      '日期',
      ['0001-01-01', '2031-01-01', '2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '2024-04-00'],
    ],
    ['说明', ['', '一']],
  ])('is no %s that is written otherwise, or is none', (name, texts) => {
    const layout = layoutNow();
    const place = placeOf(name, layout);
    expect(texts.filter((text) => isQuick(text, place, layout))).toEqual([]);
  });
});

describe('a day that is read in place', () => {
  test('is each day of four centuries', () => {
    const from = readDate('1899-12-31')!;
    for (let day = from; day < from + 146_100; day++) {
      const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
      if (quickDay(bytes(text), 0, 10) !== day) throw new Error(text);
    }
  });

  test('is none where a sign of it is another, is lacking, or is one too many', () => {
    const signs = Array.from({ length: 0x5f }, (_, i) => String.fromCharCode(0x20 + i));
    for (const day of ['2024-02-29', '1999-12-31', '0000-01-01', '0001-01-01', '2000-10-09']) {
      for (let at = 0; at <= day.length; at++) {
        for (const sign of ['', ...signs]) {
          for (const text of [day.slice(0, at) + sign + day.slice(at + 1), day.slice(0, at) + sign + day.slice(at)]) {
            const own = quickDay(bytes(`1${text}1`), 1, 1 + text.length);
            if (!Object.is(own, readDate(text) ?? NaN)) throw new Error(text);
          }
        }
      }
    }
  });
});

test('an id is plain where it is one', () => {
  const unit = fc.constantFrom(...'aZ09_-.案 /Ａé\n');
  const text = fc.oneof(
    fc.string({ unit, maxLength: 8 }),
    fc.string({ unit: fc.constantFrom('a', '1', '-'), minLength: 58, maxLength: 68 }),
    fc.constantFrom(
      'con',
      'nul.x',
      'COM1',
      'com10',
      'abcdef',
      '-abcdef',
      'abcdef\n',
      '_abcdef',
      'abcdef-',
      'undefined',
    ),
  );
  const seen = { ids: 0, others: 0 };
  const law = fc.property(text, (own) => {
    if (isPlainId(own) !== isId(own)) throw new Error(JSON.stringify(own));
    seen[isId(own) ? 'ids' : 'others'] += 1;
  });
  fc.assert(law, { numRuns: runs(20_000, 2000) });
  expect(Math.min(seen.ids, seen.others)).toBeGreaterThan(runs(2000, 200));
});
