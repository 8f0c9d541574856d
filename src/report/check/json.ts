// In: a run of `check`. Out: its JSON (schema/diagnostics.schema.json). Additive changes only.
import { diagnosticJson } from '../diagnostic-json.js';
import { toldIn, type CheckReport } from './examined.js';

/** The schema's name; it changes when a key changes its meaning. */
const SCHEMA = 'caijue/diagnostics/1';

/** All findings, and the warnings that policies silence, each with its reason. */
export function checkJson(report: CheckReport): string {
  const { files, language } = report;
  const diagnostics = toldIn(report).map((finding) => diagnosticJson(finding, language));
  const silenced = files.flatMap((file) =>
    file.silenced.map(({ finding, silence }) => ({ ...diagnosticJson(finding, language), reason: silence.reason })),
  );
  const names = files.map(({ name }) => name);
  return `${JSON.stringify({ schema: SCHEMA, files: names, diagnostics, silenced }, null, 2)}\n`;
}
