// What every command shares: the host, the language, and how findings are told and turned into an exit code.
import { CODES } from '../model/codes/index.js';
import { inReadingOrder, type Diagnostic } from '../model/diagnostic.js';
import type { Language } from '../model/language.js';
import type { Paint } from '../report/paint.js';
import { diagnosticText } from '../report/diagnostic-text.js';
import type { Host, StopSignal } from './host.js';

/** One run of the tool. */
export interface Session {
  readonly host: Host;
  readonly language: Language;
  readonly paint: Paint;
  /** Name and version of the tool. */
  readonly engine: string;
}

/** Exit codes: 0 done, 1 the content is at fault, 2 could not do it, 3 undetermined on demand, 70 our bug, 74 input/output, 75 try again, 129 130 143 stopped by a signal. */
export type ExitCode = 0 | 1 | 2 | 3 | 70 | 74 | 75 | 129 | 130 | 143;

/** The exit code of a run that a signal stopped. */
export const STOPPED: Readonly<Record<StopSignal, ExitCode>> = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/** The graver of several exit codes. */
export function graver(...codes: readonly ExitCode[]): ExitCode {
  const ranks: readonly ExitCode[] = [0, 3, 1, 2, 75, 74, 70, 129, 143, 130];
  return codes.reduce((worst, code) => (ranks.indexOf(code) > ranks.indexOf(worst) ? code : worst), 0);
}

const EXITS: Readonly<Partial<Record<Diagnostic['code'], ExitCode>>> = {
  'cli/not-found': 2,
  'cli/no-match': 2,
  'cli/not-ours': 2,
  'cli/not-a-file': 2,
  'cli/not-readable': 2,
  'cli/unknown-code': 2,
  'cli/no-terminal': 2,
  'cli/unknown-policy': 2,
  'cli/unknown-outcome': 2,
  'cli/unknown-party': 2,
  'cli/not-written': 74,
  'cli/changed-meanwhile': 75,
  'cli/locked': 75,
  'cli/internal': 70,
};

/** The exit code that findings call for; warnings alone call for none. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  return graver(...diagnostics.map(({ code }) => (CODES[code].severity === 'warning' ? 0 : (EXITS[code] ?? 1))));
}

/** How many findings of one file are told; a hostile file can have as many as it has words. */
const MOST_TOLD = 100;

/** Tells findings on the error stream, in reading order. */
export function tell(session: Session, diagnostics: readonly Diagnostic[]): void {
  const { host, language, paint } = session;
  for (const diagnostic of inReadingOrder(diagnostics).slice(0, MOST_TOLD)) {
    host.err(`${diagnosticText(diagnostic, language, paint)}\n`);
  }
  const more = diagnostics.length - MOST_TOLD;
  if (more > 0) host.err(language === 'zh' ? `另有 ${more} 处未列出\n` : `${more} more are not listed\n`);
}
