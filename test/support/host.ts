// A host for tests: the real file system or one put in its place, and streams that remember what was written.
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Host } from '../../src/cli/host.js';
import { main } from '../../src/cli/main.js';

/** What a run of the tool left on its streams. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Runs the tool inside the test process. Paths are as the test gives them. */
export async function caijue(
  argv: readonly string[],
  changes: Partial<Host> & { input?: string | Uint8Array } = {},
): Promise<Run> {
  let out = '';
  let err = '';
  const { input = '', ...rest } = changes;
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const host: Host = {
    argv,
    env: {},
    fs: fs,
    home: ROOT,
    pid: process.pid,
    scratch: tmpdir(),
    colour: false,
    watched: false,
    watchSignals: () => ({ stopped: () => Promise.resolve(undefined), release: () => undefined }),
    today: () => '2026-11-20',
    stdin: () => Promise.resolve(bytes),
    chunks: () => piecesOf(bytes),
    out: (text) => (out += text),
    err: (text) => (err += text),
    ...rest,
  };
  const code = await main(host);
  return { code, out, err };
}

/** Standard input in pieces that end anywhere. */
// eslint-disable-next-line @typescript-eslint/require-await
async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 7001) yield bytes.subarray(at, at + 7001);
}
