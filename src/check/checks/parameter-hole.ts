// check/parameter-hole: a day inside the policy's time in force on which a parameter has no value.
import { dateText } from '../../model/calendar.js';
import type { Parameter, Policy } from '../../model/policy.js';
import type { Finding } from '../context.js';

/** The first such day of each parameter: before its first value, or after one that ended. */
export function parameterHole(policy: Policy): Finding[] {
  return [...policy.parameters.values()].flatMap((parameter): Finding[] => {
    const { name, at } = parameter;
    const hole = holeOf(parameter, policy);
    if (hole === undefined) return [];
    return [{ code: 'check/parameter-hole', subject: { at: name }, at, words: { name, day: dateText(hole) } }];
  });
}

function holeOf({ values }: Parameter, { inForce: { from, to } }: Policy): number | undefined {
  const ends = values.flatMap((entry) => (entry.to === undefined ? [] : [entry.to + 1]));
  return [from ?? values[0]!.from, ...ends].find((day) => {
    const inside = (from === undefined || day >= from) && (to === undefined || day <= to);
    const latest = values.filter((entry) => entry.from <= day).at(-1);
    return inside && (!latest || (latest.to !== undefined && latest.to < day));
  });
}
