// Any edit of any case: the file afterwards reads back as that change, every comment is there, and no line outside it is touched.
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { openCase } from '../../src/parse/case/open-case.js';
import { commentsIn } from '../../src/parse/edit/comments.js';
import { editCase, type Edit, type Statement } from '../../src/parse/edit/edit-case.js';
import { child, entriesOf, itemsOf, textAt } from '../../src/parse/yaml/tree.js';
import { runs } from '../support/runs.js';
import { generatePair } from './generate.js';
import { Random } from './generate-random.js';

/** A generated case with comments strewn in; undefined where a comment fell into a text and changed its form. */
function strewn(random: Random, seed: number): string | undefined {
  const lines = generatePair(seed, random.int(1, 8)).caseText.trimEnd().split('\n');
  const text = lines
    .flatMap((line, i) => {
      const above = random.chance(0.2) ? [`${' '.repeat(random.int(0, 6))}# 上${String(i)}`] : [];
      return [...above, random.chance(0.2) ? `${line}  # 旁${String(i)}` : line];
    })
    .join(random.chance(0.2) ? '\r\n' : '\n');
  return openCase(new TextEncoder().encode(text), 'case.yaml').ok ? `${text}\n` : undefined;
}

function randomEdit(random: Random, text: string): Edit {
  const tree = parse(text, { schema: 'failsafe' }) as { parties?: { name: string; facts?: object }[]; facts?: object };
  const party = random.chance(0.5) ? random.pick([null, ...(tree.parties ?? [])]) : null;
  const known = Object.keys((party ? party.facts : tree.facts) ?? {});
  const name = random.chance(0.7) && known.length > 0 ? random.pick(known) : '新事实';
  const optional = <T>(value: T): T | undefined => (random.chance(0.4) ? value : undefined);
  const pick = random.weighted({ truth: 3, unknown: 2, text: 1, several: 1 });
  const value: Statement['value'] =
    pick === 'truth'
      ? { kind: 'boolean', value: random.chance(0.5) }
      : pick === 'text'
        ? { kind: 'text', text: random.pick(['平常', '带: 冒号', '两\n行', '#']) }
        : pick === 'several'
          ? { kind: 'choices', options: random.some(['甲', '乙', '丙'], 0, 3) }
          : null;
  const given = Object.entries({
    evidence: optional(
      [{ note: '材料第1页' }, { file: '附件/纪要.pdf', sha256: 'a'.repeat(64) }].slice(0, random.int(0, 2)),
    ),
    reason: optional('理由, 一'),
    foundBy: optional('李某'),
    note: optional('补充'),
    setAside: value === null ? optional({ kind: 'boolean', value: true } as const) : undefined,
  }).filter(([, part]) => part !== undefined);
  const stated = { value, ...Object.fromEntries(given) } as Statement;
  const other: Edit = random.chance(0.5)
    ? { kind: 'head', key: random.pick(['title', 'happened_on', 'as_of']), text: '2024-03-01' }
    : randomParty(random, tree.parties ?? []);
  return random.chance(0.85) ? { kind: 'fact', party: party?.name ?? null, fact: name, stated } : other;
}

function randomParty(random: Random, parties: readonly object[]): Edit {
  if (parties.length === 0 || random.chance(0.4)) return { kind: 'party', name: '新人', role: '科员' };
  const key = random.pick(['name', 'role'] as const);
  return { kind: 'party-part', index: random.int(0, parties.length - 1), key, text: random.pick(['改名', '带: 冒号']) };
}

describe('any edit of any case', () => {
  test('reads back as the change, keeps every comment, and leaves all lines outside what it edits', () => {
    const random = new Random(20261126);
    let edits = 0;
    let refused = 0;
    for (let seed = 1; edits < runs(1000, 40); seed++) {
      const text = strewn(random, seed);
      if (text === undefined) continue;
      const edit = randomEdit(random, text);
      const result = editCase(text, 'case.yaml', edit);
      edits += 1;
      if (!result.ok) {
        refused += 1;
        continue;
      }
      const comments = (of: string): string[] =>
        commentsIn(of)
          .map((comment) => comment.text.trim())
          .sort();
      expect(comments(result.value), `seed ${String(seed)}\n${text}\n---\n${result.value}`).toEqual(comments(text));
      expect(strays(text, result.value, edit), `seed ${String(seed)}\n${text}\n---\n${result.value}`).toEqual([]);
    }
    console.log(`edits: ${String(edits)}, refused: ${String(refused)}`);
    expect(refused).toBe(0);
  });
});

/** Old lines, from the first to the last that changed, that lie outside what was edited; a new part touches one line at most. */
function strays(text: string, now: string, edit: Edit): string[] {
  const [old, left] = [text.split('\n'), now.split('\n')];
  const first = old.findIndex((line, i) => line !== left[i]);
  const same = (i: number): boolean => old.length - i > first && old.at(-i) === left.at(-i) && left.length - i > first;
  let after = 1;
  while (same(after)) after += 1;
  const changed = old.slice(first, old.length - after + 1);
  const opened = openCase(new TextEncoder().encode(text), 'case.yaml');
  if (edit.kind !== 'fact' || !opened.ok || changed.length <= 1) return changed.length <= 1 ? [] : changed;
  const holder = itemsOf(child(opened.value.tree, 'parties')).find((node) => textAt(node, 'name') === edit.party);
  const facts = child(edit.party === null ? opened.value.tree : holder, 'facts');
  const entry = entriesOf(facts).find(({ key }) => key.text === edit.fact);
  if (!entry) return changed;
  const from = entry.key.at.line - 1;
  return changed.filter((_, i) => first + i < from || first + i >= Math.max(entry.value.at.endLine, from + 1));
}
