// A generated policy with the facts of one person, and what engine and reference say of these facts and of others in their place.
import { parse } from 'yaml';
import {
  buildDiagrams,
  compile,
  determine,
  openCase,
  readCase,
  readPolicy,
  type Case as Read,
} from '../../src/index.js';
import type { Diagrams } from '../../src/diagram/build.js';
import { exactText } from '../../src/model/quantity.js';
import { candidates } from '../reference/candidates.js';
import type { Case, Policy, Stated } from '../reference/files.js';
import { referenceDetermine } from '../reference/index.js';
import { generatePair } from './generate.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export type Facts = Readonly<Record<string, Stated>>;

/** A policy and the facts of one person, as a case that names no parties. */
export interface World {
  readonly policyText: string;
  readonly policy: Policy;
  readonly head: Case['case'];
  readonly facts: Facts;
  readonly table: ReturnType<typeof compile>;
  readonly diagrams: Diagrams;
}

export function worldOf(seed: number, size: number, arithmetic: boolean): World | undefined {
  const { policyText, caseText } = generatePair(seed, size, true, { arithmetic, sloppy: true });
  const read = readPolicy(bytes(policyText), 'policy.yaml');
  if (!read.ok) throw new Error(policyText);
  const file = parse(caseText, { schema: 'failsafe' }) as Case;
  const all = Object.entries({ ...file.facts, ...file.parties?.[0]?.facts }).flatMap(([name, entry]) => {
    const value =
      entry !== null && typeof entry === 'object' && !Array.isArray(entry)
        ? (entry as { value?: Stated }).value
        : entry;
    return value === undefined || value === null || value === '' || value === '待查'
      ? []
      : [[name, value as Stated] as const];
  });
  const table = compile(read.value);
  const diagrams = buildDiagrams(table, 200_000);
  if ('tooLarge' in diagrams) return undefined;
  const policy = parse(policyText, { schema: 'failsafe' }) as Policy;
  return { policyText, policy, head: file.case, facts: Object.fromEntries(all), table, diagrams };
}

export const textOf = ({ head }: World, facts: Facts, asOf?: string): string =>
  JSON.stringify({ case: { ...head, ...(asOf === undefined ? {} : { as_of: asOf }) }, facts });

export function readIn(world: World, facts: Facts, asOf?: string): Read | undefined {
  const opened = openCase(bytes(textOf(world, facts, asOf)), 'case.yaml');
  const read = opened.ok ? readCase(opened.value, world.table.policy) : opened;
  return read.ok ? read.value : undefined;
}

/** What the engine says of these facts; what does not apply is taken out, as an officer would. */
export function answer(world: World, facts: Facts, asOf?: string): { text: string; facts: Facts } {
  const kase = readIn(world, facts, asOf);
  if (!kase) return { text: 'unreadable', facts };
  const [party] = determine(world.table, kase, { diagrams: () => world.diagrams }).parties;
  const idle = party!.diagnostics.flatMap(({ code, words }) =>
    code === 'case/not-applicable' ? [words['name']!] : [],
  );
  if (idle.length === 0) return { text: [party!.status, ...party!.standing].join(' '), facts };
  return answer(world, without(facts, idle), asOf);
}

export function without(facts: Facts, names: readonly string[]): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !names.includes(name)));
}

/** What the reference evaluator says of all completions. */
export function reference(world: World, facts: Facts, asOf?: string): string {
  const [party] = referenceDetermine(world.policyText, textOf(world, facts, asOf), 'exact');
  return [party!.status, ...party!.standing].join(' ');
}

/** A value as a case writes it, from the text of a change. */
export function stated({ policy }: World, name: string, text: string): Stated {
  const { type } = policy.facts![name]!;
  return type === 'choices' ? (text === '无' ? [] : text.split('、')) : text;
}

/** Every value worth trying for a fact, as a case writes it. */
export function valuesOf({ policy, policyText }: World, name: string): readonly Stated[] {
  const fact = policy.facts![name]!;
  return candidates(fact, policyText).flatMap((value): Stated[] => {
    if (typeof value === 'boolean') return [value ? '是' : '否'];
    if (typeof value === 'string') return [value];
    if (Array.isArray(value)) return [value as readonly string[]];
    const text = exactText(value as Parameters<typeof exactText>[0]);
    return text.includes('/') ? [] : [text + (fact.type === 'money' ? '元' : (fact.unit ?? ''))];
  });
}
