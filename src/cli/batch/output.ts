// In: text of results as they come. Out: the same on a stream at once, or kept until the end: for a format whose counts stand first, or a file written whole.
import type { BatchSummary } from '../../model/batch.js';
import type { Result } from '../../model/diagnostic.js';
import type { BatchReporter } from '../../report/batch/reporter.js';
import type { NewFile } from '../write-file.js';

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

/** Says everything on a stream. */
export function streamOutput(reporter: BatchReporter, out: (text: string) => void): Output {
  if (reporter.head) return wholeOutput(reporter, (text) => (out(text), DONE));
  let gathered = reporter.open;
  const flush = (): void => {
    if (gathered !== '') out(gathered);
    gathered = '';
  };
  return {
    reporter,
    say: joining(reporter, (text) => {
      gathered += text;
      if (gathered.length >= GATHERED) flush();
    }),
    close: (summary) => {
      gathered += reporter.close(summary);
      flush();
      return DONE;
    },
    abandon: flush,
  };
}

/** Writes everything to one new file as it comes; a format whose counts stand first is kept until the end. */
export function fileOutput(reporter: BatchReporter, file: NewFile): Output {
  const { append, finish, abandon } = file;
  if (reporter.head) return { ...wholeOutput(reporter, (text) => (append(text), finish())), abandon };
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

/** Keeps everything, and hands it over as one text. */
export function wholeOutput(reporter: BatchReporter, write: (text: string) => Result<void>): Output {
  const body: string[] = [];
  return {
    reporter,
    say: joining(reporter, (text) => void body.push(text)),
    close: (summary) =>
      write([reporter.open, reporter.head?.(summary) ?? '', ...body, reporter.close(summary)].join('')),
    abandon: () => undefined,
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
