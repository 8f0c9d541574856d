// The reporter of each format.
import type { BatchFormat, BatchReporter, BatchSetting } from '../../report/batch/reporter.js';

/** Makes the reporter of a format; each is loaded only when asked for. */
export async function reporterOf(
  format: BatchFormat,
  setting: BatchSetting,
  compares: boolean,
): Promise<BatchReporter> {
  switch (format) {
    case 'text':
      return (await import('../../report/batch/text.js')).textReporter(setting);
    case 'json':
      return (await import('../../report/batch/json.js')).jsonReporter(setting);
    case 'ndjson':
      return (await import('../../report/batch/json.js')).ndjsonReporter(setting);
    case 'csv':
      return (await import('../../report/batch/csv.js')).csvReporter(setting, compares);
    case 'md':
      return (await import('../../report/batch/markdown.js')).markdownReporter(setting);
    case 'junit':
      return (await import('../../report/batch/junit.js')).junitReporter(setting);
  }
}
