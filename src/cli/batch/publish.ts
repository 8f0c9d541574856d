// In: reports, and the folder they go to. Out: one file a case and an index; a report that is already there in the same words is left alone.
import { join } from 'node:path';
import type { Result } from '../../model/diagnostic.js';
import { aboutFile, readFile } from '../read-file.js';
import type { Session } from '../session.js';
import { writeFile } from '../write-file.js';

/** Writes reports below a folder. */
export interface Publisher {
  /** The name below the folder for the report of a case file, given its own name below the path of the run; undefined where it is taken. */
  readonly nameFor: (below: string) => string | undefined;
  readonly write: (name: string, text: string) => Result<void>;
}

/** The table of contents. */
export const INDEX = 'index.md';

/** How large a report may be that is compared with a new one. */
const COMPARED = 16 * 1024 * 1024;

/** Opens a folder for reports. Names that differ in case or in the form of their characters are one name on some systems. */
export function publisher(folder: string, { host }: Session): Publisher {
  const folded = (name: string): string => name.normalize('NFC').toLowerCase();
  const taken = new Set([folded(INDEX)]);
  return {
    nameFor: (below) => {
      const names = [below.replace(/\.[^./]*$/u, '.md'), `${below}.md`];
      const free = names.find((name) => !taken.has(folded(name)));
      if (free !== undefined) taken.add(folded(free));
      return free;
    },
    write: (name, text) => {
      const path = join(folder, name);
      const old = readFile(host.fs, path, COMPARED);
      const bytes = new TextEncoder().encode(text);
      if (old.ok && Buffer.compare(old.value, bytes) === 0) return { ok: true, value: undefined, diagnostics: [] };
      return writeFile(host.fs, path, text, host.pid);
    },
  };
}

/** Says that two reports would be one file. */
export function sameReport(name: string): Result<never> {
  return aboutFile('cli/same-output', name, { name });
}
