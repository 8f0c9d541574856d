// In: a policy and a case. Out: how every JSON about one case begins: what it is of, told so that it can be checked years later.
import { dateText } from '../model/calendar.js';
import { lawDay } from '../model/case.js';
import type { ReportInput } from './input.js';

type Subject = Pick<ReportInput, 'policy' | 'kase' | 'engine'>;

/** The first keys of a document; the schema's name changes when a key changes its meaning. */
export function headJson(schema: string, { policy, kase, engine }: Subject): object {
  const day = lawDay(kase.head);
  return {
    schema,
    policy: { id: policy.id, title: policy.title, digest: policy.source.digest },
    case: { id: kase.head.id, digest: kase.source.digest, as_of: day === undefined ? null : dateText(day) },
    engine,
  };
}
