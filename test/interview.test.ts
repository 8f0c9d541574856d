// The pure interview: which question comes next, when it ends, which answers count, and why a question is asked.
import { describe, expect, test } from 'vitest';
import { buildDiagrams, compile, determine, openCase, readCase, readPolicy } from '../src/index.js';
import type { Table } from '../src/compile/table.js';
import type { Diagrams } from '../src/diagram/build.js';
import type { Case } from '../src/model/case.js';
import { progressOf, type InterviewOptions, type Progress } from '../src/interview/interview.js';
import { whyAsked, type Why } from '../src/interview/why.js';
import { DEMO_POLICY } from './laws/demo.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

interface Prepared {
  readonly table: Table;
  readonly diagrams: Diagrams;
  readonly kase: Case;
}

function prepared(policyText: string, facts: string): Prepared {
  const policy = readPolicy(bytes(policyText), 'policy.yaml');
  if (!policy.ok) throw new Error(JSON.stringify(policy.diagnostics));
  const opened = openCase(
    bytes(`case: { id: c, title: t, policy: p, happened_on: 2022-05-10 }\n${facts}`),
    'case.yaml',
  );
  const kase = opened.ok ? readCase(opened.value, policy.value) : opened;
  if (!kase.ok) throw new Error(JSON.stringify(kase.diagnostics));
  const table = compile(policy.value);
  const diagrams = buildDiagrams(table);
  if ('tooLarge' in diagrams) throw new Error('too large');
  return { table, diagrams, kase: kase.value };
}

function progress(facts: string, options: InterviewOptions = {}, policy = DEMO_POLICY): Progress {
  const { table, diagrams, kase } = prepared(policy, facts);
  return progressOf(table, kase, { diagrams, ...options });
}

function why(facts: string, fact: string, policy = DEMO_POLICY): Why {
  const { table, diagrams, kase } = prepared(policy, facts);
  return whyAsked(table, kase, { fact, party: null }, { diagrams });
}

/** A policy of yes-or-no facts, each `name` or `name: rest of its entry`. */
function small(facts: readonly string[], outcomes: string, more = ''): string {
  const entries = facts.map((fact) => {
    const [name, rest] = fact.split(/: (.*)/su);
    return `  ${name!}: { ask: ${name!}？, type: boolean, cites: 第一条${rest === undefined ? '' : `, ${rest}`} }`;
  });
  return [
    'policy: { id: p, title: t, completeness: full, source: s }\narticles: { 第一条: { says: s } }',
    `facts:\n${entries.join('\n')}\n${more}outcomes:`,
    `  成立: { title: 成立, cites: 第一条, when: ${outcomes} }`,
    '  不成立: { title: 不成立, cites: 第一条, otherwise: true }\n',
  ].join('\n');
}

describe('the next question', () => {
  test('is none once the outcome is settled, and the facts that change nothing are asked only when going on', () => {
    const facts = 'parties: [{ name: 黄某, facts: { 谋取私利: 是 } }]\n';
    expect(progress(facts)).toMatchObject({ next: null, settled: true, atMost: 0 });
    const further = progress(facts, { thorough: true });
    expect(further.next).not.toBeNull();
    expect(further.atMost).toBe(8);
  });

  test('is of the case before it is of a party, and of one party after the other', () => {
    const both = 'parties: [{ name: 黄某 }, { name: 李某 }]\n';
    expect(progress(both).next?.party).toBeNull();
    const known =
      'facts: { 明令禁止: 否, 决策程序合规: 是, 严重不良影响: 否, 造成损失: 否, 主动挽回: 是, 事由: [先行先试] }\n';
    expect(progress(`${both}${known}`).next?.party).toBe('黄某');
    const first = 'parties: [{ name: 黄某, facts: { 谋取私利: 是 } }, { name: 李某 }]\n';
    expect(progress(`${first}${known}`).next?.party).toBe('李某');
  });

  test('is never a fact that does not apply, nor one whose condition is open', () => {
    const { answers, next } = progress('facts: { 造成损失: 否, 直接经济损失: 5万元 }\n');
    expect(answers).toContainEqual({ question: { fact: '直接经济损失', party: null }, state: 'not-applicable' });
    expect(next?.fact).not.toBe('直接经济损失');
    const policy = small(['前问', '后问: applies_when: 前问, otherwise: 否'], '后问');
    expect(progress('', {}, policy)).toMatchObject({ next: { fact: '前问' }, atMost: 2 });
    expect(progress('facts: { 前问: 是 }\n', {}, policy).next?.fact).toBe('后问');
    expect(progress('facts: { 前问: 待查 }\n', {}, policy)).toMatchObject({ next: null, settled: false, atMost: 0 });
  });

  test('is not asked again where the answer is 待查, which is awaited as long as it matters', () => {
    const { next, awaiting } = progress('facts: { 谋取私利: 待查, 弄虚作假: 待查 }\n');
    expect(['谋取私利', '弄虚作假']).not.toContain(next?.fact);
    expect(awaiting.map(({ fact }) => fact)).toEqual(['谋取私利', '弄虚作假']);
    expect(progress('facts: { 谋取私利: 待查, 弄虚作假: 是 }\n').awaiting).toEqual([]);
  });

  test('is asked again where the answer was set aside and its question applies again', () => {
    const policy = small(['前问', '后问: applies_when: 前问, otherwise: 否'], '后问');
    const facts = 'facts: { 前问: 是, 后问: { value: 待查, set_aside: 是 } }\n';
    expect(progress(facts, {}, policy)).toMatchObject({ next: { fact: '后问' }, awaiting: [] });
  });

  test('is the one that knocks out most, wherever the policy has it', () => {
    const policy = small(['甲', '乙', '丙', '一票否决'], '{ all: [{ any: [甲, 乙, 丙] }, not 一票否决] }');
    expect(progress('', {}, policy).next?.fact).toBe('一票否决');
  });

  test('is the cheaper one where two end as soon', () => {
    const policy = small(['甲: evidence: required', '乙: nature: judgement', '丙'], '{ all: [甲, 乙, 丙] }');
    expect(progress('', {}, policy).next?.fact).toBe('丙');
  });

  test('stays in the group that is begun while that has questions, unless groups are ignored', () => {
    const policy = small(
      ['甲: group: 一', '乙: group: 一', '丙: group: 二', '丁: group: 二'],
      '{ any: [{ all: [丙, 甲] }, { all: [丁, 乙] }] }',
    );
    expect(progress('facts: { 甲: 是 }\n', { groups: false }, policy).next?.fact).toBe('丙');
    expect(progress('facts: { 甲: 是 }\n', {}, policy).next?.fact).toBe('乙');
  });

  test('follows the order of the policy where there are no diagrams', () => {
    const { table, kase } = prepared(small(['甲', '乙', '丙'], '{ all: [丙, { any: [甲, 乙] }] }'), '');
    expect(progressOf(table, kase)).toMatchObject({ next: { fact: '甲' }, atMost: 3 });
  });

  test('takes several facts that only together matter, where what matters alone is being looked into', () => {
    const bar =
      'impossible: [{ when: { all: [甲, not 乙] }, reason: 同 }, { when: { all: [乙, not 甲] }, reason: 同 }]\n';
    const policy = small(['待', '甲', '乙'], '{ any: [待, { all: [甲, 乙] }] }', bar);
    expect(progress('', {}, policy).next?.fact).toBe('待');
    expect(progress('facts: { 待: 待查 }\n', {}, policy).next?.fact).toBe('甲');
    expect(progress('facts: { 待: 待查, 甲: 是 }\n', {}, policy)).toMatchObject({ next: null, settled: true });
  });

  test('goes on to where a fault shows when no completion has an answer', () => {
    const policy = small(
      ['甲', '乙'],
      '{ all: [乙, 罚款 > 1元] }',
      'rules:\n  罚款: { cites: 第一条, cases: [{ when: 甲, value: 1元 }, { when: { all: [甲, 乙] }, value: 2元 }] }\n',
    );
    const end = progress('facts: { 乙: 是, 甲: 是 }\n', {}, policy);
    expect(end).toMatchObject({ next: null, settled: true });
    expect(progress('facts: { 乙: 是 }\n', {}, policy)).toMatchObject({ next: { fact: '甲' }, settled: false });
  });
});

describe('answers', () => {
  test('that no longer matter are marked and kept, all of them together being without effect', () => {
    const states = progress('facts: { 明令禁止: 否, 决策程序合规: 是, 谋取私利: 是 }\n').answers;
    expect(states.map(({ question, state }) => [question.fact, state])).toEqual([
      ['明令禁止', 'immaterial'],
      ['决策程序合规', 'immaterial'],
      ['谋取私利', 'counts'],
    ]);
  });

  test('that only rule something out count where the outcome would be open without them', () => {
    const barred = small(
      ['取得', '申请'],
      '申请',
      'impossible: [{ when: { all: [取得, not 申请] }, reason: 不申请的不能取得 }]\n',
    );
    const { answers, settled } = progress('facts: { 取得: 是 }\n', {}, barred);
    expect(settled).toBe(true);
    expect(answers).toEqual([{ question: { fact: '取得', party: null }, state: 'counts' }]);
    expect(progress('facts: {}\n', {}, barred).settled).toBe(false);
  });

  test('count while the outcome still hangs on them, and so does the one that lets another be asked', () => {
    const states = progress('facts: { 决策程序合规: 是, 造成损失: 是, 直接经济损失: 5万元 }\n').answers;
    expect(states.map(({ state }) => state)).toEqual(['counts', 'counts', 'counts']);
  });
});

describe('why a question is asked', () => {
  test('tells the rules and outcomes that hang on it and what each answer leads to', () => {
    expect(why('', '谋取私利')).toEqual({
      rules: ['负面情形'],
      outcomes: ['不予容错', '容错', '不符合条件'],
      answers: [
        { answer: '是', leadsTo: ['不予容错'], settles: true },
        { answer: '否', leadsTo: ['不予容错', '容错', '不符合条件'], settles: false },
      ],
    });
  });

  test('gives ranges for amounts, and each option by itself for several', () => {
    const known = '谋取私利: 否, 弄虚作假: 否, 明令禁止: 否, 决策程序合规: 是, 严重不良影响: 否, 主动挽回: 是';
    expect(why(`facts: { ${known}, 造成损失: 是, 事由: [先行先试] }\n`, '直接经济损失')).toEqual({
      rules: ['重大损失'],
      outcomes: ['容错', '不符合条件'],
      answers: [
        { answer: '< 50000000元', leadsTo: ['容错'], settles: true },
        { answer: '>= 50000000元', leadsTo: ['不符合条件'], settles: true },
      ],
    });
    expect(why(`facts: { ${known}, 造成损失: 否 }\n`, '事由').answers).toEqual([
      { answer: '先行先试', leadsTo: ['容错'], settles: true },
      { answer: '临机处置', leadsTo: ['容错'], settles: true },
      { answer: '无', leadsTo: ['不符合条件'], settles: true },
    ]);
  });

  test('says of a question that only opens another which rules read that one', () => {
    expect(why('', '造成损失').rules).toEqual(['重大损失']);
  });
});

describe('what decide misses', () => {
  const decided = (policy: string, facts: string): ReturnType<typeof determine>['parties'][number] => {
    const { table, diagrams, kase } = prepared(policy, facts);
    return determine(table, kase, { diagrams: () => diagrams }).parties[0]!;
  };

  test('begins with the question that the interview would ask', () => {
    const policy = small(['甲', '乙', '丙', '一票否决'], '{ all: [{ any: [甲, 乙, 丙] }, not 一票否决] }');
    expect(decided(policy, '').missing).toEqual(['一票否决', '甲', '乙', '丙']);
    for (const facts of ['', 'facts: { 谋取私利: 否 }\n', 'facts: { 造成损失: 是, 弄虚作假: 否 }\n']) {
      expect(decided(DEMO_POLICY, facts).missing[0]).toBe(progress(facts).next?.fact);
    }
  });

  test('is nothing where all completions that are possible agree', () => {
    const bar = 'impossible: [{ when: { none: [甲, 乙] }, reason: 至少一样 }]\n';
    const party = decided(small(['甲', '乙'], '{ any: [甲, 乙] }', bar), '');
    expect(party).toMatchObject({ status: 'determined', outcome: '成立', missing: [], immaterial: ['甲', '乙'] });
  });
});
