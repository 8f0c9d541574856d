// In: what is typed as evidence. Out: a note, or a file with the SHA-256 that it has now and its path from the case file.
import { createHash } from 'node:crypto';
import { dirname, relative, resolve } from 'node:path';
import type { Evidence } from '../../model/case.js';
import { readTypedText } from '../../parse/words/typed.js';
import type { FileSystem } from '../host.js';
import { errorName } from '../read-file.js';
import { refusal } from './refusal.js';
import type { Room } from './room.js';
import type { ReadLine } from './talk.js';
import type { Word } from './words.js';

/** Reads a line: `@path`, or `@path note`; anything else is a note. */
export function readEvidence(text: string, { desk, session, say }: Room): ReadLine<Evidence> {
  const fits = readTypedText(text);
  if (!fits.ok) return { ok: false, why: refusal(fits, session.language) };
  if (!/^[@＠]/u.test(text)) return { ok: true, value: { note: text } };
  const whole = text.slice(1).trim();
  if (whole === '') return { ok: false, why: say('required') };
  const space = whole.indexOf(' ');
  const tries = [
    [whole, undefined] as const,
    ...(space > 0 ? [[whole.slice(0, space), whole.slice(space + 1)] as const] : []),
  ];
  const found = tries.map(([path, note]) => ({ path, note, digest: digestOf(session.host.fs, path) }));
  const file = found.find(({ digest }) => !('why' in digest)) ?? found[0]!;
  if ('why' in file.digest) return { ok: false, why: say(unread(file.digest.why), { file: file.path }) };
  const { sha256 } = file.digest;
  const path = relative(dirname(resolve(desk.path ?? '.')), resolve(file.path)).replaceAll('\\', '/');
  const value = { file: path, sha256, ...(file.note === undefined ? {} : { note: file.note.trim() }) };
  return { ok: true, value, echo: say('evidenceFile', { file: path, digest: sha256.slice(0, 12) }) };
}

/** What keeps a file from being read, in the officer's words. */
function unread(why: string): Word {
  if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(why)) return 'noSuchFile';
  return why === 'ENOTFILE' ? 'notOneFile' : 'unreadable';
}

/** A piece of evidence in one line. */
export function evidenceText({ note, file, sha256 }: Evidence): string {
  const digest = sha256 === undefined ? undefined : `sha256 ${sha256.replace('sha256:', '').slice(0, 12)}…`;
  return [note, file, digest].filter((part) => part !== undefined).join(' ');
}

/** The SHA-256 of a regular file of any size, read piece by piece. */
function digestOf(fs: FileSystem, path: string): { readonly sha256: string } | { readonly why: string } {
  let descriptor: number | undefined;
  try {
    if (!fs.statSync(path).isFile()) return { why: 'ENOTFILE' };
    descriptor = fs.openSync(path, 'r');
    const hash = createHash('sha256');
    const buffer = new Uint8Array(1024 * 1024);
    for (let position = 0; ;) {
      const read = fs.readSync(descriptor, buffer, 0, buffer.length, position);
      if (read === 0) return { sha256: hash.digest('hex') };
      hash.update(buffer.subarray(0, read));
      position += read;
    }
  } catch (error) {
    return { why: errorName(error) };
  } finally {
    if (descriptor !== undefined) fs.closeSync(descriptor);
  }
}
