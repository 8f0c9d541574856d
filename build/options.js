// What all bundles have in common.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the project, with a closing slash. */
export const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** The half of the YAML package that is written as modules, of which what is not used can be left out. */
const yaml = join(dirname(createRequire(import.meta.url).resolve('yaml/package.json')), 'browser/index.js');

/** Names stay as they are written: who meets a defect can read where it is. */
export const OPTIONS = {
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
