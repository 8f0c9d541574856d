// The tool as a process: bundled from the sources as they are now, as it is shipped, into a folder of its own, so that no test
// runs a stale build. Beside the bundle stand the single files, for tests that run one of them alone.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../support/host.js';

/** What a process left behind. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

let home: string | undefined;

/** The path of `caijue.js` of a fresh build. */
export function build(): string {
  home ??= compileInto(mkdtempSync(join(tmpdir(), 'caijue-built-')));
  return join(home, 'bin', 'caijue.js');
}

function compileInto(folder: string): string {
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true };
  for (const name of readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const target = join(folder, 'dist', name.replace(/\.ts$/u, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    const source = readFileSync(join(ROOT, 'src', name), 'utf8');
    writeFileSync(target, ts.transpileModule(source, { compilerOptions: options }).outputText);
  }
  for (const name of ['node_modules', 'policies', 'schema', 'package.json']) {
    symlinkSync(join(ROOT, name), join(folder, name));
  }
  execFileSync(process.execPath, [join(ROOT, 'bundle.config.js'), join(folder, 'dist/bin')]);
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin', 'caijue.js'), readFileSync(join(ROOT, 'bin', 'caijue.js')));
  return folder;
}

/** Starts the tool as a process of its own. */
export function start(argv: readonly string[], folder: string): { process: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [build(), ...argv], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, out, err }));
  });
  return { process: child, ended };
}
