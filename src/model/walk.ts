// Walks over conditions and expressions: which names they read, and which conditions a policy holds.
import type { Condition, Expression, Leaf, Reference } from './expression.js';
import type { Conclusion, Fact, Outcome } from './policy.js';

/** Every leaf of a condition, in reading order. */
export function* leavesOf(condition: Condition): Generator<Leaf> {
  if (condition.kind === 'leaf') yield condition;
  else for (const part of condition.of) yield* leavesOf(part);
}

/** Every name that an expression reads. */
export function* namesInExpression(expression: Expression): Generator<Reference> {
  if (expression.kind === 'reference') yield expression.ref;
  if (expression.kind === 'arithmetic') {
    yield* namesInExpression(expression.left);
    yield* namesInExpression(expression.right);
  }
  if (expression.kind === 'call') for (const arg of expression.args) yield* namesInExpression(arg);
}

/** Every name that a leaf reads. */
export function* namesInLeaf({ test }: Leaf): Generator<Reference> {
  if ('ref' in test) yield test.ref;
  if ('left' in test) yield* namesInExpression(test.left);
  if (test.kind === 'compare') yield* namesInExpression(test.right);
  if (test.kind === 'among') for (const value of test.values) yield* namesInExpression(value);
}

/** Every name that a condition reads. */
export function* namesInCondition(condition: Condition): Generator<Reference> {
  for (const leaf of leavesOf(condition)) yield* namesInLeaf(leaf);
}

/** Every name that a rule's conclusion reads. */
export function* namesInConclusion(conclusion: Conclusion): Generator<Reference> {
  if (conclusion.kind === 'value') yield* namesInExpression(conclusion.value);
  if (conclusion.kind === 'when') {
    yield* namesInCondition(conclusion.when);
    if (conclusion.unless) yield* namesInCondition(conclusion.unless);
  }
  if (conclusion.kind !== 'rows') return;
  for (const { when, value } of conclusion.rows) {
    if (when) yield* namesInCondition(when);
    yield* namesInExpression(value);
  }
}

/** Every name that a fact reads to know whether it applies. */
export function* namesInFact(fact: Fact): Generator<Reference> {
  if (fact.appliesWhen) yield* namesInCondition(fact.appliesWhen);
}

/** Every name that an outcome reads. */
export function* namesInOutcome(outcome: Outcome): Generator<Reference> {
  if (outcome.when) yield* namesInCondition(outcome.when);
  if (outcome.unless) yield* namesInCondition(outcome.unless);
}
