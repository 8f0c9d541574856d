// The pure interview: which question comes next, when it ends, and which answers count.
import { describe, expect, test } from 'vitest';
import { buildDiagrams, compile, openCase, readCase, readPolicy } from '../src/index.js';
import { progressOf, type Progress } from '../src/interview/interview.js';
import { DEMO_POLICY } from './laws/demo.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const HEAD = 'case: { id: c, title: t, policy: demo-rongcuo, happened_on: 2022-05-10 }\n';

function progress(facts: string, options: { thorough?: boolean } = {}): Progress {
  const policy = readPolicy(bytes(DEMO_POLICY), 'policy.yaml');
  if (!policy.ok) throw new Error(JSON.stringify(policy.diagnostics));
  const opened = openCase(bytes(`${HEAD}${facts}`), 'case.yaml');
  const kase = opened.ok ? readCase(opened.value, policy.value) : opened;
  if (!kase.ok) throw new Error(JSON.stringify(kase.diagnostics));
  const table = compile(policy.value);
  const diagrams = buildDiagrams(table);
  if ('tooLarge' in diagrams) throw new Error('too large');
  return progressOf(table, kase.value, { diagrams, ...options });
}

describe('the next question', () => {
  test('is none once the outcome is settled, and the facts that change nothing are asked only when going on', () => {
    const facts = 'parties: [{ name: 黄某, facts: { 谋取私利: 是 } }]\n';
    expect(progress(facts)).toMatchObject({ next: null, settled: true, atMost: 0 });
    expect(progress(facts, { thorough: true }).next).not.toBeNull();
  });

  test('is of the case before it is of a party', () => {
    const { next, settled } = progress('parties: [{ name: 黄某 }, { name: 李某 }]\n');
    expect(next?.party).toBeNull();
    expect(settled).toBe(false);
  });

  test('is never a fact that does not apply, nor one whose condition is open', () => {
    const { answers, next } = progress('facts: { 造成损失: 否, 直接经济损失: 5万元 }\n');
    expect(answers).toContainEqual({ question: { fact: '直接经济损失', party: null }, state: 'not-applicable' });
    expect(next?.fact).not.toBe('直接经济损失');
  });

  test('is not asked again where the answer is 待查', () => {
    const { next, awaiting } = progress('facts: { 谋取私利: 待查, 弄虚作假: 待查 }\n');
    expect(['谋取私利', '弄虚作假']).not.toContain(next?.fact);
    expect(awaiting.map(({ fact }) => fact)).toEqual(['谋取私利', '弄虚作假']);
  });
});
