// `caijue schema`: prints a JSON Schema, the same file that the package ships for editors.
import { join } from 'node:path';
import { readFile } from '../read-file.js';
import { exitCodeOf, tell, type ExitCode, type Session } from '../session.js';

/** The schemas there are. */
export const SCHEMAS = ['policy', 'part', 'case', 'determination', 'explanation', 'batch', 'diagnostics'] as const;

/** Prints one schema. */
export function schema(name: string, session: Session): ExitCode {
  const path = join(session.host.home, 'schema', `${name}.schema.json`);
  const bytes = readFile(session.host.fs, path, 1024 * 1024);
  if (!bytes.ok) {
    tell(session, bytes.diagnostics);
    return exitCodeOf(bytes.diagnostics);
  }
  session.host.out(new TextDecoder().decode(bytes.value));
  return 0;
}
