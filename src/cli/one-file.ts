// The first file of the tool as a single file: what else stands in its folders travels inside it. Its threads start with it as well.
import { fileURLToPath } from 'node:url';
import { isMainThread, workerData } from 'node:worker_threads';
import { serve, type ServeSetting } from './batch/serve.js';
import { withEmbedded } from './embedded-files.js';
import { main } from './main.js';
import { nodeHost } from './node-host.js';
import { answerAll } from './node-threads.js';

/** Put in by the build: the text of each file, by its path under the tool's home. */
declare const EMBEDDED_FILES: Readonly<Record<string, string>>;

const host = nodeHost(process);
// A file holds no other, so no path under this one can mean anything else.
const home = `${fileURLToPath(import.meta.url)}/`;
const whole = { ...host, home, fs: withEmbedded(host.fs, home, EMBEDDED_FILES) };
if (isMainThread) process.exitCode = await main(whole);
else answerAll(serve(workerData as ServeSetting, whole));
