// In: a determination. Out: its JSON, whose keys are the same in both languages. Additive changes only.
import type { Diagnostic } from '../model/diagnostic.js';
import type { PartyDetermination, TrailStep } from '../model/determination.js';
import { placeName } from '../model/source.js';
import { diagnosticJson } from './diagnostic-json.js';
import { headJson } from './head-json.js';
import type { ReportInput } from './input.js';
import type { Language } from '../model/language.js';

/** The schema's name; it changes when a key changes its meaning. */
const SCHEMA = 'caijue/determination/1';

/** A determination as plain data, ready for JSON, with what was found in the case file and kept it from nothing. */
export function determinationJson(input: ReportInput, found: readonly Diagnostic[] = []): object {
  const { determination, language } = input;
  return {
    ...headJson(SCHEMA, input),
    notices: determination.notices,
    parties: determination.parties.map((party) => partyJson(party, input, language)),
    ...diagnosticsJson(found, language),
  };
}

function partyJson(party: PartyDetermination, { policy }: ReportInput, language: Language): object {
  const outcome = party.outcome === null ? undefined : policy.outcomes.get(party.outcome);
  const declined = party.ifDeclined;
  return {
    name: party.name,
    ...(party.role === undefined ? {} : { role: party.role }),
    status: party.status,
    outcome: party.outcome,
    standing: party.standing,
    open: party.open,
    settled_by_completions: party.settledByCompletions,
    outcomes_excluded: party.excluded,
    modality: outcome?.modality ?? null,
    if_declined: declined,
    choose: outcome?.choose ?? [],
    choose_several: outcome?.chooseSeveral ?? false,
    missing: party.missing,
    immaterial: party.immaterial,
    ...(Object.keys(party.ifApplicable).length > 0 ? { if_applicable: party.ifApplicable } : {}),
    unsupported: party.unsupported,
    values: party.values,
    trail: party.trail.map((step) => stepJson(step, policy.id)),
    ...diagnosticsJson(party.diagnostics, language),
  };
}

function diagnosticsJson(found: readonly Diagnostic[], language: Language): { diagnostics?: readonly object[] } {
  return found.length > 0 ? { diagnostics: found.map((diagnostic) => diagnosticJson(diagnostic, language)) } : {};
}

function stepJson(step: TrailStep, policy: string): object {
  const { kind, name, cites, truth, value, row, because, advises, at } = step;
  return {
    [kind]: name,
    cites: cites.join('、'),
    truth,
    value,
    ...(row === null ? {} : { row }),
    ...(advises ? { advises } : {}),
    at: placeName(policy, at),
    because: because.map(({ leaf, truth: own, facts, at: span }) => ({
      leaf,
      truth: own,
      facts,
      at: placeName(policy, span),
    })),
  };
}
