// In: text of results as they come. Out: the same on a stream or in a file, at once or, for a format whose counts stand first, at the end.
import type { BatchSummary } from '../../model/batch.js';
import type { Result } from '../../model/diagnostic.js';
import type { BatchReporter } from '../../report/batch/reporter.js';
import { aboutFile, errorName } from '../read-file.js';
import type { NewFile } from '../write-file.js';
import type { Spool } from './spool.js';

/** Where the text of a report goes, piece by piece. */
export interface Output {
  readonly reporter: BatchReporter;
  /** Takes what the reporter says of one file or of several, joined. */
  readonly say: (text: string) => void;
  /** Says the rest. */
  readonly close: (summary: BatchSummary) => Result<void>;
  /** Leaves nothing behind of a run that was stopped. */
  readonly abandon: () => void;
}

const DONE: Result<void> = { ok: true, value: undefined, diagnostics: [] };

/** How many characters are gathered before they are said: each call of the system takes as long as several cases. */
const GATHERED = 1 << 16;

/** A stream, as a file that is whole at any time. */
export function streamFile(out: (text: string) => void): NewFile {
  let gathered = '';
  const flush = (): void => {
    if (gathered !== '') out(gathered);
    gathered = '';
  };
  return {
    append: (text) => {
      gathered += text;
      if (gathered.length >= GATHERED) flush();
    },
    finish: () => (flush(), DONE),
    abandon: flush,
  };
}

/** Writes everything to one file as it comes; what a format says of cases waits in the spool if the format's counts stand first. */
export function fileOutput(reporter: BatchReporter, file: NewFile, spool: () => Spool): Output {
  const { append, finish, abandon } = file;
  if (reporter.head) return spooledOutput(reporter, reporter.head, file, spool());
  append(reporter.open);
  return {
    reporter,
    say: joining(reporter, append),
    close: (summary) => {
      append(reporter.close(summary));
      return finish();
    },
    abandon,
  };
}

function spooledOutput(
  reporter: BatchReporter,
  head: NonNullable<BatchReporter['head']>,
  { append, finish, abandon }: NewFile,
  spool: Spool,
): Output {
  return {
    reporter,
    say: joining(reporter, spool.add),
    close: (summary) => {
      append(reporter.open + head(summary));
      try {
        spool.drain(append);
      } catch (error) {
        abandon();
        return aboutFile('cli/not-readable', 'caijue batch', { why: errorName(error) });
      }
      append(reporter.close(summary));
      return finish();
    },
    abandon: () => {
      spool.discard();
      abandon();
    },
  };
}

/** Puts between pieces what stands between the results of two files. */
function joining({ between = '' }: BatchReporter, say: (text: string) => void): Output['say'] {
  let isFirst = true;
  return (text) => {
    if (text === '') return;
    say(isFirst ? text : between + text);
    isFirst = false;
  };
}
