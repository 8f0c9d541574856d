// In: a file, or standard input, with a case on each line. Out: what the batch says of each, as the lines come.
import { isUtf8 } from 'node:buffer';
import type { SkippedFile } from '../../model/batch.js';
import { LIMITS } from '../../parse/yaml/read-bytes.js';
import type { Host } from '../host.js';
import { aboutFile, errorName } from '../read-file.js';
import { unread, type CaseJudge, type CasePart, type Judged } from './judge-file.js';
import { BREAK, wholeLines } from './lines.js';

/** Whether a path that was given is one of cases on lines. */
export function holdsLines(path: string): boolean {
  return path === '-' || /\.(?:ndjson|jsonl)$/iu.test(path);
}

/** What is done with each line, and whether to go on, which is asked now and then. */
export interface LineVisitor {
  readonly see: (judged: Judged | SkippedFile) => void;
  readonly goesOn: () => Promise<boolean>;
}

/** Judges line by line; a faulty line never stops the others. Lines are named by their numbers, from 1. */
export async function judgeLines(path: string, judge: CaseJudge, host: Host, visitor: LineVisitor): Promise<void> {
  const name = path === '-' ? '<stdin>' : path;
  const from = path === '-' ? '' : path;
  const visit: Visit = (part, line) => visitor.see(withoutReport(judge.part(part, `${name}:${String(line)}`, from)));
  let line = 1;
  try {
    for await (const lines of wholeLines(path === '-' ? host.chunks() : chunksOf(path, host))) {
      if (lines.kind === 'too-long') visitor.see(tooLong(`${name}:${String(line++)}`));
      else line = visitLines(lines.bytes, line, visit);
      if (!(await visitor.goesOn())) return;
    }
  } catch (error) {
    const why = errorName(error);
    const code = why === 'ENOENT' ? 'cli/not-found' : why === 'EISDIR' ? 'cli/not-a-file' : 'cli/not-readable';
    visitor.see(unread(name, aboutFile(code, name, { why }).diagnostics));
  }
}

/** A line has no file of its own, and gets no report of its own. */
function withoutReport(judged: Judged | SkippedFile): Judged | SkippedFile {
  if ('why' in judged || !judged.report) return judged;
  const { result, now, before } = judged;
  return { result, ...(now ? { now } : {}), ...(before ? { before } : {}) };
}

type Visit = (part: CasePart, line: number) => void;

/** Each line that is not blank, without its break; gives the number of the line after them. */
function visitLines(bytes: Uint8Array, first: number, visit: Visit): number {
  const isSound = isUtf8(bytes);
  let line = first;
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(BREAK, from);
    const next = end < 0 ? bytes.length : end;
    const to = bytes[next - 1] === RETURN ? next - 1 : next;
    if (bytes[from]! > SPACE || bytes.subarray(from, to).some((byte) => byte > SPACE))
      visit({ bytes, from, to, isSound }, line);
    from = next + 1;
  }
  return line;
}

const [RETURN, SPACE] = [13, 32] as const;

function tooLong(name: string): Judged {
  const words = { size: `> ${String(LIMITS.case)}`, limit: String(LIMITS.case) };
  return unread(name, aboutFile('parse/too-large', name, words).diagnostics);
}

/** How much is read of a file at once. */
const PIECE = 1024 * 1024;

function* chunksOf(path: string, { fs }: Host): Generator<Uint8Array> {
  const descriptor = fs.openSync(path, 'r');
  const buffer = new Uint8Array(PIECE);
  try {
    for (let at = 0; ;) {
      const length = fs.readSync(descriptor, buffer, 0, PIECE, at);
      if (length === 0) return;
      at += length;
      yield buffer.subarray(0, length);
    }
  } finally {
    fs.closeSync(descriptor);
  }
}
