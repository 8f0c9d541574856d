// The plain interpreter that says what is right.
import { decide } from '../reference.mjs';

export function makeEngine() {
  return {
    prepare: (kase) => kase,
    decide: (kase) => decide(kase).outcome,
    explain: (kase) => {
      const { outcome, rules } = decide(kase);
      return { outcome, trail: rules };
    },
    explanation: 'the value of every rule',
  };
}
