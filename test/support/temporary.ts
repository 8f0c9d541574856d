// What a run of the tests leaves in the system's folder of temporary files: nothing. All of it goes into one folder, removed at the end.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Points `os.tmpdir()` of the tests and of what they start to a folder of this run; gives what removes it again. */
export function setup(): () => void {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'caijue-test-'));
  process.env['TMPDIR'] = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
}
