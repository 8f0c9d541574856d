// Law: a case that is read quickly, into numbers, has the values that the whole loader's case has, at every node; or it is left to the loader.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPolicy } from '../../src/index.js';
import { readDate } from '../../src/model/calendar.js';
import { caseLayout, optionsOf, tenThousandths } from '../../src/parse/plain/case/layout.js';
import { quickDay, quickNumber } from '../../src/parse/plain/case/values.js';
import { readLiteral } from '../../src/parse/words/literal.js';
import { corpus } from '../fuzz/corpus.js';
import { edited, TOKENS, type Edit } from '../fuzz/inputs.js';
import { caseInput, lineInput } from '../fuzz/plain-case-inputs.js';
import { LINES, tryPlainCase } from '../fuzz/plain-case-trial.js';
import { ROOT } from '../support/host.js';
import { runs } from '../support/runs.js';
import { pairs } from './generate.js';

const { cases } = corpus(ROOT);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const number = fc.nat(0x7fffffff);
const edits: fc.Arbitrary<Edit[]> = fc.array(fc.record({ kind: number, at: number, to: number, token: number }), {
  minLength: 1,
  maxLength: 3,
});

describe('the quick reading of cases', () => {
  test('takes every sound case that is shipped', () => {
    // The last of the corpus leaves a value out between two commas.
    const tried = cases.slice(0, -1).map(({ text, policy }) => tryPlainCase(bytes(text), policy));
    expect(tried.filter((result) => result === 'declined')).toEqual([]);
    expect(tried.filter((result) => result === 'accepted').length).toBeGreaterThan(55);
  });

  test('takes most generated cases, and gives the values that the loader gives, 1500 times', () => {
    const seen = { accepted: 0, declined: 0, refused: 0 };
    const law = fc.property(pairs(), ({ policyText, caseText }) => {
      const policy = readPolicy(bytes(policyText), 'p');
      if (!policy.ok) throw new Error('the policy is refused');
      seen[tryPlainCase(bytes(caseText), policy.value)] += 1;
    });
    fc.assert(law, { numRuns: runs(1500, 20) });
    expect(seen.accepted).toBeGreaterThan(runs(500, 6));
    expect(seen.declined).toBeLessThan(seen.accepted / 2);
  }, 240_000);

  test('gives the values that the loader gives for cases with slips, or leaves them to it, 6000 times', () => {
    const seen = { accepted: 0, declined: 0, refused: 0 };
    const choices = fc.array(number, { minLength: 400, maxLength: 400 });
    const law = fc.property(fc.nat(cases.length - 1), choices, (i, numbers) => {
      let at = 0;
      const { policy } = cases[i]!;
      const text = caseInput(policy, (below) => numbers[at++ % numbers.length]! % below);
      seen[tryPlainCase(bytes(text), policy)] += 1;
    });
    fc.assert(law, { numRuns: runs(6000, 300) });
    expect(seen.accepted).toBeGreaterThan(runs(1200, 40));
    expect(seen.declined).toBeLessThan(seen.accepted / 2);
  }, 240_000);

  test('gives the values that the loader gives for lines that programs write, sound, with slips and tampered with, 9000 times', () => {
    const choices = fc.array(number, { minLength: 400, maxLength: 400 });
    const read = (most: number, tampered: boolean): number => {
      const seen = { accepted: 0, declined: 0, refused: 0 };
      const law = fc.property(fc.nat(cases.length - 1), choices, edits, (i, numbers, changes) => {
        let at = 0;
        const { policy } = cases[i]!;
        const line = lineInput(policy, (below) => numbers[at++ % numbers.length]! % below);
        seen[tryPlainCase(bytes(tampered ? edited(line, changes.slice(0, 1)) : line), policy)] += 1;
      });
      LINES.taken = 0;
      fc.assert(law, { numRuns: most });
      console.log(`${tampered ? 'tampered' : 'written'} lines: ${LINES.taken} taken, ${JSON.stringify(seen)}`);
      expect(LINES.taken).toBeGreaterThan(seen.accepted * 0.6);
      return seen.accepted;
    };
    expect(read(runs(3000, 150), false)).toBeGreaterThan(runs(900, 30));
    expect(read(runs(6000, 200), true)).toBeGreaterThan(runs(500, 8));
  }, 240_000);

  test('never takes a line in which a value stands before its value, 3000 times', () => {
    const choices = fc.array(number, { minLength: 400, maxLength: 400 });
    const seen = { accepted: 0, declined: 0, refused: 0 };
    const broken = fc.constantFrom(
      ...['""', '"一"', '"是"', 'null', '5', '["一"'].map((word) => (value: string) => `${word}{"value":${value}}`),
      (value: string) => `{"value":${value},"evidence":""["一"]}`,
      (value: string) => `""[${value}]`,
    );
    const law = fc.property(fc.nat(cases.length - 1), choices, number, broken, (i, numbers, place, breaking) => {
      let at = 0;
      const { policy } = cases[i]!;
      const line = lineInput(policy, (below) => numbers[at++ % numbers.length]! % below);
      const values = [...line.matchAll(/(?<=": ?)(?:"[^"]*"|\[[^\]]*\]|\d+)(?=[,}])/gu)];
      const { index, 0: value } = values[place % values.length]!;
      const text = line.slice(0, index) + breaking(value) + line.slice(index + value.length);
      seen[tryPlainCase(bytes(text), policy)] += 1;
    });
    fc.assert(law, { numRuns: runs(3000, 150) });
    expect(seen).toEqual({ accepted: 0, declined: 0, refused: runs(3000, 150) });
  }, 240_000);

  test('never takes a tampered case for what the loader does not, 10000 times', () => {
    const seen = { accepted: 0, declined: 0, refused: 0 };
    const law = fc.property(fc.nat(cases.length - 1), edits, number, (i, changes, flip) => {
      const { text, policy } = cases[i]!;
      const file = bytes(edited(text, changes));
      if (flip % 10 === 0) file[flip % Math.max(file.length, 1)] = flip % 256;
      seen[tryPlainCase(file, policy)] += 1;
    });
    fc.assert(law, { numRuns: runs(10_000, 300) });
    expect(seen.accepted).toBeGreaterThan(runs(1000, 25));
    expect(seen.declined).toBeLessThan(seen.accepted / 3);
  }, 240_000);
});

const policyOf = (facts: string): Parameters<typeof caseLayout>[0] => {
  const file = `policy: { id: p, title: p, completeness: part, source: 设定 }
articles: { 第一条: 设定 }
facts:
  是否: { ask: 问, type: boolean, cites: 第一条 }
${facts}
outcomes: { 甲: { title: 甲, cites: 第一条, when: 是否 } }
`;
  const read = readPolicy(bytes(file), 'p');
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return read.value;
};

const policy = policyOf(`  金额: { ask: 问, type: money, min: 0元, max: 1000000元, cites: 第一条 }
  人数: { ask: 问, type: number, unit: 人, whole: true, cites: 第一条 }
  比例: { ask: 问, type: number, cites: 第一条 }
  月数: { ask: 问, type: duration, unit: 月, cites: 第一条 }
  日期: { ask: 问, type: date, max: 2030-12-31, cites: 第一条 }
  种类: { ask: 问, type: choice, options: [甲, 乙类, 乙], cites: 第一条 }`);
const layout = caseLayout(policy);

/** What is read in place, with other characters around it. */
function numberOf(text: string, place: number): number {
  const [front, own] = [bytes('前'), bytes(text)];
  const all = Uint8Array.from([...front, ...own, ...bytes('后')]);
  return quickNumber(all, front.length, front.length + own.length, layout.facts[place]!);
}

/** What the long way makes of a text: its number, or undefined where it has a finding. */
function longWay(text: string, place: number): number | undefined {
  const { fact } = layout.facts[place]!;
  const read = readLiteral(text, fact.type, policy.units);
  if (!read.ok) return undefined;
  const { value } = read;
  if (value.kind === 'boolean') return value.value ? 1 : 0;
  if (value.kind === 'date') return value.day;
  if (value.kind === 'choice') return optionsOf(layout.facts[place]!.fact).indexOf(value.option);
  return value.kind === 'quantity' ? tenThousandths(value) : undefined;
}

describe('values that are read in place', () => {
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

  test('are what the long way gives, or are left to it', () => {
    let quick = 0;
    const law = fc.property(written, fc.nat(layout.facts.length - 1), (text, place) => {
      const own = numberOf(text, place);
      if (Number.isNaN(own)) return;
      quick += 1;
      expect(own).toBe(longWay(text, place));
      const { fact } = layout.facts[place]!;
      if (fact.name === '金额') expect(own >= 0 && own <= 1e10).toBe(true);
      if (fact.name === '人数') expect(own % 10_000).toBe(0);
    });
    fc.assert(law, { numRuns: runs(40_000, 2000) });
    expect(quick).toBeGreaterThan(runs(1000, 40));
  });

  test('include every day of four centuries, and no other', () => {
    const from = readDate('1899-12-31')!;
    for (let day = from; day < from + 146_100; day++) {
      const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
      if (quickDay(bytes(text), 0, 10) !== day) throw new Error(text);
    }
    const wrong = [
      '2023-02-29',
      '1900-02-29',
      '2024-13-01',
      '2024-00-10',
      '2024-04-31',
      '0000-01-01',
      '2024-1-011',
      '2024/01/01',
    ];
    for (const text of wrong) expect(quickDay(bytes(text), 0, text.length)).toBeNaN();
  });
});
