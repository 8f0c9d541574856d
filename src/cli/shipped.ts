// In: the folder of policies that the tool brings. Out: its files by the ids that they declare, and the id that somebody meant.
import { join } from 'node:path';
import type { Result } from '../model/diagnostic.js';
import { nearest } from '../parse/nearest.js';
import { LIMITS } from '../parse/yaml/read-bytes.js';
import type { Host } from './host.js';
import { aboutFile, errorName, readFile } from './read-file.js';

/** A file of the folder, what messages call it, and all that may be the id of its policy. */
export interface ShippedFile {
  readonly path: string;
  readonly name: string;
  readonly ids: readonly string[];
}

/** Whether a policy's name is a path and not an id. */
export function isPath(name: string): boolean {
  return /[\\/]/u.test(name) || /\.(?:ya?ml|json)$/u.test(name);
}

/** Everything that looks like an id in a policy's text; whether it is the policy's is known once the file is read. */
const IDS = /(?:^|[\s{,])id: *["']?([^"'\s,#}]+)/gmu;

/** The files under `policies/` with the ids that each may declare, found without reading them as policies. */
export function shippedFiles(host: Host): Result<readonly ShippedFile[]> {
  const names = namesIn(host);
  if (!names.ok) return names;
  const files = names.value.flatMap((name): ShippedFile[] => {
    const path = join(host.home, 'policies', name);
    const bytes = readFile(host.fs, path, LIMITS.policy);
    const ids = bytes.ok ? [...new TextDecoder().decode(bytes.value).matchAll(IDS)].map((match) => match[1]!) : [];
    return ids.length === 0 ? [] : [{ path, name: `policies/${name}`, ids }];
  });
  return { ok: true, value: files, diagnostics: [] };
}

function namesIn({ fs, home }: Host): Result<readonly string[]> {
  const folder = join(home, 'policies');
  try {
    const names = fs.readdirSync(folder).filter((name) => name.endsWith('.yaml'));
    return { ok: true, value: names.sort(), diagnostics: [] };
  } catch (error) {
    return aboutFile('cli/not-readable', folder, { why: errorName(error) });
  }
}

/** The folder as commands that take files ask for it, read when a word is first asked about. */
export interface Library {
  /** The paths of the files of a policy, by its id. */
  readonly pathsOf: (id: string) => readonly string[];
  /** The file of such a path; its `id` where no other file has the same. */
  readonly fileAt: (path: string) => { readonly name: string; readonly id?: string } | undefined;
  /** The id that is meant by a word that is no path. */
  readonly near: (word: string) => string;
}

/** Opens the library. One that cannot be read has no files. */
export function openLibrary(host: Host): Library {
  let known: readonly ShippedFile[] | undefined;
  const files = (): readonly ShippedFile[] => {
    if (known) return known;
    const listed = shippedFiles(host);
    return (known = listed.ok ? listed.value : []);
  };
  const asked = new Map<string, { readonly name: string; readonly id?: string }>();
  const pathsOf: Library['pathsOf'] = (id) => {
    const own = isPath(id) ? [] : files().filter(({ ids }) => ids.includes(id));
    for (const { path, name } of own) asked.set(path, own.length === 1 ? { name, id } : { name });
    return own.map(({ path }) => path);
  };
  return { pathsOf, fileAt: (path) => asked.get(path), near: (word) => (isPath(word) ? '' : nearId(word, files())) };
}

/** The id that is meant: the nearest, or else the only one that has what was written in it. */
export function nearId(written: string, files: readonly ShippedFile[]): string {
  const ids = files.flatMap((file) => file.ids);
  const [only, ...more] = new Set(ids.filter((id) => written.length > 2 && id.includes(written)));
  return nearest(written, ids) || (more.length === 0 ? (only ?? '') : '');
}
