// In: an inquiry and a way to choose the next question. Out: the expected number of questions, all answers being equally likely.
// The optimum is exact: every question is tried in every state that can come up, states that are the same once.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const dist = process.env.CAIJUE_DIST;
const load = (path) => import(pathToFileURL(join(dist, path)).href);
const { afterAsking, inquiryKey, openAnswers } = await load('diagram/inquiry.js');
const { askable } = await load('diagram/material.js');

/** The groups that some question was asked of: part of a state where groups count. */
const begun = ({ ground, known }) =>
  [...new Set([...known].map((name) => ground.table.policy.facts.get(name).group))].sort().join(' ');

/** The expected number of questions under a way to choose. `choose` gets the inquiry and what can be asked. */
export function expected(inquiry, choose, groups = false, memo = new Map()) {
  const facts = askable(inquiry);
  if (facts.length === 0) return 0;
  const key = inquiryKey(inquiry) + (groups ? ` | ${begun(inquiry)}` : '');
  const known = memo.get(key);
  if (known !== undefined) return known;
  const fact = facts.length === 1 ? facts[0] : choose(inquiry, facts);
  let sum = 1;
  for (const { share, inquiry: after } of afterAsking(inquiry, fact))
    sum += share * expected(after, choose, groups, memo);
  memo.set(key, sum);
  return sum;
}

/** The fewest questions that any way to choose can expect, and the first question of one that does; null past a number of states. */
export function optimum(root, most) {
  const memo = new Map();
  const best = (inquiry) => {
    const facts = askable(inquiry);
    if (facts.length === 0) return { questions: 0 };
    const key = inquiryKey(inquiry);
    const known = memo.get(key);
    if (known) return known;
    if (memo.size >= most) throw new RangeError('too many states');
    let found = { questions: Infinity };
    for (const fact of facts) {
      const after = afterAsking(inquiry, fact);
      const isOpen = (one) => openAnswers(one.inquiry).length > 1 && askable(one.inquiry).length > 0;
      let questions = 1 + after.filter(isOpen).reduce((sum, { share }) => sum + share, 0);
      for (const one of after) {
        if (questions >= found.questions - 1e-12) break;
        if (isOpen(one)) questions += one.share * (best(one.inquiry).questions - 1);
      }
      if (questions < found.questions - 1e-12) found = { questions, fact };
    }
    memo.set(key, found);
    return found;
  };
  try {
    const { questions } = best(root);
    return {
      questions,
      states: memo.size,
      choose: (inquiry, facts) => {
        const known = memo.get(inquiryKey({ ...inquiry, aside: new Set() }));
        return facts.includes(known?.fact) ? known.fact : facts[0];
      },
    };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** How many facts a case is expected to have: those that apply, whether they matter or not. */
export function everything({ ground, answers, conditions }) {
  const { store, swing, table } = ground;
  const whole = swing.mass(answers);
  return [...table.policy.facts.keys()].reduce((sum, name) => {
    const condition = conditions.get(name);
    if (condition === undefined) return sum + 1;
    const where = store.combine('where', [answers, condition], ([answer, truth]) => -1 - (truth === 1 ? answer : 0));
    return sum + swing.mass(where) / whole;
  }, 0);
}
