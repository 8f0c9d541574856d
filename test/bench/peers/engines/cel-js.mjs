// @marcbachmann/cel-js
import { parse } from '@marcbachmann/cel-js';
import { celEngine } from './cel-words.mjs';

export const makeEngine = (policy) => celEngine(policy, parse);
