// In: an opened case and its policy. Out: the case, read against the policy, or every mistake of its content.
import type { Case, Differs, Party, Recorded, RecordedParty } from '../../model/case.js';
import { CODES } from '../../model/codes/index.js';
import { inReadingOrder, type Result } from '../../model/diagnostic.js';
import type { Policy } from '../../model/policy.js';
import { nearest } from '../nearest.js';
import { readDay } from '../policy/parameters.js';
import { report, type Findings } from '../words/context.js';
import { folded } from '../yaml/characters.js';
import { child, entriesOf, itemsOf, keySpan, requiredText, textAt, type Scalar, type Tree } from '../yaml/tree.js';
import { readFacts } from './facts.js';
import type { OpenedCase } from './open-case.js';

/** Reads an opened case against a policy; warnings may come beside the case. */
export function readCase({ head, tree, source }: OpenedCase, policy: Policy): Result<Case> {
  const findings: Findings = { source, found: [] };
  const parties = readParties(child(tree, 'parties'), policy, findings);
  const facts = readFacts(child(tree, 'facts'), parties.length > 0 ? 'case' : 'both', policy, findings);
  const names = parties.length > 0 ? parties.map(({ name }) => name) : [head.id];
  const recorded = readRecorded(child(tree, 'determination'), names, policy, findings);
  const diagnostics = inReadingOrder(findings.found);
  if (diagnostics.some(({ code }) => CODES[code].severity === 'error')) return { ok: false, diagnostics };
  return { ok: true, value: { head, facts, parties, ...(recorded ? { recorded } : {}), source }, diagnostics };
}

/** The most parties of a case: each is determined and reported by itself, and a small file can name very many. */
const MOST_PARTIES = 1000;

function readParties(tree: Tree | undefined, policy: Policy, findings: Findings): Party[] {
  const seen = new Set<string>();
  const beyond = itemsOf(tree)[MOST_PARTIES];
  if (beyond) report(findings, 'parse/too-many-parts', beyond.at);
  return itemsOf(tree)
    .slice(0, MOST_PARTIES)
    .map((node) => {
      const name = textAt(node, 'name')?.trim() ?? '';
      if (name === '') report(findings, 'case/party-without-name', node.at);
      else if (seen.has(folded(name))) report(findings, 'case/duplicate-party', child(node, 'name')!.at, { name });
      seen.add(folded(name));
      const role = textAt(node, 'role');
      const facts = readFacts(child(node, 'facts'), 'party', policy, findings);
      return { name, ...(role ? { role } : {}), facts, at: node.at };
    });
}

function readRecorded(
  tree: Tree | undefined,
  names: readonly string[],
  policy: Policy,
  findings: Findings,
): Recorded | undefined {
  if (!tree) return undefined;
  readDay(tree, 'decided_on', findings);
  const parties = entriesOf(child(tree, 'parties')).map(({ key, value }) => {
    const words = { name: key.text, near: nearest(key.text, names) };
    if (!names.includes(key.text)) report(findings, 'case/unknown-party', key.at, words);
    return [key.text, readRecordedParty(key, value, policy, findings)] as const;
  });
  const optional = (to: string, from: string): Record<string, string> => {
    const text = textAt(tree, from);
    return text === undefined ? {} : { [to]: text };
  };
  return {
    ...optional('policyDigest', 'policy'),
    ...optional('engine', 'engine'),
    ...optional('decidedOn', 'decided_on'),
    ...optional('decidedBy', 'decided_by'),
    ...optional('origin', 'source'),
    ...optional('note', 'note'),
    parties: new Map(parties),
    at: tree.at,
  };
}

function checkOutcome(node: Tree, key: string, policy: Policy, findings: Findings): void {
  const name = requiredText(node, key);
  if (policy.outcomes.has(name)) return;
  const titled = [...policy.outcomes.values()].filter(({ title }) => title === name || title.startsWith(name));
  const near = titled.length === 1 ? titled[0]!.name : nearest(name, policy.outcomes.keys());
  report(findings, 'case/unknown-outcome', child(node, key)!.at, { name, near });
}

function readRecordedParty(key: Scalar, node: Tree, policy: Policy, findings: Findings): RecordedParty {
  const outcome = requiredText(node, 'outcome');
  const known = policy.outcomes.get(outcome);
  checkOutcome(node, 'outcome', policy, findings);
  const choice = itemsOf(child(node, 'choice')).map((item) => (item as Scalar).text);
  const strange = choice.find((option) => known && !known.choose.includes(option));
  if (strange !== undefined)
    report(findings, 'case/unknown-choice', child(node, 'choice')!.at, { name: strange, outcome });
  else if (known && !known.chooseSeveral && choice.length > 1)
    report(findings, 'case/one-choice', child(node, 'choice')!.at, { outcome, found: String(choice.length) });
  const [reason, note] = [textAt(node, 'reason'), textAt(node, 'note')];
  const differs = readDiffers(node, policy, findings);
  return {
    outcome,
    choice,
    ...(reason ? { reason } : {}),
    ...(note ? { note } : {}),
    ...(differs ? { differs } : {}),
    at: key.at,
  };
}

/** The body says what the rules said: one outcome, or that they gave none. */
function readDiffers(node: Tree, policy: Policy, findings: Findings): Differs | undefined {
  const differs = child(node, 'differs');
  if (!differs) return undefined;
  const [reason, status] = [requiredText(differs, 'reason'), textAt(differs, 'status')];
  if ((child(differs, 'expected') === undefined) === (status === undefined)) {
    report(findings, 'parse/one-of', keySpan(node, 'differs'), { allowed: 'expected status' });
  } else if (status === undefined) {
    checkOutcome(differs, 'expected', policy, findings);
    return { expected: requiredText(differs, 'expected'), reason };
  } else return { status: status as 'pending' | 'conflict' | 'gap', reason };
  return undefined;
}
