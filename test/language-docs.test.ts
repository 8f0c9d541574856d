// The language reference in both languages: the same sections with the same examples, and in each section the same words of the language.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from './support/host.js';

interface Section {
  readonly title: string;
  /** Its examples, without their comments, and how many comments each has. */
  readonly examples: readonly (readonly [said: unknown, comments: number])[];
  /** What stands in code marks in its prose. */
  readonly words: readonly string[];
}

const FENCE = /^```yaml\n([^]*?)^```\n/gmu;

function sectionsOf(name: string): Section[] {
  const [, ...parts] = readFileSync(join(ROOT, 'docs', name), 'utf8').split(/^## /mu);
  return parts.map((part) => {
    const texts = [...part.matchAll(FENCE)].map(([, text]) => text!);
    const prose = part.replaceAll(FENCE, '');
    const words = [...prose.matchAll(/`([^`]+)`/gu)].map(([, word]) => untranslated(word!));
    return {
      title: part.slice(0, part.indexOf('\n')),
      examples: texts.map((text) => [parse(text), text.split(/(?:^|\s)# /mu).length - 1]),
      words: [...new Set(words)].sort(),
    };
  });
}

/** What an example says in place of the person's own words is written in the language of the page. */
const untranslated = (word: string): string =>
  word.replace('<理由>', '<reason>').replace('{ when: 条件, reason: 文字 }', '{ when: condition, reason: text }');

describe('the language reference', () => {
  const [english, chinese] = [sectionsOf('language.md'), sectionsOf('language.zh-CN.md')];

  test('has the same sections in both languages', () => {
    expect(english.length).toBeGreaterThan(5);
    expect(chinese).toHaveLength(english.length);
  });

  test.each(english.map((section, i) => [section.title, i] as const))('%s: the same examples and words', (_, i) => {
    expect(chinese[i]!.examples).toEqual(english[i]!.examples);
    expect(chinese[i]!.words).toEqual(english[i]!.words);
  });

  test('comments on every example in its own language', () => {
    const comments = (name: string): string[] =>
      [...readFileSync(join(ROOT, 'docs', name), 'utf8').matchAll(FENCE)].flatMap(([, text]) =>
        [...text!.matchAll(/(?:^|\s)# (.*)$/gmu)].map(([, comment]) => comment!),
      );
    const told = comments('language.zh-CN.md').filter((comment) => !comment.startsWith('yaml-language-server'));
    expect(told.filter((comment) => comment !== '…' && !/\p{Script=Han}/u.test(comment))).toEqual([]);
    expect(told.length).toBeGreaterThan(30);
  });
});
