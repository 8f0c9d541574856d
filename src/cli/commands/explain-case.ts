// `caijue explain CASE`: why a case came out as it did, and what would have to change for another outcome.
import type { Case } from '../../model/case.js';
import type { Result } from '../../model/diagnostic.js';
import { readCase } from '../../parse/case/read-case.js';
import { nearest } from '../../parse/nearest.js';
import { LIMITS } from '../../parse/yaml/read-bytes.js';
import { explainCase as explained } from '../../explain/explain-case.js';
import type { ExplanationInput } from '../../report/explanation-input.js';
import { explanationJson } from '../../report/explanation-json.js';
import { explanationMarkdown } from '../../report/markdown/explanation.js';
import { openCaseFile } from '../case-file.js';
import { refuseNamed } from '../named-policies.js';
import { policyShelf, type Applied, type PolicyShelf } from '../policies.js';
import { aboutFile, readFile } from '../read-file.js';
import { exitCodeOf, tell, type ExitCode, type Session } from '../session.js';

/** The options of the command. */
export interface ExplainCaseOptions {
  readonly party?: string;
  readonly policy?: string;
  readonly format?: 'md' | 'json';
  readonly json?: boolean;
}

/** Explains a case, for all parties or one, towards all other outcomes or one, named by its name or title. */
export async function explainCase(
  path: string,
  outcome: string | undefined,
  options: ExplainCaseOptions,
  session: Session,
): Promise<ExitCode> {
  const shelf = policyShelf(session.host);
  const refused = refuseNamed([options.policy], shelf, session);
  if (refused !== 0) return refused;
  const file = await readCaseFile(path, options.policy, session, shelf);
  tell(session, file.diagnostics);
  if (!file.ok) return exitCodeOf(file.diagnostics);
  const { table, kase, application } = file.value;
  const named = nameOf(file.value, outcome);
  const unknown = unknownWord(file.value, outcome, named, options.party);
  if (unknown) {
    const { diagnostics } = aboutFile(unknown.code, path, {
      name: unknown.name,
      near: nearest(unknown.name, unknown.known),
    });
    tell(session, diagnostics);
    return exitCodeOf(diagnostics);
  }
  const explanation = explained(table, kase, {
    application,
    diagrams: shelf.diagramsOf(table),
    ...(options.party === undefined ? {} : { party: options.party }),
    ...(named === undefined ? {} : { outcome: named }),
  });
  const { language, engine, host } = session;
  const input: ExplanationInput = { policy: table.policy, kase, explanation, language, engine };
  const json = options.json === true || options.format === 'json';
  host.out(json ? `${JSON.stringify(explanationJson(input), null, 2)}\n` : explanationMarkdown(input));
  return explanation.parties.some(({ status }) => status === 'error') ? 1 : exitCodeOf(file.diagnostics);
}

/** A case read against the policy that applies to it. */
interface CaseRead extends Applied {
  readonly kase: Case;
}

async function readCaseFile(
  path: string,
  outright: string | undefined,
  { host }: Session,
  shelf: PolicyShelf,
): Promise<Result<CaseRead>> {
  const stdin = path === '-';
  const bytes: Result<Uint8Array> = stdin
    ? { ok: true, value: await host.stdin(), diagnostics: [] }
    : readFile(host.fs, path, LIMITS.case);
  if (!bytes.ok) return bytes;
  const file = openCaseFile(bytes.value, stdin ? '<stdin>' : path, stdin ? '' : path, outright, shelf);
  if (!file.ok) return file;
  const { opened, table, application } = file.value;
  const read = readCase(opened, table.policy);
  return read.ok ? { ...read, value: { kase: read.value, table, application } } : read;
}

/** The outcome of a name or a title. */
function nameOf({ table }: CaseRead, outcome: string | undefined): string | undefined {
  const { outcomes } = table.policy;
  if (outcome === undefined || outcomes.has(outcome)) return outcome;
  return [...outcomes.values()].find(({ title }) => title === outcome)?.name;
}

/** An outcome or a party that does not exist, with those that do. */
function unknownWord(
  { table, kase }: CaseRead,
  outcome: string | undefined,
  named: string | undefined,
  party: string | undefined,
): { code: 'cli/unknown-outcome' | 'cli/unknown-party'; name: string; known: readonly string[] } | undefined {
  const parties = kase.parties.length > 0 ? kase.parties.map(({ name }) => name) : [kase.head.id];
  if (party !== undefined && !parties.includes(party))
    return { code: 'cli/unknown-party', name: party, known: parties };
  if (outcome === undefined || named !== undefined) return undefined;
  const known = [...table.policy.outcomes.values()].flatMap(({ name, title }) => [name, title]);
  return { code: 'cli/unknown-outcome', name: outcome, known };
}
