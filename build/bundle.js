// Bundles what `tsc` has checked, so that a start reads few files: node build/bundle.js [folder]   (default: dist/bin)
// Every `import('…')` in the sources becomes a file of its own that is read when it is reached, and every file of
// src/cli/workers/ becomes one too, under workers/, for threads to start with.
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { noticesOf } from './notices.js';
import { OPTIONS, ROOT } from './options.js';

const folder = resolve(process.argv[2] ?? join(ROOT, 'dist/bin'));
const workers = join(ROOT, 'src/cli/workers');
const names = existsSync(workers) ? readdirSync(workers).filter((name) => name.endsWith('.ts')) : [];

rmSync(folder, { recursive: true, force: true });
const { metafile } = await build({
  ...OPTIONS,
  entryPoints: [
    { in: join(ROOT, 'src/cli/start.ts'), out: 'start' },
    ...names.map((name) => ({ in: join(workers, name), out: `workers/${name.slice(0, -3)}` })),
  ],
  outdir: folder,
  splitting: true,
  chunkNames: '[name]-[hash]',
});
writeFileSync(join(folder, 'THIRD-PARTY.txt'), noticesOf(metafile));
