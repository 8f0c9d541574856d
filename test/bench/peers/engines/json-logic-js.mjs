// json-logic-js: formulas interpreted.
import jsonLogic from 'json-logic-js';
import { jsonLogicEngine } from './json-logic-words.mjs';

export function makeEngine(policy) {
  return jsonLogicEngine(policy, (formula) => (data) => jsonLogic.apply(formula, data));
}
