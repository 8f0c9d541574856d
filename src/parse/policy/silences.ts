// In: the `silences` of a policy. Out: the warnings that it answers with a reason. What they silence is seen when it is checked.
import { CODES, SILENCEABLE, type Code } from '../../model/codes/index.js';
import type { Silence } from '../../model/policy.js';
import { nearest } from '../nearest.js';
import { report, type Findings } from '../words/context.js';
import { child, itemsOf, requiredText, textAt, type Tree } from '../yaml/tree.js';

/** Reads all silences; one that names no warning of the checks, or gives no reason, is reported. */
export function readSilences(tree: Tree | undefined, findings: Findings): Silence[] {
  return itemsOf(tree).flatMap((node) => {
    const code = readCode(node, findings);
    const reason = requiredText(node, 'reason').trim();
    if (reason === '') report(findings, 'parse/nothing-there', child(node, 'reason')!.at, { name: 'reason' });
    const [at, part] = [textAt(node, 'at'), textAt(node, 'part')];
    const subject = { ...(at === undefined ? {} : { at }), ...(part === undefined ? {} : { part }) };
    return code ? [{ code, subject, reason, at: child(node, 'code')!.at }] : [];
  });
}

function readCode(node: Tree, findings: Findings): Code | undefined {
  const name = requiredText(node, 'code');
  const { at } = child(node, 'code')!;
  const code = SILENCEABLE.find((one) => one === name);
  if (code) return code;
  if (Object.hasOwn(CODES, name)) return report(findings, 'parse/not-silenceable', at, { name });
  const words = { name, near: nearest(name, SILENCEABLE), allowed: SILENCEABLE.join(' ') };
  return report(findings, 'parse/unknown-word', at, words);
}
