// In: an explained case. Out: its JSON (schema/explanation.schema.json), whose keys are the same in both languages. Additive changes only.
import type { PartyExplanation, Way } from '../model/case-explanation.js';
import type { ExplanationInput } from './explanation-input.js';
import { headJson } from './head-json.js';

/** The schema's name; it changes when a key changes its meaning. */
const SCHEMA = 'caijue/explanation/1';

/** An explanation as plain data, ready for JSON. */
export function explanationJson(input: ExplanationInput): object {
  const { explanation } = input;
  return {
    ...headJson(SCHEMA, input),
    complete: explanation.complete,
    parties: explanation.parties.map(partyJson),
  };
}

function partyJson({ name, role, status, standing, fixing, onDay, towards, unsupported }: PartyExplanation): object {
  return {
    name,
    ...(role === undefined ? {} : { role }),
    status,
    outcome: status === 'determined' ? standing[0]! : null,
    standing,
    fixed_by: fixing,
    on_day: onDay,
    towards: towards.map(({ outcome, search, ways }) => ({ outcome, search, ways: ways.map(wayJson) })),
    unsupported,
  };
}

function wayJson({ kind, changes, setAside }: Way): object {
  return { kind, changes, set_aside: setAside };
}
