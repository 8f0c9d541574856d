// In: what a run asks for and the files that were found. Out: the threads that judge them; none where this one does it alone.
import type { FoundCases } from '../find-cases.js';
import type { FileSystem, Thread } from '../host.js';
import type { Session } from '../session.js';
import type { DeskOptions } from './desk.js';
import { holdsLines } from './judge-lines.js';
import type { ServeSetting } from './serve.js';
import { SENT } from './stints.js';

/**
 * From how many files, or bytes of cases on lines, threads are started without being asked for. A thread takes as long to start
 * and to warm up as judging some ten thousand files.
 */
const MANY_FILES = 50_000;
const MANY_BYTES = 64 * 1024 * 1024;

/** More threads than this are started only when asked for: one settles what all of them judge. */
const MOST_UNASKED = 4;

/** Starts as many threads as were asked for, or as pay; never more than there are pieces of work. */
export async function startThreads(
  { jobs, ...options }: DeskOptions & { readonly jobs?: number },
  { files }: FoundCases,
  { host, language, engine }: Session,
): Promise<readonly Thread[]> {
  const lines = files.filter(({ path }) => holdsLines(path)).map(({ path }) => path);
  const pays = files.length >= MANY_FILES || bytesIn(lines, host.fs) >= MANY_BYTES;
  if (jobs === undefined ? !pays : jobs === 1) return [];
  if (lines.length === 0 && files.length <= SENT.size) return [];
  const threads = await host.threads?.();
  if (!threads) return [];
  const most = jobs ?? Math.min(threads.processors, MOST_UNASKED);
  const count = lines.length > 0 ? most : Math.min(most, Math.ceil(files.length / SENT.size));
  const setting: ServeSetting = { options, home: host.home, language, engine };
  return count < 2 ? [] : Array.from({ length: count }, () => threads.start('judge-cases', setting));
}

/** How much the files hold that can be asked; standard input cannot. */
function bytesIn(paths: readonly string[], fs: FileSystem): number {
  return paths.reduce((sum, path) => {
    try {
      return sum + fs.statSync(path).size;
    } catch {
      return sum;
    }
  }, 0);
}
