// In: a run of `check`. Out: SARIF 2.1.0 (OASIS): stable rule ids, exact places, fingerprints that stay when lines move, silences as suppressions.
import type { Code } from '../../model/codes/index.js';
import type { Diagnostic, Related } from '../../model/diagnostic.js';
import type { Language } from '../../model/language.js';
import type { Silence } from '../../model/policy.js';
import { placeOf, type Place } from '../../model/source.js';
import { helpOf, messageOf, relatedOf, witnessOf } from '../diagnostic-text.js';
import { fingerprints } from './fingerprints.js';
import { asFiles, isError, type CheckReport } from './examined.js';
import { artifact, location, type SarifLocation } from './sarif-places.js';
import { ruleOf } from './sarif-rules.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** A finding on its way into the log. */
interface Result {
  readonly finding: Diagnostic;
  readonly silence?: Silence;
  readonly fingerprint: string;
}

/** One run with all findings, the silenced ones as suppressed. */
export function checkSarif(report: CheckReport): string {
  const { engine, language, digest } = report;
  const files = asFiles(report);
  const [name, version] = engine.split(' ');
  const results = files.flatMap(({ told, silenced }) => {
    const all = [...told.map((finding) => ({ finding })), ...silenced];
    const prints = fingerprints(all.map(({ finding }) => finding));
    return all.map((one, i): Result => ({ ...one, fingerprint: digest(prints[i]!) }));
  });
  const codes = [...new Set(results.map(({ finding }) => finding.code))].sort();
  const rules = codes.map((code) => ruleOf(code, language));
  const run = {
    tool: { driver: { name, version, semanticVersion: version, rules } },
    language: language === 'zh' ? 'zh-CN' : 'en-US',
    columnKind: 'unicodeCodePoints',
    invocations: [{ executionSuccessful: true }],
    artifacts: files.map((file) => ({ location: artifact(file.name), roles: ['analysisTarget'] })),
    results: results.map((result) => resultJson(result, codes, language)),
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

/** `primaryLocationLineHash` is the one fingerprint that GitHub reads. */
function resultJson({ finding, silence, fingerprint }: Result, codes: readonly Code[], language: Language): object {
  const { code, place, subject, related = [] } = finding;
  const words = [messageOf(finding, language), witnessOf(finding, language), helpOf(finding, language)];
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: isError(finding) ? 'error' : 'warning',
    message: { text: words.filter((line) => line !== undefined).join('\n') },
    locations: [location(place, subject)],
    ...(related.length > 0 ? { relatedLocations: related.map((one, i) => relatedJson(one, i, language)) } : {}),
    partialFingerprints: { primaryLocationLineHash: fingerprint, 'caijueSubject/v1': fingerprint },
    suppressions: silence ? [suppression(silence, place)] : [],
  };
}

function relatedJson(related: Related, i: number, language: Language): SarifLocation {
  return { id: i + 1, ...location(related.place), message: { text: relatedOf(related, language) } };
}

function suppression({ reason, at }: Silence, { file }: Place): object {
  const place = placeOf({ name: file, lines: [], digest: '' }, at);
  return { kind: 'inSource', status: 'accepted', justification: reason, location: location(place) };
}
