// In: globs, and lines of an ignore file as .gitignore writes them. Out: what they match.
import picomatch from 'picomatch';

/** Whether a path below a folder is meant; its parts are parted by slashes. */
export type Matches = (path: string) => boolean;

/** One line of an ignore file. */
export interface IgnoreLine {
  readonly matches: Matches;
  /** Whether it takes back what a line before it ignores (`!`). */
  readonly negated: boolean;
  /** Whether it means folders only (a slash at the end). */
  readonly folders: boolean;
}

/** Ignore files know `*`, `**`, `?` and `[a-z]` only, and mean hidden names as well. */
const AS_IGNORED = { dot: true, nobrace: true, noextglob: true, nonegate: true } as const;

/** Reads a line of an ignore file; undefined for an empty one or a comment. A pattern without a slash inside matches at any depth. */
export function readIgnoreLine(line: string): IgnoreLine | undefined {
  const text = line.replace(/\r$/u, '').replace(/(?<!\\)[ \t]+$/u, '');
  if (text === '' || text.startsWith('#')) return undefined;
  const negated = text.startsWith('!');
  const body = negated ? text.slice(1) : text;
  const folders = body.endsWith('/');
  const path = folders ? body.slice(0, -1) : body;
  if (path === '') return undefined;
  const anchored = path.includes('/') ? path.replace(/^\//u, '') : `**/${path}`;
  return { matches: picomatch(anchored.replaceAll('[!', '[^'), AS_IGNORED), negated, folders };
}

/** A leading `!` of a glob is a sign like any other. */
const AS_GLOB = { nonegate: true } as const;

/** A glob as the folder to look in and what is meant below it; undefined where a text has no sign of one. */
export function readGlob(text: string): { readonly base: string; readonly matches: Matches } | undefined {
  const { isGlob, base, glob } = picomatch.scan(text, AS_GLOB);
  return isGlob ? { base: base === '' ? '.' : base, matches: picomatch(glob, AS_GLOB) } : undefined;
}
