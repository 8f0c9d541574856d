// In: a policy's comparisons and the values of all nodes. Out: values that lie close to the threshold that they are compared with.
import type { Expression } from '../model/expression.js';
import { namesInExpression } from '../model/walk.js';
import type { Fraction } from '../model/quantity.js';
import { quantityText } from '../model/quantity.js';
import { quantityIn, type Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';
import { isKnown } from '../evaluate/status.js';

/** A comparison of a quantity with a threshold, by the nodes of both. */
interface Threshold {
  readonly leaf: string;
  readonly value: number;
  readonly threshold: number;
  readonly unit: string | null;
}

/** A value near a threshold; how far off it is, as a share of the threshold. */
export interface Near {
  readonly leaf: string;
  readonly value: string;
  readonly threshold: string;
  readonly off: Fraction;
}

/** The comparisons of quantities. The side that rests on no fact is the threshold; where both do, the right one. Dates have no share. */
export function thresholdsOf(table: Table): readonly Threshold[] {
  const found = new Map<string, Threshold>();
  for (const condition of table.nodeOf.keys()) {
    if (condition.kind !== 'leaf' || condition.test.kind !== 'compare') continue;
    const { left, right } = condition.test;
    if (left.type.kind !== 'quantity') continue;
    const [value, threshold] = restsOnFacts(right) && !restsOnFacts(left) ? [right, left] : [left, right];
    const nodes = [table.nodeOf.get(value)!, table.nodeOf.get(threshold)!] as const;
    const key = `${String(nodes[0])} ${threshold.kind === 'constant' ? constantKey(threshold) : String(nodes[1])}`;
    if (!found.has(key)) {
      found.set(key, { leaf: condition.text, value: nodes[0], threshold: nodes[1], unit: left.type.unit });
    }
  }
  return [...found.values()];
}

function restsOnFacts(expression: Expression): boolean {
  return [...namesInExpression(expression)].some(({ to }) => to === 'fact' || to === 'rule');
}

function constantKey({ value }: Expression & { readonly kind: 'constant' }): string {
  return value.kind === 'quantity' ? `= ${quantityText(value.value, value.unit)}` : '';
}

/** What lies within a share of its threshold, on either side or upon it. */
export function nearThresholds(thresholds: readonly Threshold[], cells: Cells, margin: Fraction): Near[] {
  return thresholds.flatMap(({ leaf, value, threshold, unit }) => {
    if (!isKnown(cells, value) || !isKnown(cells, threshold)) return [];
    const [own, limit] = [quantityIn(cells, value), quantityIn(cells, threshold)];
    if (limit.n === 0n) return [];
    const off = own.sub(limit).div(limit).abs();
    if (off.compare(margin) > 0) return [];
    return [{ leaf, value: quantityText(own, unit), threshold: quantityText(limit, unit), off }];
  });
}

/** A share in percent, rounded up to hundredths: what is not on the threshold is never told as on it. */
export function percentText(share: Fraction): string {
  const hundredths = share.mul(10_000).ceil();
  return `${(Number(hundredths.n) / 100).toFixed(2)}%`;
}
