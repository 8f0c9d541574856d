// Bundles the tool into one file that needs no other: node build/one-file.js [file]   (default: dist/caijue.mjs)
// Policies, samples and schemas travel inside; the licences of what was taken in stand at the end.
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { noticesOf } from './notices.js';
import { OPTIONS, ROOT } from './options.js';

const target = resolve(process.argv[2] ?? join(ROOT, 'dist/caijue.mjs'));

/** The files under a folder of the project, by their paths with `/`. */
function filesUnder(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(ROOT.length))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

const carried = ['package.json', ...['policies', 'samples', 'schema'].flatMap(filesUnder)];
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
