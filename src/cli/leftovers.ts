// The temporaries of files being written: their names, and what becomes of those whose writer was killed.
import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { FileSystem } from './host.js';
import type { Holder } from './lock.js';

/** A name of our own beside the target. Its machine is told, because a number says nothing of processes elsewhere; its length is bounded. */
export function temporaryBeside(target: string, who: Holder, n: number): string {
  const writer = `${markOf(who)}-${String(who.pid)}-${String(n)}`;
  return join(dirname(target), `.${basename(target).slice(0, 40)}.${writer}.tmp`);
}

const OURS = /^\..+\.([0-9a-f]{8})-(\d{1,10})-\d{1,4}\.tmp$/u;

function markOf({ machine }: Holder): string {
  return createHash('sha256').update(machine).digest('hex').slice(0, 8);
}

/** How long, in milliseconds, what was left has not been written to. */
const PATIENCE = 60_000;

/** Removes, beside a file that was just written, what writers of this machine and user left there when they died. Failing to is no matter. */
export function sweepBeside(fs: FileSystem, written: string, who: Holder): void {
  try {
    const { uid } = fs.lstatSync(written);
    for (const name of fs.readdirSync(dirname(written))) {
      const [, mark, pid] = OURS.exec(name) ?? [];
      if (mark !== markOf(who) || who.isAlive(Number(pid))) continue;
      const path = join(dirname(written), name);
      const stats = fs.lstatSync(path);
      const isOld = Date.parse(who.since) - stats.mtimeMs > PATIENCE;
      if (stats.isFile() && stats.uid === uid && isOld) fs.unlinkSync(path);
    }
  } catch {
    return;
  }
}
