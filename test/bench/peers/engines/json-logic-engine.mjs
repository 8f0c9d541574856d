// json-logic-engine: formulas compiled to functions.
import { LogicEngine } from 'json-logic-engine';
import { jsonLogicEngine } from './json-logic-words.mjs';

export function makeEngine(policy) {
  const engine = new LogicEngine();
  return jsonLogicEngine(policy, (formula) => engine.build(formula));
}
