// `caijue check`: validates policies by reading and by proof; every proof comes with a case that shows it.
import { join } from 'node:path';
import { examine } from '../../check/check-policy.js';
import type { Examination } from '../../check/silences.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { CODES } from '../../model/codes/index.js';
import { readPolicy } from '../../parse/policy/read-policy.js';
import { LIMITS } from '../../parse/yaml/read-bytes.js';
import { diagnosticJson } from '../../report/determination-json.js';
import { diagnosticText } from '../../report/diagnostic-text.js';
import { readFile } from '../read-file.js';
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
  const findings = examined.flatMap(({ told }) => told);
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
    host.out(`${summary(files.length, findings, silenced.length, session)}\n`);
  }
  const denied = options.denyWarnings === true && findings.length > 0 ? 1 : 0;
  return graver(exitCodeOf(findings), denied, files.length === 0 ? 2 : 0);
}

function checkFile(path: string, { host }: Session): Examination {
  const bytes = readFile(host.fs, path, LIMITS.policy);
  const policy = bytes.ok ? readPolicy(bytes.value, path) : bytes;
  return policy.ok ? examine(policy.value) : { told: policy.diagnostics, silenced: [] };
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

function summary(files: number, findings: readonly Diagnostic[], silenced: number, { language }: Session): string {
  const errors = findings.filter(({ code }) => CODES[code].severity === 'error').length;
  const [policies, wrong, warned, quiet] = [files, errors, findings.length - errors, silenced].map(String);
  if (language === 'zh')
    return `${policies!} 份办法：错误 ${wrong!} 处，提醒 ${warned!} 处，写明理由免提醒 ${quiet!} 处`;
  return `${policies!} policies: ${wrong!} errors, ${warned!} warnings, ${quiet!} silenced with a reason`;
}
