// The reader against inputs that people wrote: each mistake is told once, at what is wrong, with the cure where it is clear.
import { describe, expect, it } from 'vitest';
import { openCase, readCase, readPolicy, type Diagnostic, type Policy } from '../src/index.js';
import { CASES } from './fixtures/parse/case.js';
import { policy, type Told } from './fixtures/parse/files.js';
import { MEANING } from './fixtures/parse/meaning.js';
import { SHAPE } from './fixtures/parse/shape.js';
import { WORDS } from './fixtures/parse/words.js';
import { YAML } from './fixtures/parse/yaml.js';
import { lackingWords } from './support/asked-words.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function sample(): Policy {
  const read = readPolicy(bytesOf(policy()), 'policy.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return read.value;
}

function findingsOf(text: string): readonly Diagnostic[] {
  if (!/^(?:case:|\{"case")/u.test(text)) return readPolicy(bytesOf(text), 'policy.yaml').diagnostics;
  const opened = openCase(bytesOf(text), 'case.yaml');
  return opened.ok ? readCase(opened.value, sample()).diagnostics : opened.diagnostics;
}

/** The underlined text on the first line of a place. */
function underlined({ place }: Diagnostic): string {
  const end = place.endLine === place.line ? place.endColumn - 1 : undefined;
  return [...place.text].slice(place.column - 1, end).join('');
}

describe.each([
  ['YAML', YAML],
  ['the shape', SHAPE],
  ['words and numbers', WORDS],
  ['the meaning of a policy', MEANING],
  ['a case', CASES],
] as const)('%s', (_, table) => {
  it.each(table.map((told) => [told.what, told] as const))('%s', (_what, { file, says, fix, words }: Told) => {
    const found = findingsOf(file);
    expect(found.map((finding) => [finding.code, underlined(finding)])).toEqual(says);
    expect(found.flatMap(lackingWords)).toEqual([]);
    if (fix !== undefined) expect(found[0]!.words.fix).toBe(fix);
    if (words !== undefined) expect(found[0]!.words).toMatchObject(words);
  });

  // A tab after the first key's colon is no plain YAML, and leaves the file to the whole reader.
  const whole = table.filter(({ file }) => /^(?:policy|case):/u.test(file) && !file.startsWith('policy：'));
  it.each(whole.map((told) => [told.what, told] as const))('%s, to the whole reader', (_what, { file, says }: Told) => {
    const found = findingsOf(file.replace(':', ':\t'));
    const told = found.map((finding) => [finding.code, underlined(finding)]);
    expect(told).toEqual(says.map(([code, text]) => [code, text.replace(/^(policy|case):/u, '$1:\t')]));
  });
});
