// A policy where a case was wanted, and the other way round: one thing is said, and not one of each key.
import { describe, expect, test } from 'vitest';
import { caijue, ROOT } from './support/host.js';

process.chdir(ROOT);
const POLICY = 'policies/chufa-33.yaml';
const PART = 'policies/parts/liukan-moushi.yaml';
const CASE = 'cases/chufa-33/cf33-zaiwei.yaml';
const errors = (text: string): number => text.match(/错误 (?:parse|case|cli)\//gu)?.length ?? 0;

describe('a file of another kind', () => {
  test.each([
    ['decide', POLICY, '错误 parse/other-kind 这是办法，不是案件', '建议: 办法用 caijue check 检查；或者换一个文件'],
    ['decide', PART, '这是共用部分，不是案件', '共用部分用 caijue check 检查'],
    ['check', CASE, '错误 parse/other-kind 这是案件，不是办法', '建议: 案件用 caijue decide 认定；或者换一个文件'],
    ['interview', CASE, '这是案件，不是办法', '案件用 caijue decide 认定'],
  ])('%s %s', async (verb, file, message, help) => {
    const own = verb === 'interview' ? ['--answers', CASE] : [];
    const run = await caijue([verb, file, ...own]);
    const told = run.err + run.out;
    expect(run.code).toBe(1);
    expect(told).toContain(message);
    expect(told).toContain(help);
    expect(errors(told)).toBe(1);
  });

  test('says it in English', async () => {
    const run = await caijue(['decide', POLICY, '--lang', 'en']);
    expect(run.err).toContain('error parse/other-kind this is a policy, not a case');
    expect(run.err).toContain('help: a policy is checked with caijue check; or give another file');
  });

  test('is not what a case is whose heading is misspelt', async () => {
    const text = 'cases: { id: a, title: 某案 }\npolicy: chufa-33\nfacts: { 及时改正: 是 }\n';
    const run = await caijue(['decide', '-'], { input: text });
    expect(run.err).toContain('没有「cases」这个键，是否想写「case」');
  });
});
