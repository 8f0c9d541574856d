// In: the shared policy. Out: its text in the language of caijue.
import { stringify } from 'yaml';
import { facts, outcomes, rules } from './policy.mjs';

const ARTICLE = '第一条';

function fact(name, type) {
  const choice = Array.isArray(type);
  return { ask: name, type: choice ? 'choice' : type, cites: ARTICLE, ...(choice ? { options: type } : {}) };
}

/** The outcomes without `needs_info`, which is the status of an open case; each prevails over those after it. */
function ourOutcomes() {
  const own = outcomes.filter(({ is }) => is !== 'unknown');
  return own.map(({ outcome, is, when }, index) => {
    const later = own.slice(index + 1).map((other) => other.outcome);
    const condition = is ? when : { none: [when] };
    return [
      outcome,
      { title: outcome, cites: ARTICLE, when: condition, ...(later.length > 0 ? { prevails_over: later } : {}) },
    ];
  });
}

const mapped = (entries, make) => Object.fromEntries(entries.map(([name, value]) => [name, make(name, value)]));

/** The policy file. */
export function policyText() {
  const policy = {
    policy: { id: 'bench', title: 'bench', completeness: 'part', source: 'made up' },
    articles: { [ARTICLE]: 'made up' },
    facts: mapped(Object.entries(facts), fact),
    rules: mapped(Object.entries(rules), (_name, when) => ({ cites: ARTICLE, when })),
    outcomes: Object.fromEntries(ourOutcomes()),
  };
  return stringify(policy, { aliasDuplicateObjects: false });
}

const text = (type, value) => {
  if (value === true) return '是';
  if (value === false) return '否';
  return type === 'date' ? new Date(value * 86_400_000).toISOString().slice(0, 10) : String(value);
};

/** A case file of the facts of one case. */
export function caseText(kase, id) {
  const stated = Object.entries(kase).map(([name, value]) => [name, { value: text(facts[name], value) }]);
  return stringify({ case: { id, title: id, policy: 'bench' }, facts: Object.fromEntries(stated) });
}
