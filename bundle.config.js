// Bundles what `tsc` has checked.
//   node bundle.config.js [folder]            what bin/caijue.js starts, so that a start reads few files   (default: dist/bin)
//   node bundle.config.js --one-file [file]   one file that needs no other                                (default: dist/caijue.mjs)
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The root of the project, with a closing slash. */
const ROOT = fileURLToPath(new URL('./', import.meta.url));

/** The half of the YAML package that is written as modules, of which what is not used can be left out. */
const yaml = join(dirname(createRequire(import.meta.url).resolve('yaml/package.json')), 'browser/index.js');

/** Names stay as they are written: who meets a defect can read where it is. */
const OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.17',
  alias: { yaml },
  legalComments: 'inline',
  metafile: true,
  logLevel: 'warning',
  // Packages of the older kind ask for Node's own modules by `require`, and for nothing else.
  banner: { js: 'const require = (name) => process.getBuiltinModule(name);' },
};

/**
 * What is read at its first call, each as one file that is not a module, with what it exports. Reading thirty small modules takes
 * longer than starting what is in them, so the verbs that are waited for stand in one file each; and most runs never call the shapes in
 * zod, which word what is refused, and the whole YAML reader. The sources import all of it like anything else.
 */
const LATE = {
  'src/cli/commands/decide': 'decide',
  'src/cli/commands/check': 'check',
  'src/cli/commands/batch': 'batch',
  'src/parse/shape/refusal': 'refusals',
  'src/parse/yaml/read-tree': 'readWholeTree',
};

/**
 * Every `import('…')` in the sources becomes a file of its own that is read when it is reached, and every file of
 * src/cli/workers/ becomes one too, under workers/, for threads to start with.
 */
async function bundleChunks(folder) {
  const workers = join(ROOT, 'src/cli/workers');
  const names = existsSync(workers) ? readdirSync(workers).filter((name) => name.endsWith('.ts')) : [];
  rmSync(folder, { recursive: true, force: true });
  const entryPoints = [
    { in: join(ROOT, 'src/cli/start.ts'), out: 'start' },
    ...names.map((name) => ({ in: join(workers, name), out: `workers/${name.slice(0, -3)}` })),
  ];
  const built = await Promise.all([
    build({
      ...OPTIONS,
      entryPoints,
      outdir: folder,
      splitting: true,
      chunkNames: '[name]-[hash]',
      plugins: [late('createRequire(import.meta.url)')],
    }),
    build({
      ...OPTIONS,
      entryPoints: Object.keys(LATE).map((path) => join(ROOT, `${path}.ts`)),
      entryNames: 'late/[name]',
      outdir: folder,
      format: 'cjs',
      outExtension: { '.js': '.cjs' },
      banner: {},
      logOverride: { 'empty-import-meta': 'error' },
      plugins: [late('createRequire(__dirname)')],
    }),
  ]);
  const inputs = Object.assign({}, ...built.map(({ metafile }) => metafile.inputs));
  writeFileSync(join(folder, 'THIRD-PARTY.txt'), noticesOf({ inputs }));
}

/** Puts a call that reads the module in the place of each late one; `reader` finds files from the folder above `late/`. */
const late = (reader) => ({
  name: 'late',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => {
      const module = join(resolveDir, path).slice(ROOT.length).replaceAll('\\', '/').replace(/\.js$/u, '');
      return module in LATE ? { path: module, namespace: 'late' } : undefined;
    });
    onLoad({ filter: /./, namespace: 'late' }, ({ path }) => ({
      contents: [
        `import { createRequire } from 'node:module';`,
        `const read = ${reader};`,
        `export const ${LATE[path]} = (...words) => read('./late/${basename(path)}.cjs').${LATE[path]}(...words);`,
      ].join('\n'),
    }));
  },
});

/** Policies, samples and schemas travel inside; the licences of what was taken in stand at the end. */
async function bundleOneFile(target) {
  const carried = ['package.json', ...['policies', 'docs/samples', 'schema'].flatMap(filesUnder)];
  const files = Object.fromEntries(carried.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));
  const { metafile } = await build({
    ...OPTIONS,
    entryPoints: [join(ROOT, 'src/cli/one-file.ts')],
    outfile: target,
    banner: { js: `#!/usr/bin/env node\n${OPTIONS.banner.js}` },
    define: { EMBEDDED_FILES: JSON.stringify(files) },
  });
  writeFileSync(target, `/*\n${noticesOf(metafile).replaceAll('*/', '* /')}*/\n`, { flag: 'a' });
  chmodSync(target, 0o755);
}

/** The files under a folder of the project, by their paths with `/`. */
function filesUnder(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(ROOT.length))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

/** The notices that the licences of bundled packages ask for: names, versions and licences of what a bundle was made of. */
function noticesOf(metafile) {
  const folders = Object.keys(metafile.inputs).flatMap(
    (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(path) ?? [],
  );
  return [...new Set(folders)].sort().map(noticeOf).join('\n');
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
  const files = readdirSync(join(ROOT, folder)).filter((file) => /^(?:licen[cs]e|notice|copying)/iu.test(file));
  const texts = files.sort().map((file) => readFileSync(join(ROOT, folder, file), 'utf8').trim());
  return `${'-'.repeat(72)}\n${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
}

const [first, second] = process.argv.slice(2);
if (first === '--one-file') await bundleOneFile(resolve(second ?? join(ROOT, 'dist/caijue.mjs')));
else await bundleChunks(resolve(first ?? join(ROOT, 'dist/bin')));
