// In: the values of all nodes, one party at a time. Out: for every rule, leaf, option, row and outcome how often it was true, false, unknown, decisive.
import type { CoveragePoint, PolicyCoverage } from '../model/batch.js';
import type { Condition, Leaf } from '../model/expression.js';
import type { Fact, Rule } from '../model/policy.js';
import { placeName, type Span } from '../model/source.js';
import { leavesOf } from '../model/walk.js';
import { FALSE, KNOWN, type Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';
import { rowGiven } from '../evaluate/deciders.js';
import type { DecisivePath } from './decisive.js';

/** What a point was for one party: whether it was true, and whether it lay on the decisive path. */
interface Seen {
  readonly truth: boolean | undefined;
  readonly decisive: boolean;
}

/** A place of the policy that cases can exercise. Plain data. */
export interface CoveragePlace extends Pick<CoveragePoint, 'kind' | 'owner' | 'text' | 'at'> {
  /** The truths that the cases should show. A value, an option, a row and an outcome need to be seen once. */
  readonly wants: readonly ('true' | 'false')[];
}

/** A place of the policy, and how it is looked at. */
interface Point extends Omit<CoveragePlace, 'at'> {
  readonly at: Span;
  readonly look: (cells: Cells, path: DecisivePath) => Seen;
}

/** All points of a policy, in its order: what is told of them, and how each is looked at. */
export interface CoveragePlan {
  readonly places: readonly CoveragePlace[];
  readonly looks: readonly Point['look'][];
}

const BOTH = ['true', 'false'] as const;
const ONCE = ['true'] as const;

/** Finds the points of a policy. */
export function coveragePlan(table: Table): CoveragePlan {
  const { policy } = table;
  const { facts, rules, outcomes } = policy;
  const points = [
    ...[...facts.values()].flatMap((fact) => [
      ...leafPoints(fact.name, [fact.appliesWhen], table),
      ...optionPoints(fact, table),
    ]),
    ...[...rules.values()].flatMap((rule) => rulePoints(rule, table)),
    ...[...outcomes.values()].flatMap(({ name, when, unless, at }): Point[] => {
      const node = table.outcomes.get(name)!.holds;
      const look: Point['look'] = (cells, path) => ({ truth: truthIn(cells, node), decisive: path.outcomes.has(name) });
      const own: Point = { kind: 'outcome', owner: name, text: name, at, wants: ONCE, look };
      return [own, ...leafPoints(name, [when, unless], table)];
    }),
  ];
  const places = points.map(({ kind, owner, text, at, wants }) => {
    return { kind, owner, text, at: placeName(policy.id, at), wants };
  });
  return { places, looks: points.map(({ look }) => look) };
}

function truthIn(cells: Cells, node: number): boolean | undefined {
  if (cells.state[node] === FALSE) return false;
  return cells.state[node] === KNOWN ? true : undefined;
}

function rulePoints(rule: Rule, table: Table): Point[] {
  const { name, type, conclusion, at } = rule;
  const node = table.rules.get(name)!;
  const isTruth = type.kind === 'boolean';
  const look: Point['look'] = (cells, path) => ({
    truth: isTruth ? truthIn(cells, node) : cells.state[node]! >= KNOWN || undefined,
    decisive: path.rules.has(name),
  });
  const own: Point = { kind: 'rule', owner: name, text: name, at, wants: isTruth ? BOTH : ONCE, look };
  if (conclusion.kind === 'when') return [own, ...leafPoints(name, [conclusion.when, conclusion.unless], table)];
  if (conclusion.kind === 'value') return [own];
  const rows = conclusion.rows.flatMap(({ when, text, at: rowAt }, i): Point[] => {
    const lookAt: Point['look'] = (cells, path) => ({
      truth: rowTruth(rowGiven(conclusion, table, cells), i, when, table, cells),
      decisive: path.rows.get(name) === i,
    });
    const row: Point = {
      kind: 'row',
      owner: name,
      text: `${String(i + 1)}: ${text}`,
      at: rowAt,
      wants: ONCE,
      look: lookAt,
    };
    return [row, ...leafPoints(name, [when], table)];
  });
  return [own, ...rows];
}

/** A row is true where it gave the value, false where another did or its condition is. */
function rowTruth(
  given: number,
  own: number,
  when: Condition | undefined,
  table: Table,
  cells: Cells,
): boolean | undefined {
  if (given >= 0) return given === own;
  return when && cells.state[table.nodeOf.get(when)!] === FALSE ? false : undefined;
}

function leafPoints(owner: string, conditions: readonly (Condition | undefined)[], table: Table): Point[] {
  const leaves = conditions.flatMap((condition) => (condition ? [...leavesOf(condition)] : []));
  return leaves.map((leaf: Leaf): Point => {
    const node = table.nodeOf.get(leaf)!;
    const look: Point['look'] = (cells, path) => ({ truth: truthIn(cells, node), decisive: path.leaves.has(leaf) });
    return { kind: 'leaf', owner, text: leaf.text, at: leaf.at, wants: BOTH, look };
  });
}

/** An option is decisive where it was chosen and its fact lies on the decisive path. */
function optionPoints({ name, type, options }: Fact, table: Table): Point[] {
  const nodes = table.facts.get(name)!;
  return options.map((option, i): Point => {
    const truth = (cells: Cells): boolean | undefined => {
      if (type.kind === 'choices') return truthIn(cells, nodes[i]!);
      return cells.state[nodes[0]!] === KNOWN ? cells.number[nodes[0]!] === i : undefined;
    };
    const look: Point['look'] = (cells, path) => {
      const chosen = truth(cells);
      return { truth: chosen, decisive: chosen === true && path.facts.has(name) };
    };
    return { kind: 'option', owner: name, text: option.name, at: option.at, wants: ONCE, look };
  });
}

/** How often each point was true, false, unknown and decisive: four counts a point, to be added up in any order. */
export type CoverageTally = Float64Array;

/** Counts for no party yet. */
export function makeCoverage({ places }: CoveragePlan): CoverageTally {
  return new Float64Array(places.length * 4);
}

/** Counts one party. */
export function cover({ looks }: CoveragePlan, tally: CoverageTally, cells: Cells, path: DecisivePath): void {
  looks.forEach((look, i) => {
    const { truth, decisive } = look(cells, path);
    const at = 4 * i;
    tally[at + (truth === true ? 0 : truth === false ? 1 : 2)]! += 1;
    if (decisive) tally[at + 3]! += 1;
  });
}

/** Of the points of a policy, what was exercised and what never was. */
export function coverageOf(
  places: readonly CoveragePlace[],
  tally: CoverageTally,
): Omit<PolicyCoverage, 'policy' | 'digest'> {
  const points = places.map(({ wants, ...place }, i): CoveragePoint => {
    const [yes, no, unknown, decisive] = tally.subarray(4 * i, 4 * i + 4);
    const count = { true: yes!, false: no!, unknown: unknown!, decisive: decisive! };
    return { ...place, ...count, lacks: wants.filter((truth) => count[truth] === 0) };
  });
  const wanted = places.reduce((sum, { wants }) => sum + wants.length, 0);
  const seen = wanted - points.reduce((sum, { lacks }) => sum + lacks.length, 0);
  const percent = wanted === 0 ? 100 : Math.floor((100 * seen) / wanted);
  return { seen, wanted, percent, points };
}
