// In: a file, or standard input, with a case on each line. Out: what the batch says of each, as the lines come.
import type { SkippedFile } from '../../model/batch.js';
import { LIMITS } from '../../parse/yaml/read-bytes.js';
import type { Host } from '../host.js';
import { aboutFile, errorName } from '../read-file.js';
import { unread, type CaseJudge, type Judged } from './judge-file.js';
import { wholeLines, type Lines } from './lines.js';
import { quickTexts } from './quick-text.js';

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
  const { decode } = quickTexts(host.fs);
  const visit = (part: Parameters<CaseJudge['part']>[0], line: number): void =>
    visitor.see(withoutReport(judge.part(part, `${name}:${String(line)}`, from)));
  try {
    for await (const lines of wholeLines(path === '-' ? host.chunks() : chunksOf(path, host))) {
      if (lines.kind === 'too-long') visitor.see(tooLong(`${name}:${String(lines.first)}`));
      else visitLines(lines, decode(lines.bytes), visit);
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

type Visit = (part: Parameters<CaseJudge['part']>[0], line: number) => void;

/** Lines of a text whose characters are sound; else each line by itself, so that the faulty ones are told and no others. */
function visitLines({ first, bytes }: Lines & { kind: 'lines' }, text: string | undefined, visit: Visit): void {
  let line = first;
  if (text === undefined) {
    for (let from = 0; from < bytes.length; line++) {
      const end = bytes.indexOf(10, from);
      const to = end < 0 ? bytes.length : end;
      const own = bytes.subarray(from, bytes[to - 1] === 13 ? to - 1 : to);
      if (own.some((byte) => byte > 32)) visit(own, line);
      from = to + 1;
    }
    return;
  }
  for (let from = 0; from < text.length; line++) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    if (text.charCodeAt(from) > 32 || text.slice(from, to).trim() !== '') visit({ text, from, to }, line);
    from = to + 1;
  }
}

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
