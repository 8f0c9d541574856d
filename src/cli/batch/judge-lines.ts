// In: a file, or standard input, with a case on each line. Out: its lines as they come, and what the batch says of each.
import { isUtf8 } from 'node:buffer';
import type { SkippedFile } from '../../model/batch.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { LIMITS } from '../../parse/yaml/read-bytes.js';
import type { Host } from '../host.js';
import { aboutFile, errorName } from '../read-file.js';
import { unread, type CaseJudge, type CasePart, type Judged } from './judge-file.js';
import { BREAK, RETURN, SPACE, wholeLines, type Lines } from './lines.js';

/** Whether a path that was given is one of cases on lines. */
export function holdsLines(path: string): boolean {
  return path === '-' || /\.(?:ndjson|jsonl)$/iu.test(path);
}

/** The lines of a file, so many bytes at once, or of standard input, as they come. Fails where the file does. */
export function linesOf(path: string, piece: number, host: Host): AsyncGenerator<Lines> {
  return wholeLines(path === '-' ? host.chunks() : chunksOf(path, piece, host));
}

/** What is said of a file whose lines could not be read. */
export function faultsOfLines(name: string, error: unknown): readonly Diagnostic[] {
  const why = errorName(error);
  const code = why === 'ENOENT' ? 'cli/not-found' : why === 'EISDIR' ? 'cli/not-a-file' : 'cli/not-readable';
  return aboutFile(code, name, { why }).diagnostics;
}

/** Lines, the number of the first, and the name of what holds them; policies that they name by path are looked for from `path`. */
export interface NamedLines {
  readonly lines: Lines;
  readonly first: number;
  readonly name: string;
  readonly path: string;
}

/** Judges line by line; a faulty line never stops the others. Lines are named by their numbers. Gives how many they were. */
export function judgeLines(
  { lines, first, name, path }: NamedLines,
  judge: CaseJudge,
  see: (judged: Judged | SkippedFile) => void,
): number {
  if (lines.kind === 'too-long') {
    if (!lines.isBlank) see(tooLong(`${name}:${String(first)}`, lines.size));
    return 1;
  }
  const place = `${name}:`;
  const visit: Visit = (part, line) => see(withoutReport(judge.part(part, place + String(line), path)));
  return visitLines(lines.bytes, first, visit) - first;
}

/** How many lines there are: as many as breaks, and one that lacks it. */
export function countLines(lines: Lines): number {
  if (lines.kind === 'too-long') return 1;
  const bytes = searched(lines.bytes);
  let count = 0;
  for (let from = 0; from < bytes.length; count++) from = endOfLine(bytes, from) + 1;
  return count;
}

/** A line has no file of its own, and gets no report of its own. */
function withoutReport(judged: Judged | SkippedFile): Judged | SkippedFile {
  if ('why' in judged || !judged.report) return judged;
  const { result, now, before } = judged;
  return { result, ...(now ? { now } : {}), ...(before ? { before } : {}) };
}

type Visit = (part: CasePart, line: number) => void;

/** The same bytes as those that the runtime searches many times faster. */
function searched({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length);
}

function endOfLine(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(BREAK, from);
  return end < 0 ? bytes.length : end;
}

/** Each line that is not blank, without its break; gives the number of the line after them. */
function visitLines(bytes: Uint8Array, first: number, visit: Visit): number {
  const isSound = isUtf8(bytes);
  const inside = searched(bytes);
  let line = first;
  for (let from = 0; from < bytes.length; line++) {
    const next = endOfLine(inside, from);
    const to = bytes[next - 1] === RETURN ? next - 1 : next;
    if (bytes[from]! > SPACE || bytes.subarray(from, to).some((byte) => byte > SPACE))
      visit({ bytes, from, to, isLine: true, isSound }, line);
    from = next + 1;
  }
  return line;
}

function tooLong(name: string, size: number): Judged {
  const words = { size: String(size), limit: String(LIMITS.case) };
  return unread(name, aboutFile('parse/too-large', name, words).diagnostics);
}

function* chunksOf(path: string, piece: number, { fs }: Host): Generator<Uint8Array> {
  const descriptor = fs.openSync(path, 'r');
  const buffer = new Uint8Array(piece);
  try {
    for (let at = 0; ;) {
      const length = fs.readSync(descriptor, buffer, 0, piece, at);
      if (length === 0) return;
      at += length;
      yield buffer.subarray(0, length);
    }
  } finally {
    fs.closeSync(descriptor);
  }
}
