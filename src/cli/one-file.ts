// The first file of the tool as a single file: what else stands in its folders travels inside it.
import { fileURLToPath } from 'node:url';
import { withEmbedded } from './embedded-files.js';
import { main } from './main.js';
import { nodeHost } from './node-host.js';

/** Put in by the build: the text of each file, by its path under the tool's home. */
declare const EMBEDDED_FILES: Readonly<Record<string, string>>;

const host = nodeHost(process);
// A file holds no other, so no path under this one can mean anything else.
const home = `${fileURLToPath(import.meta.url)}/`;
process.exitCode = await main({ ...host, home, fs: withEmbedded(host.fs, home, EMBEDDED_FILES) });
