// In: a question of an interview. Out: what hangs on it: open rules and outcomes, and what each answer can still lead to.
import type { Case, StatedFact } from '../model/case.js';
import type { Constant } from '../model/expression.js';
import { readsOf } from '../model/order.js';
import type { Table } from '../compile/table.js';
import { openAnswers } from '../diagram/inquiry.js';
import { isKnown, standingIn } from '../evaluate/status.js';
import { isAbout } from './answer-states.js';
import type { Question } from './questions.js';
import { rangeText, samplesOf, type Sample } from './ranges.js';
import { standpointsOf, type InterviewOptions, type Standpoint } from './standpoints.js';

/** What an answer to a question can still lead to. */
export interface AnswerEffect {
  /** An option, 是 or 否, or a range such as `>= 50000000元`, exact as in the trail. */
  readonly answer: string;
  /** The outcomes that can still stand after it. */
  readonly leadsTo: readonly string[];
  /** Whether nothing more needs to be asked after it. */
  readonly settles: boolean;
}

/** What hangs on a question. */
export interface Why {
  /** Rules that read it, or read a fact that applies by it, and are still open. */
  readonly rules: readonly string[];
  /** Open outcomes that hang on it. */
  readonly outcomes: readonly string[];
  /** Each answer, and what can still come out. */
  readonly answers: readonly AnswerEffect[];
}

/** Says why a question is asked. Looking changes nothing. */
export function whyAsked(table: Table, kase: Case, question: Question, options: InterviewOptions = {}): Why {
  const points = concernedBy(question, standpointsOf(table, kase, options).points);
  const possible = new Set(points.flatMap((point) => possibleOutcomes(table, point)));
  const hanging = openNodesAbove(table, points, question.fact);
  const outcomes = [...table.outcomes].filter(([name, { stands }]) => possible.has(name) && hanging.has(stands));
  const fact = table.policy.facts.get(question.fact)!;
  const tried = samplesOf(fact, options.diagrams).map((sample) => tryOut(table, kase, question, sample, options));
  return {
    rules: openReaders(table, points, question.fact),
    outcomes: outcomes.map(([name]) => name),
    answers: joined(tried).map(({ samples, leadsTo, settles }) => {
      const regions = samples.flatMap(({ region }) => region ?? []);
      return { answer: regions.length > 0 ? rangeText(regions, fact.type) : samples[0]!.text, leadsTo, settles };
    }),
  };
}

function concernedBy(question: Question, points: readonly Standpoint[]): readonly Standpoint[] {
  return points.filter((point) => isAbout(question, point));
}

/** The outcomes that can stand, whatever the open facts turn out to be. */
function possibleOutcomes(table: Table, { pending, standing, inquiry, cells }: Standpoint): readonly string[] {
  if (!pending) return standing;
  if (inquiry) return openAnswers(inquiry).flatMap((answer) => inquiry.ground.diagrams.answers.standing(answer));
  return [...standing, ...standingIn(table, cells).open];
}

/** The open nodes that a fact leads to. */
function openNodesAbove(table: Table, points: readonly Standpoint[], fact: string): ReadonlySet<number> {
  const found = new Set(table.slots.get(fact));
  for (let node = 0; node < table.size; node++) {
    if (points.every(({ cells }) => isKnown(cells, node))) continue;
    const kids = table.kids.subarray(table.first[node], table.first[node + 1]);
    if (kids.some((kid) => found.has(kid))) found.add(node);
  }
  return found;
}

function openReaders(table: Table, points: readonly Standpoint[], fact: string): readonly string[] {
  const { policy } = table;
  const reads = (name: string, other: string): boolean => readsOf(name, policy).some((ref) => ref.name === other);
  const sources = [fact, ...[...policy.facts.keys()].filter((name) => reads(name, fact))];
  return [...policy.rules.keys()].filter(
    (name) =>
      sources.some((source) => reads(name, source)) &&
      points.some(({ cells }) => !isKnown(cells, table.rules.get(name)!)),
  );
}

interface Tried {
  readonly samples: readonly Sample[];
  readonly leadsTo: readonly string[];
  readonly settles: boolean;
}

/** States an answer and looks where the parties stand then. */
function tryOut(table: Table, kase: Case, question: Question, sample: Sample, options: InterviewOptions): Tried {
  const points = concernedBy(question, standpointsOf(table, stating(kase, question, sample.value), options).points);
  const possible = new Set(points.flatMap((point) => possibleOutcomes(table, point)));
  return {
    samples: [sample],
    leadsTo: [...table.outcomes.keys()].filter((name) => possible.has(name)),
    settles: points.every(({ pending, faulty }) => !pending && !faulty),
  };
}

function stating(kase: Case, { fact, party }: Question, value: Constant): Case {
  const stated: StatedFact = { name: fact, value, evidence: [], at: kase.head.at };
  if (party === null) return { ...kase, facts: new Map([...kase.facts, [fact, stated]]) };
  const parties = kase.parties.map((one) =>
    one.name === party ? { ...one, facts: new Map([...one.facts, [fact, stated]]) } : one,
  );
  return { ...kase, parties };
}

/** Takes neighbouring ranges that lead to the same together. */
function joined(tried: readonly Tried[]): readonly Tried[] {
  const result: Tried[] = [];
  for (const one of tried) {
    const before = result.at(-1);
    const isSame =
      before?.samples[0]!.region !== undefined &&
      before.settles === one.settles &&
      before.leadsTo.join('\n') === one.leadsTo.join('\n');
    if (isSame) result[result.length - 1] = { ...before, samples: [...before.samples, ...one.samples] };
    else result.push(one);
  }
  return result;
}
