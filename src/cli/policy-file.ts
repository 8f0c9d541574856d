// In: the path of a policy file. Out: the policy with the files that it includes, all of them below its own folder.
import { dirname, join } from 'node:path';
import type { Result } from '../model/diagnostic.js';
import type { Policy } from '../model/policy.js';
import type { Include } from '../parse/policy/include.js';
import { readPart, type Part } from '../parse/policy/read-part.js';
import { readPolicy } from '../parse/policy/read-policy.js';
import { LIMITS } from '../parse/yaml/read-bytes.js';
import type { FileSystem } from './host.js';
import { aboutFile, readFile } from './read-file.js';

/** Reads a policy and what it includes; `name` is what messages call the file. */
export function readPolicyFile(fs: FileSystem, path: string, name = path): Result<Policy> {
  const bytes = readFile(fs, path, LIMITS.policy);
  return bytes.ok ? readPolicy(bytes.value, name, filesBelow(fs, dirname(path))) : bytes;
}

/** Reads a file that policies include, by itself. */
export function readPartFile(fs: FileSystem, path: string): Result<Part> {
  const bytes = readFile(fs, path, LIMITS.policy);
  return bytes.ok ? readPart(bytes.value, path, filesBelow(fs, dirname(path))) : bytes;
}

/** Gives the files that a policy in this folder includes. A link on the way could lead out of it, and is not followed. */
export function filesBelow(fs: FileSystem, folder: string): Include {
  return (path) => {
    const steps = path.split('/').map((_, i, all) => join(folder, ...all.slice(0, i + 1)));
    const isLink = (step: string): boolean => {
      try {
        return fs.lstatSync(step).isSymbolicLink();
      } catch {
        return false; // Reading it tells what is wrong with it.
      }
    };
    return steps.some(isLink) ? aboutFile('cli/not-a-file', path) : readFile(fs, join(folder, path), LIMITS.policy);
  };
}
