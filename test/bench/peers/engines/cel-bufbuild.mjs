// @bufbuild/cel
import { celEnv, parse, plan } from '@bufbuild/cel';
import { celEngine } from './cel-words.mjs';

export function makeEngine(policy) {
  const environment = celEnv();
  return celEngine(policy, (text) => plan(environment, parse(text)));
}
