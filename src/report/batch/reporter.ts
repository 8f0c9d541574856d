// What every format of a batch is: something said at the start, of each file as it comes, and at the end.
import type { BatchSummary, FileResult } from '../../model/batch.js';
import type { Language } from '../../model/language.js';

/** The formats. */
export const BATCH_FORMATS = ['text', 'json', 'ndjson', 'csv', 'md', 'junit'] as const;
export type BatchFormat = (typeof BATCH_FORMATS)[number];

/** A format. Pure: the same result gives the same text, whatever was told before. */
export interface BatchReporter {
  /** Said before anything is known. */
  readonly open: string;
  /** Stands between what is said of one file and of the next. */
  readonly between?: string;
  /** Said of a file; files come in the order of their names. */
  readonly file: (result: FileResult) => string;
  /** Said when all is known. `head` stands before what was said of the files, and makes the caller keep that until then. */
  readonly head?: (summary: BatchSummary) => string;
  readonly close: (summary: BatchSummary) => string;
}

/** What a report says of the run itself. */
export interface BatchSetting {
  readonly language: Language;
  /** Name and version of the tool. */
  readonly engine: string;
  /** The path of the index of reports, where one is written beside this format. */
  readonly index?: string;
  /** The name of a file's own report, where one is written. */
  readonly reportOf?: (result: FileResult) => string | undefined;
}
