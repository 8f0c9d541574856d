// In: what the checks found, and the silences that the policy declares. Out: what is told and what is silenced; silences that do nothing, or too much, are told.
import { CODES, type Code } from '../model/codes/index.js';
import { diagnose, inReadingOrder, type Diagnostic, type Subject } from '../model/diagnostic.js';
import type { Policy, Silence } from '../model/policy.js';

/** A warning that the policy answers with a reason. */
export interface Silenced {
  readonly finding: Diagnostic;
  readonly silence: Silence;
}

/** What an examination of a policy comes to, both lists in reading order. */
export interface Examination {
  readonly told: readonly Diagnostic[];
  readonly silenced: readonly Silenced[];
}

/** Takes silenced warnings out. `unproved` are the codes of checks that could not run: whether their silences are needed is not known. */
export function withSilences(
  policy: Policy,
  found: readonly Diagnostic[],
  unproved: ReadonlySet<Code> = new Set(),
): Examination {
  const silenceOf = finder(policy.silences);
  const findings = inReadingOrder(found).map((finding) => ({ finding, silence: silenceOf(finding) }));
  const taken = new Map<Silence, Diagnostic[]>(policy.silences.map((silence) => [silence, []]));
  for (const { finding, silence } of findings) taken.get(silence!)?.push(finding);
  const faults = [...taken].flatMap(([silence, own]) => {
    const needed = own.length > 0 || unproved.has(silence.code);
    if (!needed) return [about(policy, silence, 'check/needless-silence', [])];
    return partsOf(own).length > 1 ? [about(policy, silence, 'check/broad-silence', own)] : [];
  });
  const told = findings.flatMap(({ finding, silence }) => (silence ? [] : [finding]));
  const silenced = findings.flatMap(({ finding, silence }) => (silence ? [{ finding, silence }] : []));
  return { told: inReadingOrder([...told, ...faults]), silenced };
}

/** The silence that a warning falls under: one that names its part, else one that names no part; of several alike the first. */
function finder(silences: readonly Silence[]): (finding: Diagnostic) => Silence | undefined {
  const named = new Map([...silences].reverse().map((silence) => [keyOf(silence.code, silence.subject), silence]));
  return ({ code, subject }) => {
    if (!subject || CODES[code].severity === 'error') return undefined;
    return named.get(keyOf(code, subject)) ?? named.get(keyOf(code, { ...subject, part: '' }));
  };
}

function keyOf(code: Code, { at = '', part = '' }: Subject): string {
  return JSON.stringify([code, at, part]);
}

/** The parts that findings are about, in their order. */
function partsOf(findings: readonly Diagnostic[]): string[] {
  return [...new Set(findings.map(({ subject }) => subject?.part ?? ''))];
}

function about(
  { source }: Policy,
  { code, subject, at }: Silence,
  fault: Code,
  own: readonly Diagnostic[],
): Diagnostic {
  const parts = partsOf(own).join(' | ');
  const words = { silenced: code, name: subject.at ?? '', part: subject.part ?? '', parts };
  const related = own.map(({ place }) => ({ as: 'silenced' as const, place }));
  return { ...diagnose(fault, source, at, words), subject, related };
}
