// In: a case's text and changes to it. Out: the file as it stands after each, written whole at once; or why it was not written.
import { createHash } from 'node:crypto';
import type { Result } from '../../model/diagnostic.js';
import { editCase, type Edit } from '../../parse/edit/edit-case.js';
import { LIMITS } from '../../parse/yaml/read-bytes.js';
import type { Host } from '../host.js';
import { aboutFile, readFile } from '../read-file.js';
import { writeFile } from '../write-file.js';

/** The case file that an interview writes. Without a path it is kept in memory alone. */
export interface CaseDesk {
  readonly path: string | undefined;
  /** What messages call it. */
  readonly name: string;
  readonly text: () => string;
  /** Makes a change, if what comes out is a case that can be read. */
  readonly change: (edit: Edit, check: (text: string) => Result<unknown>, order?: readonly string[]) => Result<void>;
}

/** Opens a desk on a text. `onDisk`: whether the file holds this text already. */
export function openCaseDesk(host: Host, path: string | undefined, text: string, onDisk: boolean): CaseDesk {
  const name = path ?? '<answers>';
  let current = text;
  let digest = onDisk ? digestOf(new TextEncoder().encode(text)) : undefined;
  const change: CaseDesk['change'] = (edit, check, order) => {
    const edited = editCase(current, name, edit, order);
    if (!edited.ok) return edited;
    const readable = check(edited.value);
    if (!readable.ok) return readable;
    if (edited.value === current && digest !== undefined) return done;
    const written = path === undefined ? done : write(host, path, edited.value, digest);
    if (!written.ok) return written;
    current = edited.value;
    digest = digestOf(new TextEncoder().encode(current));
    return done;
  };
  return { path, name, text: () => current, change };
}

const done: Result<void> = { ok: true, value: undefined, diagnostics: [] };

/** The text of a case file, its byte-order mark included. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Writes, unless somebody else has changed or made the file meanwhile. */
function write(host: Host, path: string, text: string, expected: string | undefined): Result<void> {
  const now = readFile(host.fs, path, LIMITS.case);
  const found = now.ok ? digestOf(now.value) : undefined;
  const missing = !now.ok && now.diagnostics.every(({ code }) => code === 'cli/not-found');
  if (found !== expected || (!now.ok && !missing)) return aboutFile('cli/changed-meanwhile', path);
  return writeFile(host.fs, path, text, host.pid);
}
