// `caijue check`: validates policies by reading and by proof; every proof comes with a case that shows it.
import { join } from 'node:path';
import { examine } from '../../check/check-policy.js';
import type { Examination } from '../../check/silences.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { CODES } from '../../model/codes/index.js';
import { diagnosticJson } from '../../report/determination-json.js';
import { diagnosticText } from '../../report/diagnostic-text.js';
import { readPartFile, readPolicyFile } from '../policy-file.js';
import { exitCodeOf, graver, type ExitCode, type Session } from '../session.js';

/** The options of the command. */
export interface CheckOptions {
  readonly format?: 'text' | 'json';
  readonly json?: boolean;
  readonly denyWarnings?: boolean;
}

/** Checks files and all policies below folders; a faulty one never hides the others. */
export function check(paths: readonly string[], options: CheckOptions, session: Session): ExitCode {
  const { host, language, paint } = session;
  const files = paths.flatMap((path) => filesBelow(path, session));
  const examined = files.map((path) => checkFile(path, session));
  const findings = each(examined.flatMap(({ told }) => told));
  const silenced = examined.flatMap((one) => one.silenced);
  if (options.json === true || options.format === 'json') {
    const diagnostics = findings.map((finding) => diagnosticJson(finding, language));
    const quiet = silenced.map(({ finding, silence }) => ({
      ...diagnosticJson(finding, language),
      reason: silence.reason,
    }));
    host.out(`${JSON.stringify({ schema: 'caijue/diagnostics/1', diagnostics, silenced: quiet }, null, 2)}\n`);
  } else {
    for (const finding of findings) host.out(`${diagnosticText(finding, language, paint)}\n`);
    host.out(`${summary(examined, findings, silenced.length, session)}\n`);
  }
  const denied = options.denyWarnings === true && findings.length > 0 ? 1 : 0;
  return graver(exitCodeOf(findings), denied, files.length === 0 ? 2 : 0);
}

/** What was found in a file, and whether it is a part: read by itself, and proved with each policy that includes it. */
interface Examined extends Examination {
  readonly isPart: boolean;
}

function checkFile(path: string, { host }: Session): Examined {
  const policy = readPolicyFile(host.fs, path);
  if (policy.ok) return { isPart: false, ...examine(policy.value) };
  const isPart = policy.diagnostics.some(({ code }) => code === 'parse/part-alone');
  return { isPart, told: isPart ? readPartFile(host.fs, path).diagnostics : policy.diagnostics, silenced: [] };
}

/** Every finding once: what is wrong with a part is found again with each policy that includes it. */
function each(findings: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}

/** A file itself, or the YAML files below a folder, in the order of their names. Links are not followed out of a folder. */
function filesBelow(path: string, session: Session): string[] {
  const { fs } = session.host;
  try {
    if (!fs.statSync(path).isDirectory()) return [path];
    return [...fs.readdirSync(path)].sort().flatMap((name) => {
      const below = join(path, name);
      const stats = fs.lstatSync(below);
      if (stats.isDirectory()) return filesBelow(below, session);
      return stats.isFile() && /\.ya?ml$/u.test(name) ? [below] : [];
    });
  } catch {
    // Reading it as a file tells what is wrong with it.
    return [path];
  }
}

function summary(
  examined: readonly Examined[],
  findings: readonly Diagnostic[],
  silenced: number,
  { language }: Session,
): string {
  const errors = findings.filter(({ code }) => CODES[code].severity === 'error').length;
  const parts = examined.filter(({ isPart }) => isPart).length;
  const counts = [examined.length - parts, errors, findings.length - errors, silenced];
  const [policies, wrong, warned, quiet] = counts.map(String);
  if (language === 'zh') {
    const also = parts > 0 ? `、${String(parts)} 份共用部分` : '';
    return `${policies!} 份办法${also}：错误 ${wrong!} 处，提醒 ${warned!} 处，写明理由免提醒 ${quiet!} 处`;
  }
  const also = parts > 0 ? ` and ${String(parts)} parts` : '';
  return `${policies!} policies${also}: ${wrong!} errors, ${warned!} warnings, ${quiet!} silenced with a reason`;
}
