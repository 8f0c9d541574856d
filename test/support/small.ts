// Small policies for tests of the engine: facts of every type, and the rules and outcomes that a test brings.
import {
  buildDiagrams,
  compile,
  determine,
  openCase,
  readCase,
  readPolicy,
  type Determination,
  type PartyDetermination,
} from '../../src/index.js';

/** What a test brings: rules and outcomes by name as YAML in one line, and parts that replace the usual ones. */
export interface Small {
  readonly rules?: Readonly<Record<string, string>>;
  readonly outcomes?: Readonly<Record<string, string>>;
  readonly facts?: string;
  readonly head?: string;
  readonly more?: string;
  readonly kase?: string;
  readonly after?: string;
  readonly withDiagrams?: boolean;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const lines = (entries: Readonly<Record<string, string>>, cited: string): string =>
  Object.entries(entries)
    .map(([name, text]) => `  ${name}: { ${cited}${text} }\n`)
    .join('');

/** The policy's text. Its outcomes are 果, which holds when 甲 does, and 他 otherwise, unless the test says so. */
export function smallPolicy({ rules = {}, outcomes, facts = '', head = '', more = '' }: Small): string {
  const ends = outcomes ?? { 果: 'title: 果, when: 甲', 他: 'title: 他, otherwise: 是' };
  return `policy: { id: p, title: 试, completeness: full, source: 试${head} }
articles: { 第一条: 试 }
facts:
  甲: { ask: 甲？, type: boolean }
  乙: { ask: 乙？, type: boolean }
  丙: { ask: 丙？, type: boolean }
  数: { ask: 数？, type: number }
  额: { ask: 额？, type: number }
  前: { ask: 前？, type: date }
  后: { ask: 后？, type: date }
  类: { ask: 类？, type: choice, options: [子, 丑, 寅] }
  由: { ask: 由？, type: choices, options: [子, 丑, 寅] }
${facts}${Object.keys(rules).length > 0 ? `rules:\n${lines(rules, 'cites: 第一条, ')}` : ''}outcomes:
${lines(ends, '')}${more}`;
}

/** The determination of a case with these facts. */
export function decideSmall(small: Small, facts: string): Determination {
  const policy = readPolicy(bytes(smallPolicy(small)), 'policy.yaml');
  const stated = facts === '' ? '' : `facts: { ${facts} }\n`;
  const text = `case: { id: 案, title: 试, policy: p, ${small.kase ?? 'as_of: 2024-06-01'} }\n${stated}${small.after ?? ''}`;
  const opened = openCase(bytes(text), 'case.yaml');
  if (!policy.ok || !opened.ok) throw new Error(JSON.stringify([policy.diagnostics, opened.diagnostics]));
  const kase = readCase(opened.value, policy.value);
  if (!kase.ok) throw new Error(JSON.stringify(kase.diagnostics));
  const table = compile(policy.value);
  const built = small.withDiagrams ? buildDiagrams(table) : undefined;
  if (built && 'tooLarge' in built) throw new Error('too large');
  return determine(table, kase.value, built ? { diagrams: () => built } : {});
}

/** The one party of a case with these facts. */
export function partyOf(small: Small, facts: string): PartyDetermination {
  return decideSmall(small, facts).parties[0]!;
}
