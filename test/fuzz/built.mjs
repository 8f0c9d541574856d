// In: nothing. Out: src and test/fuzz built into a folder of their own, so that others may go on editing while a fuzz runs.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Builds both, and gives what imports a module of them by its path in the project. */
export function builtInto(prefix) {
  const build = mkdtempSync(join(tmpdir(), prefix));
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true };
  for (const folder of ['src', 'test/fuzz']) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts')) continue;
      const target = join(build, folder, name.replace(/\.ts$/u, '.js'));
      mkdirSync(dirname(target), { recursive: true });
      const text = readFileSync(join(root, folder, name), 'utf8');
      writeFileSync(target, ts.transpileModule(text, { compilerOptions: options }).outputText);
    }
  }
  for (const name of ['node_modules', 'package.json']) symlinkSync(join(root, name), join(build, name));
  return (path) => import(pathToFileURL(join(build, path)).href);
}
